import type { Page } from '@playwright/test';
import { expect, installed, testAtStation } from '#tests/support/e2e.ts';
import { act, plugMedium, publishNextCrl, speak, unlock } from '#tests/support/officer-at-browser.ts';

/** The officer's name as somebody at the computer may write it into the database, past the program. */
async function officerRenamed(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('tirkelim');
        opening.onerror = () => {
          reject(new Error(String(opening.error)));
        };
        opening.onsuccess = () => {
          const database = opening.result;
          const transaction = database.transaction('officer', 'readwrite');
          const store = transaction.objectStore('officer');
          const cursor = store.openCursor();
          cursor.onsuccess = () => {
            if (cursor.result === null) return;
            const row = cursor.result.value as { record: object; keys: object };
            cursor.result.update({ ...row, record: { ...row.record, name: 'Бөгде Біреу' } });
          };
          transaction.oncomplete = () => {
            database.close();
            resolve();
          };
        };
      }),
  );
}

testAtStation('N')(
  '[E13] [J21] a register that was changed past the program is made anew from the second store',
  async ({ page, secrets }, testInfo) => {
    await plugMedium(page);
    await page.goto('/');
    await installed(page);
    await unlock(page, secrets);
    const before = await publishNextCrl(page);
    await officerRenamed(page);
    await page.reload();
    await installed(page);
    await page.goto('./#/media');
    await expect(page.locator('#rebuild-title')).toBeVisible();
    await expect(page.locator('[data-act=export-salvage]')).toBeVisible();
    for (const code of ['ru', 'en', 'kk'] as const) {
      await speak(page, code);
      await page.screenshot({ path: testInfo.outputPath(`touched-${code}.png`), fullPage: true });
    }
    await act(page, 'rebuild-touched');
    await expect(page.locator('#rebuilt-touched')).toBeVisible();
    await expect(page.locator('#rebuild-title')).toHaveCount(0);
    await unlock(page, secrets);
    const after = await publishNextCrl(page);
    expect(BigInt(after) > BigInt(before)).toBe(true);
    await page.goto('./#/audit');
    await act(page, 'verify-log');
    await expect(page.locator('#log-report')).toHaveAttribute('data-faults', '0');
    await expect(page.locator('#verdict')).toHaveAttribute('data-faults', '0');
  },
);
