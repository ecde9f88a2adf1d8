import type { Page } from '@playwright/test';
import { accessibilityFindings } from '#tests/support/accessibility.ts';
import { expect, installed, test, testAtStation } from '#tests/support/e2e.ts';
import {
  act,
  choose,
  plugMedium,
  setUpStation,
  speak,
  type StationSecrets,
  unlock,
} from '#tests/support/officer-at-browser.ts';
import {
  chooseToOpen,
  issueTo,
  makePackage,
  revokeByCourt,
  yearsPass,
} from '#tests/support/package-at-browser.ts';
import { applicant } from '#tests/support/people.ts';

const testAtNational = testAtStation('N');
const testAtRoot = testAtStation('R');

const sixYears = 6 * 366;
const pictures = process.env['TIRKELIM_PICTURES'];

/** Pictures for whoever looks at them, in three languages, light and dark; without a folder for them none. */
async function look(page: Page, what: string, again: () => Promise<void> = () => Promise.resolve()) {
  const findings: string[] = [];
  for (const language of ['ru', 'en', 'kk'] as const) {
    await speak(page, language);
    await again();
    for (const mode of ['dark', 'light'] as const) {
      await page.emulateMedia({ colorScheme: mode, reducedMotion: 'reduce' });
      if (pictures === undefined) continue;
      await page.screenshot({ path: `${pictures}/${what}-${language}-${mode}.png`, fullPage: true });
    }
  }
  for (const text of await accessibilityFindings(page)) findings.push(`${what}: ${text}`);
  // On a phone the tables are wider than the page, and the page itself is not.
  const size = page.viewportSize() ?? { width: 1280, height: 720 };
  await page.setViewportSize({ width: 390, height: 844 });
  for (const text of await accessibilityFindings(page)) findings.push(`${what}, narrow: ${text}`);
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  if (pictures !== undefined)
    await page.screenshot({ path: `${pictures}/${what}-narrow.png`, fullPage: true });
  await page.setViewportSize(size);
  expect(width, what).toBeLessThanOrEqual(390);
  expect(findings).toEqual([]);
}

async function anOldStation(page: Page): Promise<{ secrets: StationSecrets; first: string; second: string }> {
  await plugMedium(page);
  await page.goto('/');
  await installed(page);
  const secrets = await setUpStation(page);
  const first = await issueTo(page, 1);
  const second = await issueTo(page, 2);
  await revokeByCourt(page, second);
  return { secrets, first, second };
}

