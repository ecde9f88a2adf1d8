import { createHash } from 'node:crypto';
import type { Page } from '@playwright/test';
import { without } from '#tests/support/stores-at-browser.ts';
import { expect, installed, testAtStation } from '#tests/support/e2e.ts';
import {
  act,
  choose,
  fileOnMedium,
  filesOnMedium,
  plugMedium,
  publishNextCrl,
  unlock,
} from '#tests/support/officer-at-browser.ts';

const test = testAtStation('N');

async function backUp(page: Page): Promise<Buffer> {
  await page.goto('./#/media');
  await act(page, 'backup');
  await expect(page.locator('[data-saved^=tirkelim-register]')).toBeVisible();
  const name = (await filesOnMedium(page)).find((file) => file.startsWith('tirkelim-register-')) ?? '';
  return fileOnMedium(page, name);
}

async function registerList(page: Page): Promise<string> {
  await page.goto('./#/media');
  await act(page, 'export-register');
  await expect(page.locator('[data-saved^=register-]')).toBeVisible();
  const name = (await filesOnMedium(page)).find((file) => file.startsWith('register-')) ?? '';
  return createHash('sha256')
    .update(await fileOnMedium(page, name))
    .digest('hex');
}

/** Chooses the backup, types the words, and waits until what is in it is shown. */
async function openBackup(page: Page, backup: Buffer, words: string): Promise<void> {
  await choose(page, () => act(page, 'choose-backup'), { name: 'register.age', octets: backup });
  await page.locator('#restore-words').fill(words);
  await act(page, 'open-backup');
}

test('[F01] a backup restored in a second browser gives the same register, and its next CRL a greater number', async ({
  page,
  browser,
  baseURL,
  secrets,
}) => {
  await plugMedium(page);
  await page.goto('/');
  await installed(page);
  await unlock(page, secrets);
  const before = await publishNextCrl(page);
  const backup = await backUp(page);
  const digest = await registerList(page);
  const crl = await fileOnMedium(page, `${before}.crl`);

  const second = await browser.newContext({ baseURL: baseURL ?? '', locale: 'kk-KZ' });
  const other = await second.newPage();
  await plugMedium(other);
  await other.goto('/');
  await installed(other);
  await other.locator('#to-restore').click();
  await openBackup(other, backup, secrets.words.replace(/ \S+$/, ''));
  await expect(other.locator('#backup-error')).toContainText('24');
  await openBackup(other, backup, secrets.words);
  await expect(other.locator('#backup-facts [data-fact=acts]')).toBeVisible();
  await choose(other, () => act(other, 'choose-crls'), { name: `${before}.crl`, octets: crl });
  await expect(other.locator(`[data-crl="${before}"]`)).toBeVisible();
  await act(other, 'restore');
  await expect(other.locator('#restored')).toBeVisible();
  await expect(other.locator('#unlock')).toBeVisible();
  // Nothing is issued before a full list was signed.
  await expect(other.locator('#ceremony-open')).toBeVisible();
  expect(await registerList(other)).toBe(digest);
  await unlock(other, secrets);
  const after = await publishNextCrl(other);
  await other.goto('./#/media');
  await expect(other.locator('[data-act=look-at-own]')).toBeVisible();
  await expect(other.locator('#ceremony-open')).toHaveCount(0);
  await choose(other, () => act(other, 'look-at-own'), { name: `${before}.crl`, octets: crl });
  await expect(other.locator('#own-standing .good')).toBeVisible();
  expect(BigInt(after) > BigInt(before)).toBe(true);
  expect(BigInt(after) >> 24n).toBe(2n);
  await other.goto('./#/audit');
  await act(other, 'verify-log');
  await expect(other.locator('#log-report')).toHaveAttribute('data-faults', '0');
  await second.close();
});

