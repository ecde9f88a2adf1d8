import type { Page } from '@playwright/test';
import { accessibilityFindings } from '#tests/support/accessibility.ts';
import { expect, installed, testAtStation } from '#tests/support/e2e.ts';
import { act, handIn, issue, plugMedium, unlock } from '#tests/support/officer-at-browser.ts';
import { applicant } from '#tests/support/people.ts';
import { opensslRequest } from '#tests/support/request-files.ts';

const test = testAtStation('N');
const registrar = 'Оспанова Жанар';

/** Another person sits down: chosen by name in the dialog. */
async function unlockAs(page: Page, name: string, passphrase: string): Promise<void> {
  await page.locator('#lock').click();
  await page.locator('#unlock').click();
  await page.locator('#unlock-officer').selectOption({ label: name });
  await page.locator('#unlock-secret').fill(passphrase);
  await page.locator('dialog button.primary').click();
  await expect(page.locator('#lock')).toBeVisible();
  await expect(page.locator('#unlock-secret')).toHaveCount(0);
}

/** Adds a registrar, by the words that are offered; they are the answer. */
async function addRegistrar(page: Page): Promise<string> {
  await page.goto('./#/station');
  await act(page, 'add-officer');
  await page.locator('#new-officer-name').fill(registrar);
  await page.locator('#new-officer-position').fill('Тіркеуші маман');
  await page.locator('input[name=officer-role][value=registrar]').check();
  const passphrase = (await page.locator('#officer-offered').textContent()) ?? '';
  await page.locator('#officer-passphrase').fill(passphrase);
  await page.locator('#officer-passphrase-again').fill(`${passphrase} қате`);
  await act(page, 'save-officer');
  await expect(page.locator('#officer-passphrase-again-error')).toBeVisible();
  await page.locator('#officer-passphrase-again').fill(passphrase);
  expect(await accessibilityFindings(page)).toEqual([]);
  await act(page, 'save-officer');
  await expect(page.locator('#officer-sheet')).toContainText(registrar);
  return passphrase;
}

test('two officers: a registrar takes in and can’t issue, a CA officer approves under four eyes (D10, K04)', async ({
  page,
  secrets,
}) => {
  await plugMedium(page);
  await page.goto('/');
  await installed(page);
  await expect(page.locator('#roles-at-desk')).toHaveCount(0);
  await unlock(page, secrets);
  await page.goto('./#/station');
  await expect(page.locator('[data-act=add-officer]')).toBeVisible();
  await expect(page.locator('[data-act=change-roles], [data-act=four-eyes]')).toHaveCount(0);
  const administrator = (await page.locator('.officer .soft').first().textContent())?.trim() ?? '';
  const own = await addRegistrar(page);
  await act(page, 'four-eyes');
  await expect(page.locator('#four-eyes-said')).toBeVisible();

  await unlockAs(page, registrar, own);
  await expect(page.locator('.officer')).toContainText(registrar);
  await expect(page.locator('#roles-at-desk')).toHaveText('тіркеуші');
  const person = applicant(5);
  const address = await handIn(page, person, { request: opensslRequest(person).csr });
  await act(page, 'confirm-N-5.1');
  await act(page, 'confirm-N-5.2');
  await act(page, 'approve');
  await expect(page.locator('.notice.bad').last()).toContainText('«орталық қызметкері»');
  await expect(page.locator('.notice.bad').last()).toContainText(administrator);

  await unlockAs(page, administrator, secrets.passphrase);
  await page.goto(address);
  await act(page, 'approve');
  await expect(page.locator('[data-act=issue]')).toBeVisible();

  await unlockAs(page, registrar, own);
  await page.goto(address);
  await act(page, 'issue');
  await expect(page.locator('.notice.bad').last()).toContainText('«орталық қызметкері»');

  await unlockAs(page, administrator, secrets.passphrase);
  await page.goto(address);
  expect(await issue(page)).not.toBe('');

  // One person alone: entered and examined, not approved.
  const other = applicant(6);
  await handIn(page, other, { request: opensslRequest(other).csr });
  await act(page, 'confirm-N-5.1');
  await act(page, 'confirm-N-5.2');
  await act(page, 'approve');
  await expect(page.locator('.notice.bad').last()).toContainText('төрт көз');
});

test('an officer is removed: the dialog no longer offers the name, and what is left to do is said (K05)', async ({
  page,
  secrets,
}) => {
  await plugMedium(page);
  await page.goto('/');
  await installed(page);
  await unlock(page, secrets);
  await addRegistrar(page);
  await act(page, 'remove-officer');
  await act(page, 'save-officer');
  // The first one is the administrator, without whom the station does not work.
  await expect(page.locator('#officer-failure')).toContainText('әкімші');
  await act(page, 'leave-officer');
  await page.getByRole('button', { name: `Шығару: ${registrar}` }).click();
  await act(page, 'save-officer');
  await expect(page.locator('#officer-removed')).toContainText(registrar);
  expect(await accessibilityFindings(page)).toEqual([]);
  await page.locator('#lock').click();
  await page.locator('#unlock').click();
  await expect(page.locator('#unlock-officer option')).toHaveCount(1);
  await page.keyboard.press('Escape');
  await unlock(page, secrets);
  await expect(page.getByRole('row', { name: new RegExp(registrar, 'u') })).toContainText('шығарылды');
});
