import type { Page } from '@playwright/test';
import { expect, installed, test } from '#tests/support/e2e.ts';

test('a filled trial is one click away, says what opens it, and goes without a trace (U2)', async ({
  page,
}) => {
  await page.goto('/');
  await installed(page);
  await page.locator('#to-demonstration').click();
  await expect(page.locator('#menu')).toBeVisible();
  await expect(page.locator('[data-work=trial] progress')).toHaveCount(0);
  await expect(page.locator('[data-work=trial]')).toBeVisible();
  // One thing is overdue, and thirty applications wait (N-9, N-5).
  await expect(page.locator('#menu a[href="#/applications"]')).toContainText('30');
  await expect(page.locator('#menu a[href="#/revocations"]')).toContainText('1');

  await page.locator('#lock').click();
  await page.locator('#unlock').click();
  const passphrase = (await page.locator('dialog strong.mono').textContent()) ?? '';
  await page.locator('#unlock-secret').fill(passphrase);
  await page.locator('dialog button.primary').click();
  await expect(page.locator('#lock')).toBeVisible();

  await page.locator('[data-act=about-trial]').click();
  await expect(page.locator('[data-fact=trial-passphrase]')).toHaveText(passphrase);
  await page.locator('[data-act=remove-trial]').click();
  // Back at the real address, which never had anything.
  await expect(page.locator('#to-demonstration')).toBeVisible();
  expect(new URL(page.url()).search).toBe('');
  expect(await namesOf(page)).not.toContain('tirkelim-demonstration');

  await page.goto('./?demonstration');
  await expect(page.locator('[data-act=fill-trial]')).toBeVisible();
  await expect(page.locator('#to-restore')).toBeVisible();
  await expect(page.locator('#menu')).toHaveCount(0);
});

/** Databases, folders and caches of the browser. */
function namesOf(page: Page): Promise<readonly string[]> {
  return page.evaluate(async () => {
    const folders: string[] = [];
    const root = await navigator.storage.getDirectory();
    for await (const name of (root as unknown as { keys(): AsyncIterable<string> }).keys())
      folders.push(name);
    const databases = (await indexedDB.databases()).map(({ name = '' }) => name);
    const marked = [...(await caches.keys()), ...Object.keys(localStorage)];
    return [...folders, ...databases, ...marked].map((name) => name.replace(/-(head|marker)$/u, ''));
  });
}
