import type { Page } from '@playwright/test';
import { accessibilityFindings } from '#tests/support/accessibility.ts';
import { expect, installed, testAtStation } from '#tests/support/e2e.ts';
import { draftKept } from '#tests/support/kept-draft.ts';
import {
  act,
  approve,
  savedFile,
  handIn,
  issue,
  plugMedium,
  publishNextCrl,
  publishShown,
  unlock,
} from '#tests/support/officer-at-browser.ts';
import { applicant } from '#tests/support/people.ts';

const test = testAtStation('N');

async function issueTo(page: Page, number: number): Promise<string> {
  await handIn(page, applicant(number), { request: 'made-here' });
  await approve(page);
  return issue(page);
}

async function typeApplication(page: Page, number: number): Promise<void> {
  const { iin, surname, givenName, patronymic, email, phone } = applicant(number);
  for (const [field, value] of Object.entries({ iin, surname, givenName, patronymic, email, phone }))
    await page.locator(`#${field}`).fill(value);
}

test('[N-8.1] [N-9] [N-11] an application is compared, confirmed by name, decided to the second, and listed', async ({
  page,
  secrets,
}) => {
  await plugMedium(page);
  await page.goto('/');
  await installed(page);
  await unlock(page, secrets);
  const serial = await issueTo(page, 1);
  await page.goto('./#/revocations/new');
  await page.locator('#entryId').fill(applicant(1).iin);
  await act(page, 'choose-certificate');
  await expect(page.locator('#chosen-serial')).toContainText(serial.slice(0, 4));
  await act(page, 'receive-revocation');
  await expect(page.locator('[role=alert] li').first()).toBeVisible();
  await page.locator('input[name=ground][value=key-compromise]').check();
  await typeApplication(page, 1);
  await page.locator('#surname').focus();
  await draftKept(page, applicant(1).phone);
  await page.reload();
  await expect(page.locator('#surname')).toHaveValue(applicant(1).surname);
  await unlock(page, secrets);
  await act(page, 'receive-revocation');

  await expect(page.locator('#comparison tbody tr')).toHaveCount(7);
  await expect(page.locator('#comparison .differs')).toHaveCount(0);
  await act(page, 'revoke');
  await expect(page.locator('[data-act=revoke-finally]')).toHaveCount(0);
  await page.locator('#confirmed-correct').check();
  await act(page, 'revoke');
  await act(page, 'revoke-finally');
  await expect(page.locator('#revoked-text')).toContainText(/\d\d:\d\d:\d\d/);
  await act(page, 'paper-notice');
  await expect(page.locator('dialog [data-paper="revocation-notice"]')).toBeVisible();
  await act(page, 'close-paper');

  const number = await publishNextCrl(page);
  await expect(page.locator('#crl-added')).toContainText(applicant(1).surname);
  await page.goto(`./#/register/${serial}`);
  await expect(page.locator('#certificate-facts')).toContainText(number);
  await expect(page.locator('[data-act=revoke]')).toHaveCount(0);
});

test('[N-8] an application that names another person revokes nothing and is refused with a text', async ({
  page,
  secrets,
}) => {
  await plugMedium(page);
  await page.goto('/');
  await installed(page);
  await unlock(page, secrets);
  const serial = await issueTo(page, 1);
  await page.goto(`./#/revocations/new?serial=${serial}`);
  await page.locator('input[name=ground][value=owners-wish]').check();
  await typeApplication(page, 2);
  await act(page, 'receive-revocation');
  await expect(page.locator('#hindered')).toBeVisible();
  await expect(page.locator('[data-act=revoke]')).toHaveCount(0);
  await page.locator('#refusal-text').fill('ЖСН сәйкес емес');
  await act(page, 'refuse-revocation');
  await expect(page.locator('#case-facts')).toContainText('ЖСН сәйкес емес');
  await page.goto('./#/revocations');
  await expect(page.locator('#none-open')).toBeVisible();
});

test('[N-10] [N-8.1] the file that an applicant signs is made; a representative comes with a power of attorney, on the day of arrival', async ({
  page,
  secrets,
}) => {
  await plugMedium(page);
  await page.goto('/');
  await installed(page);
  await unlock(page, secrets);
  const serial = await issueTo(page, 1);
  await page.goto('./#/revocations');
  await act(page, 'to-revocation-file');
  await act(page, 'make-revocation-file');
  await expect(page.locator('[role=alert] li').first()).toBeVisible();
  await typeApplication(page, 1);
  const today = await page.locator('#writtenOn').inputValue();
  await page.locator('#serialNumber').fill(serial);
  await page.locator('#issuedOn').fill(today);
  await page.locator('input[name=ground][value=owners-wish]').check();
  await act(page, 'make-revocation-file');
  await expect(page.locator('#text-to-sign')).toContainText(`serial-number: ${serial}`);
  await expect(page.locator('#signing-command')).toContainText('openssl cms -sign -binary -nodetach');
  expect(await accessibilityFindings(page)).toEqual([]);
  await act(page, 'save-revocation-file');
  const file = `revocation-${serial.slice(0, 8)}.txt`;
  const text = (await savedFile(page, file)).toString();
  expect(text.split('\n')[0]).toBe('Tirkelim revocation application 1');

  await page.goto(`./#/revocations/new?serial=${serial}`);
  // The page before has fields of the same names.
  await expect(page.locator('#chosen-serial')).toContainText(serial.slice(0, 4));
  await page.locator('input[name=ground][value=owners-wish]').check();
  await typeApplication(page, 1);
  await page.locator('#writtenOn').fill('01.01.2020');
  await page.locator('#arrivedOn').fill('02.01.2020');
  await page.locator('input[name=applied-by][value=representative]').check();
  await page.locator('#representativeName').fill('Оспанова Әсел');
  await page.locator('#representativeIin').fill(applicant(2).iin);
  await page.locator('#powerNumber').fill('15-7');
  await page.locator('#powerDate').fill('01.01.2020');
  await page.locator('#powerUntil').fill('01.01.2020');
  await page.locator('#powerIssuer').fill('нотариус');
  await act(page, 'receive-revocation');
  await expect(page.locator('#powerUntil-error')).toBeVisible();
  await page.locator('#powerUntil').fill('31.12.2020');
  expect(await accessibilityFindings(page)).toEqual([]);
  await act(page, 'receive-revocation');
  await expect(page.locator('#representative')).toContainText('15-7');
  await expect(page.locator('#arrived-on')).toContainText('02.01.2020');
});

test('[N-8.3] the cessation asks for the typed name, revokes all, and ends in a CRL that outlasts them', async ({
  page,
  secrets,
}) => {
  await plugMedium(page);
  await page.goto('/');
  await installed(page);
  await unlock(page, secrets);
  await issueTo(page, 1);
  await page.goto('./#/revocations/cessation');
  await expect(page.locator('#cessation-count')).toHaveText('1');
  await page.locator('#typed-name').fill('ҰЛТТЫҚ ОРТАЛЫҚ');
  await page.locator('#understood').check();
  await act(page, 'cease');
  await expect(page.locator('#act-error')).toBeVisible();
  await page.locator('#typed-name').fill('ҰЛТТЫҚ КУӘЛАНДЫРУШЫ ОРТАЛЫҚ');
  await act(page, 'cease');
  await expect(page.locator('#cessation-done')).toBeVisible();
  await act(page, 'sign-final-crl');
  await act(page, 'to-final-crl');
  await publishShown(page);
  await expect(page.locator('#crl-added tbody tr')).toHaveCount(1);
});
