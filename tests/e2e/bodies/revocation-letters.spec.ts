import type { Page } from '@playwright/test';
import { accessibilityFindings } from '#tests/support/accessibility.ts';
import {
  considerAll,
  enterCarriers,
  handInLetter,
  issueFirst,
  plugFolder,
  typeLetter,
  typePerson,
} from '#tests/support/bodies-at-browser.ts';
import { stateBody } from '#tests/support/body-samples.ts';
import { expect, installed, testAtStation } from '#tests/support/e2e.ts';
import { act, plugMedium, publishNextCrl, savedFile, unlock } from '#tests/support/officer-at-browser.ts';

const test = testAtStation('G');

test.beforeEach(async ({ page, secrets }) => {
  await plugMedium(page);
  await plugFolder(page, 'carriers');
  await page.goto('/');
  await installed(page);
  await unlock(page, secrets);
});

/** So many persons of one letter, each with a key on a carrier of his own. */
async function ownersWithKeys(page: Page, count: number): Promise<void> {
  await typeLetter(page, '12-3/456');
  await typePerson(page, 0, 0);
  for (let n = 1; n < count; n++) {
    await act(page, 'add-person');
    await typePerson(page, n, n);
  }
  await handInLetter(page);
  await considerAll(page);
  await enterCarriers(
    page,
    Array.from({ length: count }, (_, n) => `KZ-000${String(n + 1)}; 00012${String(n)}`),
  );
  for (let n = 0; n < count; n++) await issueFirst(page);
}

/** G-F4 for everybody whom the body has in force; the carriers came with it but for the last one. */
async function typeRevocationLetter(page: Page, count: number): Promise<void> {
  await page.locator('#bin').selectOption(stateBody.bin);
  await page.locator('#bodyNumber').fill('12-3/900');
  await page.locator('#bodyDate').fill('20.11.2026');
  await page.locator('#headName').fill('Ерлан Жұмабекұлы');
  // Whoever is on the list already can't be chosen again.
  for (const box of await page.locator('#body-certificates input').all())
    if (await box.isEnabled()) await box.check();
  for (let n = 0; n < count; n++) {
    const field = (name: string) => page.locator(`[id="persons.${String(n)}.${name}"]`);
    await field('ground').locator('input[value=affiliation-changed]').check();
    await field('identityDocument').fill('040000000, ІІМ, 05.05.2020');
    await field('address').fill('Астана, Мәңгілік ел даңғылы, 8');
    await field('reason').fill('жұмыстың тоқтатылуы');
    await field('carrier')
      .locator(`input[value=${n === count - 1 ? 'not-returned' : 'returned'}]`)
      .check();
  }
}

