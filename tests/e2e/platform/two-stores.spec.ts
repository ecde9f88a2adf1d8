import type { Page } from '@playwright/test';
import { expect, installed, testAtStation } from '#tests/support/e2e.ts';
import {
  act,
  pageLanguages,
  plugMedium,
  publishNextCrl,
  speak,
  unlock,
} from '#tests/support/officer-at-browser.ts';
import { journalAt, markersAt, without } from '#tests/support/stores-at-browser.ts';

const test = testAtStation('N');

/** What a start shows, in the three languages. */
async function photographed(page: Page, name: string): Promise<void> {
  for (const language of pageLanguages) {
    await speak(page, language);
    await page.screenshot({ path: test.info().outputPath(`${name}-${language}.png`) });
  }
  await speak(page, 'kk');
}

async function logVerifies(page: Page): Promise<void> {
  await page.goto('./#/audit');
  await act(page, 'verify-log');
  await expect(page.locator('#log-report')).toHaveAttribute('data-faults', '0');
}

test('[J21] [E07] an emptied register is rebuilt from the journal, told, logged, and works on', async ({
  page,
  secrets,
}) => {
  await plugMedium(page);
  await page.goto('/');
  await installed(page);
  await unlock(page, secrets);
  const before = await publishNextCrl(page);
  await without(page, 'register');
  await expect(page.locator('#rebuilt')).toHaveAttribute('data-rebuilt', 'register');
  await photographed(page, 'register-rebuilt');
  await installed(page);
  await unlock(page, secrets);
  const after = await publishNextCrl(page);
  expect(BigInt(after) > BigInt(before)).toBe(true);
  await logVerifies(page);
  // The next start has nothing to tell.
  await page.goto('./');
  await page.reload();
  await expect(page.locator('#unlock')).toBeVisible();
  await expect(page.locator('#rebuilt')).toHaveCount(0);
});

test('[J21] [E08] a journal that is gone is written anew from the register, told and logged', async ({
  page,
  secrets,
}) => {
  await plugMedium(page);
  await page.goto('/');
  await installed(page);
  await expect.poll(() => markersAt(page)).toEqual(['localStorage', 'Cache Storage', 'Storage Bucket']);
  await without(page, 'journal');
  await expect(page.locator('#rebuilt')).toHaveAttribute('data-rebuilt', 'journal');
  await photographed(page, 'journal-rebuilt');
  expect(await journalAt(page)).toMatchObject({ reserve: 8 * 1024 * 1024 });
  await without(page, 'register');
  await expect(page.locator('#rebuilt')).toHaveAttribute('data-rebuilt', 'register');
  await installed(page);
  await unlock(page, secrets);
  await logVerifies(page);
});

test('[J21] [J05] [E06] both stores are gone and a marker speaks: restore, never a first run', async ({
  page,
}) => {
  await page.goto('/');
  await installed(page);
  await expect.poll(() => markersAt(page)).toEqual(['localStorage', 'Cache Storage', 'Storage Bucket']);
  await without(page, 'register', 'journal');
  await expect(page.locator('.notice.bad a[href="#/media"]')).toBeVisible();
  await photographed(page, 'register-missing');
  await page.goto('./#/set-up');
  await expect(page.locator('#organisation')).toHaveCount(0);
  await without(page, 'markers');
  await expect(page.locator('#organisation')).toBeVisible();
});

test('the page of the station says whether there is a second store', async ({ page, context }) => {
  await page.goto('/');
  await installed(page);
  await page.goto('./#/station');
  await expect(page.locator('#second-store')).toHaveAttribute('data-standing', 'kept');
  await photographed(page, 'second-store');
  await page.close();
  // As a browser that gives none.
  await context.addInitScript(() => {
    const real = Reflect.get(Worker.prototype, 'postMessage') as (...asked: readonly unknown[]) => void;
    Reflect.set(Worker.prototype, 'postMessage', function (this: Worker, ...asked: readonly unknown[]) {
      const question = asked[0] as { readonly id: number; readonly name?: string; readonly method?: string };
      if (question.name === undefined || question.method === undefined) {
        Reflect.apply(real, this, asked);
        return;
      }
      setTimeout(() =>
        this.dispatchEvent(new MessageEvent('message', { data: { id: question.id, type: 'closed' } })),
      );
    });
  });
  const other = await context.newPage();
  await other.goto('./#/station');
  await expect(other.locator('#second-store')).toHaveAttribute('data-standing', 'closed');
  await photographed(other, 'no-second-store');
});
