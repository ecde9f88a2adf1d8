import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { zipArchive } from '#adapters/zip/zip.ts';
import { encodeUtf8 } from '#domain/base/utf8.ts';
import { exportLog } from '#operations/audit/export-log.ts';
import { signCrl } from '#operations/crl/sign-crl.ts';
import { accessibilityFindings } from '#tests/support/accessibility.ts';
import { aCertificate, anAuthority } from '#tests/support/authority-samples.ts';
import { aCrl } from '#tests/support/crl-samples.ts';
import { expect, test } from '#tests/support/e2e.ts';
import { dropFiles, walkTree } from '#tests/support/microscope-at-browser.ts';
import { anOffice, setUp, taken } from '#tests/support/office-at-work.ts';
import { pemOf, textFile } from '#tests/support/request-samples.ts';
import { DIST, ROOT } from '#tools/project.mjs';

/** By a double click: no server, no origin. */
const file = pathToFileURL(join(DIST, 'microscope.html')).href;
const real = (name: string) => Uint8Array.from(readFileSync(join(ROOT, 'tests/vectors/kz-real', name)));

test('the auditor’s one file opens from a disk, explains a certificate by the keyboard, and loads and stores nothing', async ({
  page,
  watched,
}) => {
  await page.goto(file);
  await expect(page.locator('h1')).toHaveText('Микроскоп');
  await dropFiles(page, [{ name: 'a.cer', octets: real('test-individual-2023.der') }]);
  await expect(page.locator('[data-part="certificate"]')).toBeVisible();
  await expect(page.locator('[data-chain="unfinished"]')).toBeVisible();
  await expect(page.locator('[data-listing="no-list"]')).toBeVisible();
  await expect(page.locator('[data-finding="subject-iin"]')).toBeVisible();
  // A file of no station has no register to look into.
  await expect(page.locator('[data-register]')).toHaveCount(0);
  await walkTree(page);
  expect(await accessibilityFindings(page)).toEqual([]);
  for (const [language, title] of [
    ['ru', 'Поля'],
    ['en', 'Fields'],
  ] as const) {
    await page.locator(`.languages [lang="${language}"]`).click();
    await expect(page.getByRole('heading', { name: title })).toBeVisible();
  }
  expect(watched.addresses.filter((address) => address !== file)).toEqual([]);
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
});

test('the one file holds a chain and a list against each other, and says what bad files are', async ({
  page,
}) => {
  const authority = anAuthority();
  await page.goto(file);
  const chain = [aCertificate(authority), authority.certificate.der]
    .map((der) => pemOf(der, 'CERTIFICATE'))
    .join('');
  await dropFiles(page, [
    { name: 'chain.pem', octets: textFile(chain) },
    { name: 'n.crl', octets: aCrl(authority) },
    { name: 'cut.cer', octets: authority.certificate.der.subarray(0, 300) },
    { name: 'letter.txt', octets: encodeUtf8('Құрметті әріптестер!') },
    { name: 'empty.cer', octets: new Uint8Array() },
  ]);
  await expect(page.locator('[data-part="certificate"]')).toHaveCount(3);
  await expect(page.locator('[data-chain="holds"]')).toHaveCount(2);
  await expect(page.locator('[data-signature="holds"]')).toHaveCount(1);
  await expect(page.locator('[data-problem="Truncated"]').first()).toBeVisible();
  await expect(page.locator('[data-refused]')).toHaveCount(2);
  await page.setViewportSize({ width: 320, height: 640 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  expect(await accessibilityFindings(page)).toEqual([]);
});

test('the one file checks an exported log, with a checkpoint that was kept, and tells a changed one', async ({
  page,
}) => {
  const office = anOffice();
  await setUp(office);
  taken(await signCrl(office.desk));
  office.pass(60);
  taken(await signCrl(office.desk));
  const log = await exportLog(office.desk);
  const files = new Map(taken(await zipArchive.unpack(log, 2 ** 26)));
  const [first = ''] = [...files.keys()].filter((name) => name.startsWith('checkpoints/'));
  const kept = files.get(first) ?? new Uint8Array();
  await page.goto(file);
  await dropFiles(page, [
    { name: 'log.zip', octets: log },
    { name: 'kept.txt', octets: kept },
  ]);
  await expect(page.locator('[data-log="sound"]')).toBeVisible();
  await expect(page.locator('[data-step="earlier"][data-state="holds"]')).toHaveCount(3);
  for (const step of ['records', 'signatures', 'statement', 'key', 'checkpoint', 'tree', 'tiles'])
    await expect(page.locator(`[data-step="${step}"][data-state="holds"]`)).toHaveCount(1);
  expect(await accessibilityFindings(page)).toEqual([]);
  const lines = new TextDecoder().decode(files.get('log.jsonl')).split('\n');
  files.set('log.jsonl', encodeUtf8([...lines.slice(0, 2), ...lines.slice(3)].join('\n')));
  await dropFiles(page, [{ name: 'changed.zip', octets: await zipArchive.pack(files) }]);
  await expect(page.locator('[data-log="unsound"]')).toBeVisible();
  await expect(page.locator('[data-step="records"][data-state="fails"]')).toHaveCount(1);
});

test('a pasted text is looked at, and cleared', async ({ page }) => {
  await page.goto(file);
  await page.locator('#pasted').fill(pemOf(real('national-ca-2018.der'), 'CERTIFICATE'));
  await page.locator('[data-act="look-at-text"]').click();
  await expect(page.locator('[data-part="certificate"]')).toBeVisible();
  await page.locator('[data-act="clear"]').click();
  await expect(page.locator('[data-part]')).toHaveCount(0);
});
