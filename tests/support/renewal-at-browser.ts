import { type Page, expect } from '@playwright/test';
import { type StationSecrets, act, publishShown } from './officer-at-browser.ts';
import { unlockIfLocked } from './root-at-browser.ts';

/** The renewal up to its certificate: the next key made, its backup written, read back, and opened both ways. */
export async function renewToCertificate(page: Page, secrets: StationSecrets): Promise<void> {
  await page.goto('./#/station/renewal');
  await expect(page.locator('#name')).toBeVisible();
  await unlockIfLocked(page, secrets);
  await act(page, 'begin-renewal');
  await act(page, 'save-key-backup');
  await page.locator('#rehearse-passphrase').fill(secrets.passphrase);
  await act(page, 'rehearse-passphrase');
  await page.locator('#rehearse-words').fill(secrets.words);
  await act(page, 'rehearse-words');
  await expect(page.locator('[data-act=self-sign], [data-act=save-request]').first()).toBeVisible();
}

/** The last step: from now on the new key issues. */
export async function goOverToNewKey(page: Page): Promise<void> {
  await act(page, 'renewal-first-crl');
  await expect(page.locator('#renewal-done')).toBeVisible();
}

/** Signs the next list of a former key, or of the present one, and publishes it; its number is the answer. */
export async function publishCrlOf(
  page: Page,
  secrets: StationSecrets,
  button: 'sign-crl' | 'sign-crl-1',
): Promise<string> {
  await page.goto('./#/crl');
  await expect(page.locator(`[data-act=${button}]`)).toBeVisible();
  await unlockIfLocked(page, secrets);
  await act(page, button);
  await expect(page.locator('[data-act=write-crl]')).toBeVisible();
  await unlockIfLocked(page, secrets);
  return publishShown(page);
}
