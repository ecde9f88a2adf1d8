import type { Page } from '@playwright/test';
import { expect, installed, test } from '#tests/support/e2e.ts';
import { act, plugMedium, setUpStation, speak, unlock } from '#tests/support/officer-at-browser.ts';
import { fault as en } from '#ui/i18n/en/fault.ts';
import { fault as kk } from '#ui/i18n/kk/fault.ts';
import { fault as ru } from '#ui/i18n/ru/fault.ts';

test.use({ ownFaults: true });

const languages = [
  ['kk', kk],
  ['ru', ru],
  ['en', en],
] as const;
const secretText = '850101300015 Әбілқасымов';

/** The fault is shown with its three sentences in each language, and its report says nothing of what was typed. */
async function expectFault(page: Page, kind: keyof typeof kk.kinds): Promise<void> {
  const fault = page.locator('#fault');
  await expect(fault).toHaveAttribute('data-fault', kind);
  for (const [language, words] of languages) {
    await speak(page, language);
    const { title, safe, todo } = words.kinds[kind];
    for (const sentence of [title, safe, todo]) await expect(fault).toContainText(sentence);
    await page.screenshot({ path: test.info().outputPath(`${kind}-${language}.png`) });
  }
  await speak(page, 'kk');
  const report = (await fault.locator('pre').textContent()) ?? '';
  expect(report).toContain('Tirkelim fault report');
  expect(report).toMatch(/version: [0-9a-f]{8,}|version: —/u);
  expect(report).not.toContain('Әбілқасымов');
  expect(report).not.toContain('850101300015');
}

test('[J20] a fault in an act, a stray one, a page and the printer: told, and the work goes on', async ({
  page,
}) => {
  await page.addInitScript((text) => {
    const planted = { write: false, page: false, printer: false };
    Object.assign(window, { planted });
    type Method = (this: unknown, ...parameters: unknown[]) => unknown;
    const replace = (
      owner: object,
      name: string,
      stand: (self: unknown, parameters: unknown[], real: () => unknown) => unknown,
    ) => {
      const real = Reflect.get(owner, name) as Method;
      Reflect.set(owner, name, function (this: unknown, ...parameters: unknown[]) {
        return stand(this, parameters, (): unknown => Reflect.apply(real, this, parameters));
      });
    };
    replace(IDBObjectStore.prototype, 'put', (self, _, real) => {
      if (planted.write && (self as IDBObjectStore).name === 'station') throw new RangeError(text);
      return real();
    });
    replace(URLSearchParams.prototype, 'get', (_, [name], real) => {
      if (planted.page && name === 'q') throw new RangeError(text);
      return real();
    });
    replace(Worker.prototype, 'postMessage', (self, [asked], real) => {
      if (!planted.printer || (asked as { content?: unknown }).content === undefined) return real();
      return setTimeout(() => (self as Worker).dispatchEvent(new ErrorEvent('error')));
    });
  }, secretText);
  const plant = (name: 'write' | 'page' | 'printer', on: boolean) =>
    page.evaluate(
      ([which, value]) => {
        Object.assign((window as unknown as { planted: object }).planted, { [which]: value });
      },
      [name, on] as const,
    );
  await plugMedium(page);
  await page.goto('./');
  await installed(page);
  const secrets = await setUpStation(page);

  // The station is locked: the act waits for the passphrase, goes on, and breaks; the button lives again.
  await page.goto('./#/station');
  await page.locator('#lock-minutes').fill('7');
  await page.locator('#lock').click();
  await plant('write', true);
  await act(page, 'save-settings');
  await page.locator('#unlock-secret').fill(secrets.passphrase);
  await page.locator('dialog button.primary').click();
  await expectFault(page, 'register');
  await expect(page.locator('#lock-minutes')).toHaveValue('7');
  await plant('write', false);
  await act(page, 'close-fault');
  await expect(page.locator('#fault')).toHaveCount(0);
  await act(page, 'save-settings');
  await expect(page.locator('#settings-saved')).toBeVisible();

  // Nobody's: a promise that was rejected.
  await page.evaluate((text) => {
    setTimeout(() => void Promise.reject(new RangeError(text)));
  }, secretText);
  await expectFault(page, 'background');
  await act(page, 'close-fault');

  // A page that can't be drawn; the others can, and so can it when asked again.
  await plant('page', true);
  await page.goto('./#/register');
  await expectFault(page, 'page');
  await page.locator('#menu a[href="#/crl"]').click();
  await expect(page.locator('#fault')).toHaveCount(0);
  await page.locator('#menu a[href="#/register"]').click();
  await expect(page.locator('#fault')).toBeVisible();
  await plant('page', false);
  await act(page, 'page-again');
  await expect(page.locator('#fault')).toHaveCount(0);
  await expect(page.locator('main h1')).toBeVisible();

  // The printing worker ends: the paper is asked for once more.
  await page.goto('./#/forms');
  await plant('printer', true);
  await act(page, 'empty-N-F1');
  await expectFault(page, 'printing-worker');
  await plant('printer', false);
  await act(page, 'empty-N-F1');
  await expect(page.locator('[data-saved]').first()).toBeVisible();
  expect(secrets.passphrase).not.toBe('');
});

test('a start that breaks says so, and what is safe', async ({ page }) => {
  await page.addInitScript((text) => {
    IDBFactory.prototype.open = () => {
      throw new RangeError(text);
    };
  }, secretText);
  await page.goto('./');
  await expectFault(page, 'start');
});

test('[G05] a register that a newer version wrote has a page of its own, and stays as it is', async ({
  page,
}) => {
  await page.goto('./');
  await expect(page.locator('main h1')).toBeVisible();
  await page.goto('./manifest.webmanifest');
  await page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('tirkelim', 99);
        opening.onsuccess = () => {
          opening.result.close();
          resolve();
        };
        opening.onerror = () => {
          reject(new Error('not opened'));
        };
      }),
  );
  await page.goto('./');
  await expectFault(page, 'register-newer');
  const version = await page.evaluate(async () => (await indexedDB.databases())[0]?.version);
  expect(version).toBe(99);
});

test('what is typed stays through locking, another tab’s commits and a change of words', async ({
  page,
  context,
}) => {
  await plugMedium(page);
  await page.goto('./');
  await installed(page);
  const secrets = await setUpStation(page);
  await page.goto('./#/applications/new/N-F1');
  await page.locator('#surname').fill('Әбілқасымов');
  await page.locator('#lock').click();
  await page.locator('#givenName').fill('Нұрлан');
  const other = await context.newPage();
  await other.goto('./#/station');
  await expect(other.locator('main h1')).toBeVisible();
  await page.bringToFront();
  await unlock(page, secrets);
  await page.locator('#city').fill('Алматы');
  await speak(page, 'ru');
  await speak(page, 'kk');
  await other.evaluate(() => {
    new BroadcastChannel('tirkelim-commits').postMessage(1);
  });
  await page.waitForTimeout(600);
  for (const [field, value] of [
    ['surname', 'Әбілқасымов'],
    ['givenName', 'Нұрлан'],
    ['city', 'Алматы'],
  ] as const)
    await expect(page.locator(`#${field}`)).toHaveValue(value);
  // After a reload as well.
  await page.reload();
  await expect(page.locator('#surname')).toHaveValue('Әбілқасымов');
  await expect(page.locator('#city')).toHaveValue('Алматы');
});
