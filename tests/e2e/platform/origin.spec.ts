import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, installed, test, testAtStation } from '#tests/support/e2e.ts';
import { plugMedium, unlock } from '#tests/support/officer-at-browser.ts';
import { withSiteCopy } from '#tests/support/site-copy.ts';

testAtStation('N')(
  '[J14] a page at this address that the installation did not serve shuts the vault, until it is closed',
  async ({ page, context, secrets }) => {
    await plugMedium(page);
    await page.goto('/');
    await installed(page);
    await unlock(page, secrets);

    const stranger = await context.newPage();
    const devtools = await context.newCDPSession(stranger);
    await devtools.send('Network.enable');
    await devtools.send('Network.setBypassServiceWorker', { bypass: true });
    await stranger.goto('/icons/icon.svg');
    // What the officer does first when a page was away: it comes back into view.
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await expect(page.locator('html')).toHaveAttribute('data-shut', 'strangers');
    await expect(page.locator('#shut')).toBeVisible();
    await page.locator('#unlock').click();
    await expect(page.locator('#shut-reason')).toBeVisible();
    await expect(page.locator('#unlock-secret')).toHaveCount(0);

    await stranger.close();
    await page.keyboard.press('Escape');
    await page.locator('#unlock').click();
    await expect(page.locator('#unlock-secret')).toBeVisible();
    await page.keyboard.press('Escape');
    await unlock(page, secrets);
  },
);

test('[J14] a foreign service worker that takes the page over shuts the vault, and it is told', async ({
  page,
}) => {
  await withSiteCopy(async ({ directory, server }) => {
    await page.goto(`${server.origin}/`);
    await installed(page);
    await writeFile(
      join(directory, 'service-worker.js'),
      `self.addEventListener('install', (event) => event.waitUntil(self.skipWaiting()));
       self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));`,
    );
    await page.evaluate(async () => {
      const registration = await navigator.serviceWorker.getRegistration();
      await registration?.update();
    });
    await expect(page.locator('html')).toHaveAttribute('data-shut', 'takenOver');
    await expect(page.locator('html')).toHaveAttribute('data-may-unlock', 'false');
    await expect(page.locator('#shut')).toBeVisible();
  });
});