test('[F04] a list of its own that the station does not know closes issuing, until an officer states what is lost', async ({
  page,
  browser,
  baseURL,
  secrets,
}) => {
  await plugMedium(page);
  await page.goto('/');
  await installed(page);
  await unlock(page, secrets);
  const backup = await backUp(page);
  const second = await browser.newContext({ baseURL: baseURL ?? '', locale: 'kk-KZ' });
  const other = await second.newPage();
  await plugMedium(other);
  await other.goto('/');
  await installed(other);
  await other.locator('#to-restore').click();
  await openBackup(other, backup, secrets.words);
  await act(other, 'restore');
  await expect(other.locator('#restored')).toBeVisible();
  await unlock(other, secrets);
  const number = await publishNextCrl(other);
  const crl = await fileOnMedium(other, `${number}.crl`);
  await second.close();

  await page.goto('./#/media');
  await choose(page, () => act(page, 'look-at-own'), { name: `${number}.crl`, octets: crl });
  await expect(page.locator('#own-standing .bad')).toBeVisible();
  await expect(page.locator('#ceremony-open')).toBeVisible();
  const after = await publishNextCrl(page);
  expect(BigInt(after) > BigInt(number)).toBe(true);
  await page.goto('./#/media');
  await expect(page.locator('#ceremony-open')).toBeVisible();
  await page.locator('#gap-text').fill('Ескі көшірме басқа компьютерде ашылған');
  await page.locator('#gap-words').fill(secrets.words);
  await act(page, 'state-gap');
  await expect(page.locator('#ceremony-open')).toHaveCount(0);
  await page.goto('./#/audit');
  await act(page, 'verify-log');
  await expect(page.locator('#log-report')).toHaveAttribute('data-faults', '0');
});

test('[F12] a backup is checked without restoring it, and the register stays as it is', async ({
  page,
  secrets,
}) => {
  await plugMedium(page);
  await page.goto('/');
  await installed(page);
  await unlock(page, secrets);
  const { words } = secrets;
  const backup = await backUp(page);
  await openBackup(page, backup, words);
  await expect(page.locator('#backup-facts')).toBeVisible();
  await expect(page.locator('[data-act=restore]')).toHaveCount(0);
  const bent = Buffer.from(backup);
  bent[bent.length - 1] = (bent.at(-1) ?? 0) ^ 1;
  await openBackup(page, bent, words);
  await expect(page.locator('#backup-error')).toBeVisible();
  await expect(page.locator('#backup-facts')).toHaveCount(0);
});

test('[E06] a register cleared behind the office’s back is said to be lost, and restored from its backup', async ({
  page,
  secrets,
}) => {
  await plugMedium(page);
  await page.goto('/');
  await installed(page);
  await unlock(page, secrets);
  const backup = await backUp(page);
  await without(page, 'register', 'journal');
  await expect(page.locator('.notice.bad a[href="#/media"]')).toBeVisible();
  await expect(page.locator('#organisation')).toHaveCount(0);
  await page.goto('./#/set-up');
  await expect(page.locator('#organisation')).toHaveCount(0);
  await page.goto('./#/media');
  await installed(page);
  await openBackup(page, backup, secrets.words);
  await act(page, 'restore');
  await expect(page.locator('#restored')).toBeVisible();
  await unlock(page, secrets);
});

test('[F15] the key backup is opened again from its medium, by the passphrase and by the words; a wrong word is put right', async ({
  page,
  secrets,
}) => {
  await page.goto('./');
  await unlock(page, secrets);
  await page.goto('./#/media');
  await expect(page.locator('#rehearsal')).toHaveAttribute('data-rehearsal', 'done');
  const name = (await filesOnMedium(page)).find((file) => file.startsWith('tirkelim-keys-')) ?? '';
  const octets = await fileOnMedium(page, name);
  await choose(page, () => act(page, 'rehearse-open'), { name, octets });
  await page.locator('#rehearsal-passphrase').fill(secrets.passphrase);
  await act(page, 'rehearsal-passphrase');
  await expect(page.locator('#rehearsal-passphrase')).toHaveValue('');
  const words = secrets.words.split(' ');
  const wrong = [words[1], words[0], ...words.slice(2)].join(' ');
  await page.locator('#rehearsal-words').fill(wrong);
  await act(page, 'rehearsal-words');
  await expect(page.locator('#rehearsal [role=alert]')).toBeVisible();
  await expect(page.locator('#rehearsal-words')).toHaveValue(wrong);
  await page.locator('#rehearsal-words').fill(secrets.words);
  await act(page, 'rehearsal-words');
  await expect(page.locator('#rehearsal-words')).toHaveValue('');
  await expect(page.locator('#rehearsal [role=alert]')).toHaveCount(0);
});
