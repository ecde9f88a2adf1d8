import { execFileSync } from 'node:child_process';
import { X509Certificate, createPrivateKey, createPublicKey } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, installed, testAtStation } from '#tests/support/e2e.ts';
import { draftKept } from '#tests/support/kept-draft.ts';
import { act, filesOnMedium, plugMedium, savedFile, unlock } from '#tests/support/officer-at-browser.ts';
import { stateBody } from '#tests/support/body-samples.ts';
import {
  carryOver,
  considerAll,
  enterCarriers,
  handInLetter,
  issueFirst,
  personsCsv,
  plugFolder,
  showFolder,
  takeTable,
  typeLetter,
  typePerson,
} from '#tests/support/bodies-at-browser.ts';

const test = testAtStation('G');

test.beforeEach(async ({ page, secrets }) => {
  await plugMedium(page);
  await plugFolder(page, 'carriers');
  await page.goto('/');
  await installed(page);
  await unlock(page, secrets);
});

test('[G-1] a CA of State Bodies has its own pages and forms and none of another authority', async ({
  page,
}) => {
  await page.goto('./#/forms');
  for (const form of ['G-F1', 'G-F1a', 'G-F2', 'G-F3', 'G-F4', 'G-F4a', 'G-F5'])
    await expect(page.locator(`[data-act="preview-${form}"]`)).toHaveCount(1);
  await act(page, 'empty-G-F5');
  expect((await savedFile(page, 'G-F5-empty.pdf')).subarray(0, 5).toString()).toBe('%PDF-');
  for (const path of ['/', '/applications', '/register', '/crl', '/forms', '/station', '/carriers']) {
    await page.goto(`./#${path}`);
    await expect(page.locator('h1')).toBeVisible();
    await expect(page.locator('main')).not.toContainText(/[NR]-F\d|аккредиттеу/u);
  }
  // The longest of the three names leaves the officer where it stands at the others.
  const [search, lock] = await Promise.all(
    ['#frame-search', '#lock'].map((each) => page.locator(each).boundingBox()),
  );
  expect(Math.abs((search?.y ?? 0) - (lock?.y ?? 100))).toBeLessThan(8);
  for (const path of ['/applications/new/N-F1', '/applications/new/R-F1', '/applications/import']) {
    await page.goto(`./#${path}`);
    await expect(page.locator('h1')).toHaveText('Мұндай бет жоқ');
  }
  await page.goto('./#/');
  await page.keyboard.press('n');
  await expect(page).toHaveURL(/#\/applications\/new\/G-F1$/u);
});

test('[G-3] [G-4] [G-5] [G-6] [G-8] [G-9] from a letter to a carrier in the courier’s hand', async ({
  page,
}) => {
  await page.goto('./#/applications');
  await expect(page.locator('.empty')).toBeVisible();
  await typeLetter(page, '12-3/456');
  await typePerson(page, 0, 0);
  await act(page, 'add-person');
  await typePerson(page, 1, 1);
  await page.locator('#persons-1-iin').fill('850101300017');
  await act(page, 'hand-in');
  await expect(page.locator('#persons-1-iin-error')).toBeVisible();
  await typePerson(page, 1, 1);
  const letter = await handInLetter(page);
  await expect(page.locator('#persons tbody tr')).toHaveCount(2);

  // One person is looked at singly, the other one with the rest of the letter.
  await page.locator('#persons a[data-row]').first().click();
  await expect(page.locator('[data-act="confirm-G-4"]')).toBeEnabled();
  await act(page, 'confirm-G-4');
  await act(page, 'confirm-G-5');
  await act(page, 'approve');
  await expect(page.locator('[data-act=to-issuing]')).toBeVisible();
  await page.goto(letter);
  await considerAll(page);

  await enterCarriers(page, ['KZ-0001; 000123', 'KZ-0002; 000124']);
  const passphrase = await issueFirst(page);
  const p12 = await savedFile(page, 'KZ-0001.p12');
  const folder = mkdtempSync(join(tmpdir(), 'bodies-'));
  try {
    const file = join(folder, 'key.p12');
    writeFileSync(file, p12);
    const key = execFileSync('openssl', [
      ...['pkcs12', '-in', file, '-nodes', '-nocerts', '-passin', `pass:${passphrase}`],
    ]);
    await page.goto('./#/carriers');
    await page.locator('#carriers a[href^="#/register/"]').click();
    await expect(page.locator('#carrier-delivery')).toContainText('KZ-0001');
    await act(page, 'export-pem');
    const serial = page.url().split('/').at(-1) ?? '';
    const files = async () => (await filesOnMedium(page)).filter((name) => name.endsWith('.pem'));
    await expect.poll(files).toHaveLength(1);
    const pem = await savedFile(page, (await files())[0] ?? '');
    const certificate = new X509Certificate(pem);
    expect(certificate.serialNumber.toLowerCase()).toContain(serial);
    expect(certificate.publicKey.export({ type: 'spki', format: 'pem' })).toBe(
      createPublicKey(createPrivateKey(key)).export({ type: 'spki', format: 'pem' }),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
  await act(page, 'paper-certificate');
  await expect(page.locator('dialog')).toContainText('Тіркеу куәлігі');
  await act(page, 'close-paper');

  await act(page, 'to-hand-over');
  await page.locator('#courierName').fill('Сүлейменов Асқар');
  await act(page, 'hand-over');
  await expect(page.locator('#receiptNumber-error')).toBeVisible();
  await page.locator('#receiptNumber').fill('АБ-77');
  await act(page, 'hand-over');
  await expect(page.locator('#handed-over')).toBeVisible();
  await page.goto(letter);
  await expect(page.locator('#persons tbody tr').first()).toContainText('Берілді');
  await expect(page.locator('#persons tbody tr').nth(1)).toContainText('Шығару күтуде');
});

test('[G-3] [G-8] [G-10] a list from a table: one bad person is named and left, the others get files in a folder, which count when they were read from their carriers', async ({
  page,
  secrets,
}) => {
  await typeLetter(page, '12-3/457');
  await takeTable(
    page,
    personsCsv([10, 11, 12, 13], (n) => (n === 12 ? '850101300017' : undefined)),
  );
  await expect(page.locator('#faulty-rows')).toBeVisible();
  await expect(page.locator('#verdicts tbody tr').nth(2)).toContainText('Бақылау разряды');
  // Kept as it is through a reload.
  await draftKept(page, '850101300017');
  await page.reload();
  await expect(page.locator('#verdicts tbody tr')).toHaveCount(4);
  await unlock(page, secrets);
  const letter = await handInLetter(page);
  await expect(page.locator('#persons tbody tr')).toHaveCount(3);
  await considerAll(page);

  // The same letter once more is named and not taken in.
  await typeLetter(page, '12-3 / 457');
  await typePerson(page, 0, 20);
  await act(page, 'hand-in');
  await expect(page.locator('#act-error')).toContainText('2026-000001');
  await act(page, 'discard');
  await expect(page).toHaveURL(/#\/applications$/u);

  await enterCarriers(page, ['A-1', 'A-2', 'A-3']);
  await page.goto('./#/applications/issuing');
  await act(page, 'choose-all');
  await act(page, 'issue-folder');
  await expect(page.locator('#folder-outcomes tbody tr')).toHaveCount(3);
  await expect(page.locator('#folder-outcomes')).toContainText('A-3.p12');
  await act(page, 'save-passphrases');
  expect((await savedFile(page, 'passphrases.csv')).toString()).toContain('A-1.p12');
  await act(page, 'close-outcomes');
  await expect(page.locator('#folder-outcomes')).toHaveCount(0);

  // G-8: what lies in the folder is on no carrier, and goes to nobody.
  await page.goto('./#/applications/hand-over');
  await expect(page.locator('#in-folder')).toContainText('3');
  await expect(page.locator('#to-hand-over')).toHaveCount(0);
  await page.goto('./#/carriers');
  await act(page, 'see-again');
  await expect(page.locator('#seen-again tbody tr')).toHaveCount(3);
  await expect(page.locator('#seen-again')).toContainText('қалтаның өзінде тұр');
  await carryOver(page, 'carriers', 'media', 'copied');
  await showFolder(page, 'media');
  await act(page, 'see-again');
  await expect(page.locator('#seen-again .notice.good')).toBeVisible();
  await expect(page.locator('#carriers tbody tr').first()).toContainText('жазылған');
  await showFolder(page, 'carriers');
  await act(page, 'look-for-copies');
  await expect(page.locator('#copies-deleted')).toContainText('A-1.p12');
  await carryOver(page, 'carriers', 'media', 'moved');
  await act(page, 'look-for-copies');
  await expect(page.locator('#copies-deleted .notice.good')).toContainText('3');
  await expect(page.locator('#copies')).toHaveCount(0);

  await page.goto(letter);
  await act(page, 'print-certificates');
  await act(page, 'save-printed');
  expect((await savedFile(page, 'G-F2-2026-000001.pdf')).subarray(0, 5).toString()).toBe('%PDF-');

  await act(page, 'to-hand-over');
  await page.locator('input[name=hand-over-way][value=in-person]').check();
  for (const [field, value] of [
    ['orderNumber', '15-ө'],
    ['orderDate', '02.11.2026'],
    ['employeeName', 'Ахметова Сәуле'],
    ['documentNumber', '041234567'],
    ['documentDate', '03.03.2019'],
    ['documentIssuer', 'ҚР ІІМ'],
  ] as const)
    await page.locator(`#${field}`).fill(value);
  await act(page, 'hand-over');
  await expect(page.locator('#handed-over')).toContainText('3');
});

/** G-F4 for the one whom the body has in force; the carrier is broken. */
async function typeLetterToRevoke(page: Page): Promise<void> {
  await page.locator('#bin').selectOption(stateBody.bin);
  await page.locator('#bodyNumber').fill('12-3/900');
  await page.locator('#bodyDate').fill('20.11.2026');
  await page.locator('#headName').fill('Ерлан Жұмабекұлы');
  await page.locator('#body-certificates input').first().check();
  const field = (name: string) => page.locator(`[id="persons.0.${name}"]`);
  await field('ground').locator('input[value=carrier-damaged]').check();
  await field('identityDocument').fill('040000000, ІІМ, 05.05.2020');
  await field('address').fill('Астана, Мәңгілік ел даңғылы, 8');
  await field('reason').fill('тасымалдағыштың бұзылуы');
  await field('carrier').locator('input[value=not-returned]').check();
  await field('whyNotReturned').fill('бүлінген');
}

test('[G-11] an owner who has a key is named, and gets another only in its place', async ({ page }) => {
  await typeLetter(page, '1');
  await typePerson(page, 0, 0);
  await handInLetter(page);
  await considerAll(page);
  await enterCarriers(page, ['B-1', 'B-2']);
  await issueFirst(page);
  await typeLetter(page, '2');
  await typePerson(page, 0, 0);
  await handInLetter(page);
  await page.locator('[data-clause="G-4"]').check();
  await page.locator('[data-clause="G-5"]').check();
  await act(page, 'consider');
  await expect(page.locator('#considered')).toContainText('№ 1 куәліктің жабық кілті қолданыста');
  await page.locator('#persons a[data-row]').first().click();
  await expect(page.locator('#findings')).toContainText('11-тармақ');
  await expect(page.locator('[data-act="confirm-G-5"]')).toBeDisabled();
  // G-12.1: the body's letter to revoke the old one is asked for too.
  const application = page.url();
  await expect(page.locator('#replacement-missing')).toBeVisible();
  await act(page, 'to-application-to-revoke');
  await typeLetterToRevoke(page);
  await act(page, 'receive-revocation-letter');
  await expect(page.locator('#letter-cases tbody tr')).toHaveCount(1);
  await page.goto(application);
  await page.locator('#replacement-correct').check();
  await act(page, 'confirm-replacement');
  await expect(page.locator('#replacement-confirmed')).toBeVisible();
  await act(page, 'confirm-G-4');
  await act(page, 'confirm-G-5');
  await act(page, 'approve');
  await expect(page.locator('[data-act=to-issuing]')).toBeVisible();
  await issueFirst(page);
  await page.goto('./#/carriers');
  await expect(page.locator('#carriers tbody tr').first()).toContainText('қайтарылмаған');
  await expect(page.locator('#carriers tbody tr').nth(1)).toContainText('жазылған');
});