test('[N-13] [N-15] what was issued years ago goes to the archive in a package that is read back, opened and searched', async ({
  page,
}) => {
  const { secrets, first, second } = await anOldStation(page);
  await yearsPass(page, secrets, sixYears);

  await page.goto('./#/archive');
  await expect(page.locator('#kept-past')).toBeVisible();
  await look(page, 'due');
  const { name, file } = await makePackage(page);
  expect(name).toMatch(/^tirkelim-archive-[0-9a-f]{8}-000001\.zip\.age$/u);
  expect(file.toString('latin1')).toMatch(/^age-encryption\.org\/v1/u);
  expect(file.includes(Buffer.from(applicant(1).iin))).toBe(false);
  await expect(page.locator('#packages tbody tr')).toHaveCount(1);
  await expect(page.locator('#packages')).toContainText(name);
  await expect(page.locator('#kept-past')).toHaveCount(0);
  await look(page, 'made');
  await act(page, 'paper-statement');
  await expect(page.locator('dialog [data-paper="archive-statement"]')).toContainText(name);
  if (pictures !== undefined) await page.screenshot({ path: `${pictures}/statement.png`, fullPage: true });
  await act(page, 'save-form');
  await expect(page.locator('dialog [data-saved]')).toBeVisible();
  await act(page, 'close-paper');

  // It is archived, is seen as such, and nothing can be done to it any more.
  await page.goto(`./#/register/${second}`);
  await expect(page.locator('#archived')).toContainText(name);
  await expect(page.locator('.life [aria-hidden] ~ .name').last()).toHaveText('Мұрағатта');
  await expect(page.locator('[data-act=record-delivery]')).toHaveCount(0);
  await expect(page.locator('[data-act=raise-reason]')).toHaveCount(0);
  await look(page, 'certificate');
  await page.goto('./#/register');
  await expect(page.locator('#register-count')).toContainText('2');
  await page.locator('#register-filter').selectOption('archived');
  await expect(page.locator('#register-rows tbody tr')).toHaveCount(2);
  await expect(page.locator('#register-rows')).toContainText('Мұрағатта');
  await look(page, 'register', async () => {
    await page.reload();
    await page.locator('#register-filter').selectOption('archived');
  });

  // Opened again by the vault, searched by name, IIN and serial number.
  await unlock(page, secrets);
  await chooseToOpen(page, file);
  await act(page, 'open-package');
  await expect(page.locator('#package-facts')).toHaveAttribute('data-own', 'true');
  await expect(page.locator('#package-entries tbody tr')).toHaveCount(2);
  await expect(page.locator('#package-crls tbody tr').first()).toBeVisible();
  await look(page, 'opened');
  const search = page.locator('#package-search');
  for (const typed of [
    applicant(1).iin,
    first.slice(0, 12),
    `${applicant(1).surname} ${applicant(1).givenName}`,
  ]) {
    await search.fill(typed);
    await expect(page.locator('#package-entries tbody tr'), typed).toHaveCount(1);
    await expect(page.locator(`[data-act="show-${first}"]`)).toBeVisible();
  }
  await search.fill('жоқадам');
  await expect(page.locator('#nothing-in-package')).toBeVisible();
  await search.fill('');
  await act(page, `show-${second}`);
  await expect(page.locator('#packaged-certificate')).toHaveAttribute('data-serial', second);
  await expect(page.locator('#history')).toContainText('Куәлік кері қайтарылды');
  await expect(page.locator('#certificate-fields')).toBeVisible();
  await look(page, 'packaged');
  await act(page, 'back-to-package');
  await expect(page.locator('#package-entries')).toBeVisible();

  // With the recovery words too, whatever is unlocked; and not when an octet was changed.
  await chooseToOpen(page, file);
  await page.locator('input[name=opening-way][value=words]').check();
  await page.locator('#package-words').fill(secrets.words);
  await act(page, 'open-package');
  await expect(page.locator('#package-facts')).toBeVisible();
  const bent = Buffer.from(file);
  bent[bent.length - 1] = (bent.at(-1) ?? 0) ^ 1;
  await chooseToOpen(page, bent);
  await page.locator('input[name=opening-way][value=vault]').check();
  await act(page, 'open-package');
  await expect(page.locator('#package-error')).toBeVisible();
  await expect(page.locator('#package-facts')).toHaveCount(0);
  await chooseToOpen(page, Buffer.from('PK no archive'), 'p.zip');
  await act(page, 'open-package');
  await expect(page.locator('#package-error')).toContainText('мұрағат пакеті емес');

  await page.goto('./#/audit');
  await expect(page.locator('main')).toContainText('Жазбалар мұрағатқа берілді');
  await act(page, 'verify-log');
  await expect(page.locator('#log-report')).toHaveAttribute('data-faults', '0');
});

