import type { Browser, Page } from '@playwright/test';
import { accessibilityFindings } from '#tests/support/accessibility.ts';
import { expect, installed, test } from '#tests/support/e2e.ts';
import {
  act,
  choose,
  filesOnMedium,
  handIn,
  plugMedium,
  savedFile,
  setUpStation,
  setUpToPairing,
} from '#tests/support/officer-at-browser.ts';
import { applicant } from '#tests/support/people.ts';

/** A browser of its own for each station: they meet by files alone. */
async function aBrowser(browser: Browser, baseURL: string): Promise<Page> {
  const context = await browser.newContext({ baseURL, locale: 'kk-KZ', timezoneId: 'Asia/Almaty' });
  const page = await context.newPage();
  await plugMedium(page);
  await page.goto('/');
  await installed(page);
  return page;
}

/** The newest file on the medium whose name begins so. */
async function fileNamed(
  page: Page,
  beginning: string,
): Promise<{ readonly name: string; readonly octets: Buffer }> {
  let name = '';
  await expect(async () => {
    name =
      (await filesOnMedium(page))
        .filter((each) => each.startsWith(beginning))
        .sort()
        .at(-1) ?? '';
    expect(name).not.toBe('');
  }).toPass();
  return { name, octets: await savedFile(page, name) };
}

test('a field station is paired by ten words, sends what it took in, and hears that it arrived (K07, K11)', async ({
  browser,
  origin,
}) => {
  const authority = await aBrowser(browser, `${origin}/`);
  const field = await aBrowser(browser, `${origin}/`);
  await setUpStation(authority);
  await setUpToPairing(field);

  await act(field, 'ask-pairing');
  const request = await fileNamed(field, 'tirkelim-pairing-request');
  const asked = (await field.locator('[data-fact=words-saved]').textContent()) ?? '';
  expect(asked.trim().split(' ')).toHaveLength(10);
  await authority.goto('./#/exchanges');
  await choose(authority, () => act(authority, 'show-request'), request);
  await expect(authority.locator('[data-fact=words-shown]')).toHaveText(asked);
  expect(await accessibilityFindings(authority)).toEqual([]);
  await act(authority, 'confirm-pairing');
  await expect(authority.locator('#paired')).toBeVisible();
  await act(authority, 'save-answer');
  const answer = await fileNamed(authority, 'tirkelim-pairing-answer');
  const answered = (await authority.locator('[data-fact=words-saved]').textContent()) ?? '';
  await choose(field, () => act(field, 'show-answer'), answer);
  await expect(field.locator('[data-fact=words-shown]')).toHaveText(answered);
  await act(field, 'take-answer');
  await expect(field.locator('#menu')).toBeVisible();
  await expect(field.locator('#menu a[href="#/crl"]')).toHaveCount(0);

  await handIn(field, applicant(1), { request: 'made-here' });
  await expect(field.locator('#decided-elsewhere')).toBeVisible();
  await field.goto('./#/exchanges');
  await act(field, 'send-package');
  const sent = await fileNamed(field, 'tirkelim-package');
  await expect(field.locator('#packages-out tr[data-state=written]')).toHaveCount(1);
  await choose(field, () => act(field, 'see-again'), sent);
  await expect(field.locator('#packages-out tr[data-state=seen-again]')).toHaveCount(1);

  await choose(authority, () => act(authority, 'choose-exchange'), sent);
  await expect(authority.locator('#exchange-items [data-outcome=new]')).toHaveCount(1);
  expect(await accessibilityFindings(authority)).toEqual([]);
  await act(authority, 'take-package');
  await expect(authority.locator('#taken')).toBeVisible();
  await act(authority, 'send-receipt');
  const receipt = await fileNamed(authority, 'tirkelim-receipt');
  await choose(field, () => act(field, 'choose-exchange'), receipt);
  await expect(field.locator('#is-receipt')).toBeVisible();
  await act(field, 'take-package');
  await expect(field.locator('#packages-out tr[data-state=received]')).toHaveCount(1);

  expect(await accessibilityFindings(field)).toEqual([]);
  // Twice from two media is once.
  await choose(authority, () => act(authority, 'choose-exchange'), sent);
  await expect(authority.locator('#taken')).toBeVisible();
  await authority.goto('./#/applications');
  await expect(authority.locator('main')).toContainText(applicant(1).surname);

  // Back goes what the authority has, its newest list at least.
  await authority.goto('./#/exchanges');
  await expect(authority.locator('[data-count=arrived]')).toHaveText('1');
  await act(authority, 'send-package');
  const back = await fileNamed(authority, 'tirkelim-package');
  await choose(field, () => act(field, 'choose-exchange'), back);
  await expect(field.locator('#exchange-items [data-outcome=new]')).toHaveCount(1);
  await act(field, 'take-package');
  await expect(field.locator('#taken')).toBeVisible();
  await expect(field.locator('[data-count=acknowledged]')).toHaveText('1');

  // What is brought to revoke is taken in by the number on the paper (N-8).
  await field.goto('./#/revocations/new');
  await expect(field.locator('input[name=brought-paper]')).toHaveCount(2);
  await expect(field.locator('#serialNumber')).toBeVisible();
  expect(await accessibilityFindings(field)).toEqual([]);
});