test('[G-12.1] [G-13] [G-14] [G-15] from the notice of leaving to the journal of revocation', async ({
  page,
}) => {
  await ownersWithKeys(page, 2);

  // G-13: the notice is late, is kept so, and revokes nothing.
  await page.goto('./#/register');
  await page.locator('main tbody tr a').first().click();
  await act(page, 'add-leaving');
  await act(page, 'enter-leaving');
  await expect(page.locator('#leaving-left-error')).toBeVisible();
  await page.locator('#leaving-left').fill('02.11.2026');
  await page.locator('#leaving-noticed').fill('20.11.2026');
  await act(page, 'enter-leaving');
  await expect(page.locator('#leaving')).toContainText('кеш: мерзімі');
  await page.goto('./#/');
  await expect(page.locator('main')).toContainText('органның хаты күтіледі');

  // G-12.1: a letter, with its faults all at once, kept through a reload.
  await page.goto('./#/register');
  await page.locator('main tbody tr a').first().click();
  await act(page, 'to-revocation-letter');
  await expect(page.locator('#bin')).toHaveValue(stateBody.bin);
  await act(page, 'receive-revocation-letter');
  await expect(page.locator('.summary').first()).toBeVisible();
  await expect(page.locator('[id="persons.0.address-error"]')).toBeVisible();
  await typeRevocationLetter(page, 2);
  await act(page, 'receive-revocation-letter');
  await expect(page.locator('[id="persons.1.whyNotReturned-error"]')).toBeVisible();
  await page.locator('[id="persons.1.whyNotReturned"]').fill('тасымалдағыш жоғалған');
  expect(await accessibilityFindings(page)).toEqual([]);
  await act(page, 'receive-revocation-letter');
  await expect(page.locator('#letter-cases tbody tr')).toHaveCount(2);
  const letter = page.url();

  // The same letter once more.
  await page.goto('./#/revocations/letters/new');
  await typeRevocationLetter(page, 2);
  await page.locator('[id="persons.1.whyNotReturned"]').fill('жоғалған');
  await act(page, 'receive-revocation-letter');
  await expect(page.locator('#act-error')).toContainText('2026-000001');
  await act(page, 'discard');
  await expect(page).toHaveURL(/#\/revocations$/u);

  await page.goto(letter);
  await act(page, 'print-annexes');
  await act(page, 'save-printed');
  expect((await savedFile(page, 'G-F4a-2026-000001.pdf')).subarray(0, 5).toString()).toBe('%PDF-');
  await act(page, 'revoke-all');
  await expect(page.locator('main .notice.bad')).toBeVisible();
  await page.locator('#confirmed-correct').check();
  await act(page, 'revoke-all');
  await act(page, 'revoke-finally');
  await expect(page.locator('#outcome')).toContainText('2 / 2');
  expect(await accessibilityFindings(page)).toEqual([]);

  // G-14: the carriers say how it stands with them. G-15: due until it is written down.
  await page.goto('./#/carriers');
  await expect(page.locator('#carriers')).toContainText('қайтарылған');
  await page.goto('./#/');
  await expect(page.locator('main')).toContainText('Иесіне хабарлау');
  await page.goto(letter);
  await act(page, 'record-notice');
  await expect(page.locator('#owner-notice')).toHaveCount(0);
  await page.goto('./#/');
  await expect(page.locator('main h1')).toBeVisible();
  await expect(page.locator('main')).not.toContainText('Иесіне хабарлау');
  await publishNextCrl(page);

  await page.goto('./#/journals');
  await expect(page.locator('#journal-rows tbody tr')).toHaveCount(2);
  await page.locator('#journal').selectOption('G-F5');
  await expect(page.locator('#journal-rows tbody tr')).toHaveCount(2);
  await expect(page.locator('#journal-rows')).toContainText('хат 12-3/900, 20.11.2026');
  expect(await accessibilityFindings(page)).toEqual([]);
});

test('[G-9] [G-14] the journals are printed in landscape, and a correction is a line that names the old one', async ({
  page,
}) => {
  await page.goto('./#/journals');
  await expect(page.locator('.empty')).toBeVisible();
  await ownersWithKeys(page, 1);
  await page.goto('./#/journals');
  const rows = page.locator('#journal-rows tbody tr');
  // The table is wider than the page; what only a screen reader is told at its end does not widen the page itself.
  await expect(page.locator('[data-act=correct-row]')).toHaveCount(1);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(1280);
  await expect(rows).toHaveCount(1);
  await expect(rows).toContainText('KZ-0001');
  await act(page, 'correct-row');
  await act(page, 'save-correction');
  await expect(page.locator('#correction-error')).toContainText('Ештеңе өзгертілмеген');
  await page.locator('#column-blankNumbers').fill('000999');
  await act(page, 'save-correction');
  await expect(page.locator('#correction-error')).toContainText('себебі');
  await page.locator('#correction-reason').fill('бланк ауыстырылды');
  await act(page, 'save-correction');
  await expect(rows).toHaveCount(2);
  await expect(rows.first()).toContainText('2-жолмен түзетілді');
  await expect(rows.last()).toContainText('000999');
  await act(page, 'print-journal');
  await act(page, 'save-form');
  expect((await savedFile(page, 'G-F3.pdf')).subarray(0, 5).toString()).toBe('%PDF-');
});

test('[G-12.2] a court decision revokes without a letter, and no other authority’s word stands on the page', async ({
  page,
}) => {
  await ownersWithKeys(page, 1);
  await page.goto('./#/revocations');
  await expect(page.locator('[data-act=new-revocation-letter]').first()).toBeVisible();
  await act(page, 'new-revocation');
  await expect(page.locator('input[name=revocation-kind]')).toHaveCount(2);
  await expect(page.locator('main')).not.toContainText(/[NR]-F\d|9-тармақ/u);
  await page.locator('#entryId').fill('KZ');
  await page.locator('#entryId').fill('1');
  await page.locator('[data-act=choose-certificate]').first().click();
  await page.locator('#court').fill('Астана қаласының соты');
  await page.locator('#decisionNumber').fill('7119-26');
  await page.locator('#decisionDate').fill('02.11.2026');
  await page.locator('#inForceFrom').fill('17.11.2026');
  await act(page, 'receive-revocation');
  await expect(page.locator('#case-facts')).toContainText('12-тармақтың 2) тармақшасы');
  await page.locator('#confirmed-correct').check();
  await act(page, 'revoke');
  await act(page, 'revoke-finally');
  await expect(page.locator('#revoked-text')).toBeVisible();
  await act(page, 'record-notice');
  await expect(page.locator('#owner-notice')).toContainText('Хабарланды');
});