testAtNational(
  '[N-15] on a full medium, one that is pulled out, one that changes an octet, nothing is marked',
  async ({ page, secrets }) => {
    await plugMedium(page);
    await page.goto('/');
    await installed(page);
    await unlock(page, secrets);
    await yearsPass(page, secrets, sixYears);

    const failing = async (how: 'full' | 'pulled' | 'changed') => {
      await page.evaluate((fault) => {
        const failure = (name: string) => Promise.reject(new DOMException(name, name));
        const written: Uint8Array[] = [];
        Object.assign(window, {
          showSaveFilePicker: ({ suggestedName }: { suggestedName: string }) =>
            Promise.resolve({
              name: suggestedName,
              createWritable: () =>
                Promise.resolve({
                  write: (octets: Uint8Array) => {
                    if (fault === 'full') return failure('QuotaExceededError');
                    written.push(Uint8Array.from(octets));
                    return Promise.resolve();
                  },
                  close: () => Promise.resolve(),
                }),
              getFile: () => {
                if (fault === 'pulled') return failure('NotFoundError');
                const octets = written.at(-1) ?? new Uint8Array();
                octets[octets.length >> 1] = (octets[octets.length >> 1] ?? 0) ^ 1;
                return Promise.resolve(new Blob([octets as Uint8Array<ArrayBuffer>]));
              },
            }),
        });
      }, how);
      await act(page, 'make-package');
    };
    await page.goto('./#/archive');
    for (const [how, words] of [
      ['full', 'Тасымалдағышта орын жоқ'],
      ['pulled', 'Тасымалдағыш табылмады'],
      ['changed', 'Оқылған файл жазылғаннан басқа'],
    ] as const) {
      await failing(how);
      await expect(page.locator('#saving-failure')).toContainText(words);
      await expect(page.locator('#package-made')).toHaveCount(0);
      await expect(page.locator('#packages')).toHaveCount(0);
      await expect(page.locator('#kept-past tbody tr').first()).toBeVisible();
    }
    // The first CRL went through all of it unmarked; now the medium is sound.
    await page.reload();
    await unlock(page, secrets);
    await makePackage(page);
    await page.goto('./#/crl');
    await page.locator('main table a').last().click();
    await expect(page.locator('#archived')).toBeVisible();
  },
);

testAtRoot(
  '[R-17] at the Root CA the package is made and marked, and the station is locked again',
  async ({ page, secrets }) => {
    const { unlockIfLocked } = await import('#tests/support/root-at-browser.ts');
    await plugMedium(page);
    await page.goto('/');
    await installed(page);
    await page.clock.setFixedTime(Date.now() + sixYears * 86_400_000);
    await page.goto('./#/station');
    await page.reload();
    await unlockIfLocked(page, secrets);
    await act(page, 'confirm-clock');
    await page.goto('./#/archive');
    await unlockIfLocked(page, secrets);
    await makePackage(page);
    await expect(page.locator('#packages tbody tr')).toHaveCount(1);
    await expect(page.locator('#unlock')).toBeVisible();
    await expect(page.locator('main')).not.toContainText(/N-\d|G-\d/u);
  },
);

testAtNational(
  '[N-15] what a browser only offers is archived when it was shown from the medium, and not before',
  async ({ page, secrets }) => {
    await plugMedium(page);
    await page.goto('/');
    await installed(page);
    await unlock(page, secrets);
    await yearsPass(page, secrets, sixYears);
    await page.goto('./#/archive');
    // As in a browser without the File System Access API.
    await page.evaluate(() => Reflect.deleteProperty(window, 'showSaveFilePicker'));
    const [download] = await Promise.all([page.waitForEvent('download'), act(page, 'make-package')]);
    await expect(page.locator('[data-act=show-file-again]')).toBeVisible();
    await expect(page.locator('#packages')).toHaveCount(0);
    const { readFile } = await import('node:fs/promises');
    const octets = await readFile(await download.path());
    const other = Buffer.from(octets);
    other[100] = (other[100] ?? 0) ^ 1;
    const name = download.suggestedFilename();
    await choose(page, () => act(page, 'show-file-again'), { name, octets: other });
    await expect(page.locator('#saving-failure')).toBeVisible();
    await expect(page.locator('#packages')).toHaveCount(0);
    await choose(page, () => act(page, 'show-file-again'), { name, octets });
    await expect(page.locator('#package-made')).toBeVisible();
    await expect(page.locator('#packages')).toContainText(name);
  },
);
