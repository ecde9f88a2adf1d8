import type { Page } from '@playwright/test';
import { appendFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sealServiceWorker } from '#tools/seal.mjs';
import { expect, installationOf, installed, test } from '#tests/support/e2e.ts';
import { withSiteCopy } from '#tests/support/site-copy.ts';

const root = (page: Page): ReturnType<Page['locator']> => page.locator('html');

test('[G07] a file altered in the cache is found, and the vault stays shut', async ({ page, origin }) => {
  await page.goto(`${origin}/`);
  await installed(page);
  await alterInCache(page, 'fonts/Tinos-Regular.ttf');
  await page.reload();
  await expect(root(page)).toHaveAttribute('data-integrity', 'broken');
  await expect(root(page)).toHaveAttribute('data-may-unlock', 'false');
});

test('[G07] an altered file is not served, and the open page hears of it at once', async ({
  page,
  origin,
}) => {
  await page.goto(`${origin}/`);
  await installed(page);
  await alterInCache(page, 'fonts/Tinos-Bold.ttf');
  const status = await page.evaluate(async () => (await fetch('fonts/Tinos-Bold.ttf')).status);
  expect(status).toBe(500);
  await expect(root(page)).toHaveAttribute('data-may-unlock', 'false');
});

test('[G07] an altered first script does not run at all', async ({ page, origin }) => {
  await page.goto(`${origin}/`);
  await installed(page);
  const script = await page.evaluate(
    () => document.querySelector<HTMLScriptElement>('script[src]')?.src ?? '',
  );
  await alterInCache(page, new URL(script).pathname.slice(1));
  await page.reload();
  await page.waitForTimeout(1000);
  expect(await page.locator('#app > *').count()).toBe(0);
  expect((await installationOf(page))['mayUnlock']).toBeUndefined();
});

test('[G07] a file altered on the server before the first installation: nothing is installed or unlocked', async ({
  page,
}) => {
  await withSiteCopy(async ({ directory, server }) => {
    await appendFile(join(directory, 'fonts/Tinos-Italic.ttf'), 'altered');
    await page.goto(`${server.origin}/`);
    await expect(root(page)).toHaveAttribute('data-failure', 'installFailed');
    await expect(root(page)).toHaveAttribute('data-controlled', 'false');
    await expect(root(page)).toHaveAttribute('data-may-unlock', 'false');
  });
});

test('[G07] an update with an altered file is not installed; the version before goes on', async ({
  page,
}) => {
  await withSiteCopy(async ({ directory, server }) => {
    await page.goto(`${server.origin}/`);
    await installed(page);
    const before = await installationOf(page);
    await appendFile(join(directory, 'manifest.webmanifest'), '\n');
    await sealServiceWorker(directory);
    await appendFile(join(directory, 'manifest.webmanifest'), 'altered');
    await lookForUpdate(page);
    await expect(root(page)).toHaveAttribute('data-failure', 'installFailed');
    await page.reload();
    await installed(page);
    expect((await installationOf(page))['runningVersion']).toBe(before['runningVersion']);
  });
});

test('[G06] an update waits, both versions are known, and nothing reloads by itself', async ({ page }) => {
  await withSiteCopy(async ({ directory, server }) => {
    await page.goto(`${server.origin}/`);
    await installed(page);
    const before = await installationOf(page);
    await appendFile(join(directory, 'manifest.webmanifest'), '\n');
    const { versionSha256Hex } = await sealServiceWorker(directory);
    expect(versionSha256Hex).not.toBe(before['runningVersion']);

    await page.evaluate(() => Object.assign(globalThis, { typed: 'a form half filled in' }));
    await lookForUpdate(page);
    await expect(root(page)).toHaveAttribute('data-waiting-version', versionSha256Hex);
    await page.waitForTimeout(1500);
    expect(await page.evaluate(() => (globalThis as { typed?: string }).typed)).toBe('a form half filled in');
    expect((await installationOf(page))['runningVersion']).toBe(before['runningVersion']);

    // A reload is no request for the update.
    await page.reload();
    await installed(page);
    expect((await installationOf(page))['runningVersion']).toBe(before['runningVersion']);
    await expect(root(page)).toHaveAttribute('data-waiting-version', versionSha256Hex);

    // Another tab asks for it: this one says that it is of the older version, and stays as it is.
    await page.evaluate(() => Object.assign(globalThis, { typed: 'still here' }));
    await quiet(page);
    await page.evaluate(async () => {
      const registration = await navigator.serviceWorker.getRegistration();
      registration?.waiting?.postMessage({ type: 'applyUpdate' });
    });
    await expect(root(page)).toHaveAttribute('data-outdated', 'true');
    expect(await page.evaluate(() => (globalThis as { typed?: string }).typed)).toBe('still here');
    await page.reload();
    await installed(page);
    expect((await installationOf(page))['runningVersion']).toBe(versionSha256Hex);
    await expect(root(page)).toHaveAttribute('data-waiting-version', '');
  });
});

/**
 * The page has fetched everything that it loads after its first screen. Chromium never finishes a take-over (and a reload
 * hangs) when a fetch reaches the old service worker in the very moment in which that is being ended for the new one.
 */
async function quiet(page: Page): Promise<void> {
  const fetched = () => page.evaluate(() => performance.getEntriesByType('resource').length);
  for (let before = -1, now = await fetched(); now !== before; now = await fetched()) {
    before = now;
    await page.waitForTimeout(3000);
  }
}

async function lookForUpdate(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    await registration?.update().catch(() => undefined);
  });
}

async function alterInCache(page: Page, path: string): Promise<void> {
  const altered = await page.evaluate(async (wanted) => {
    let count = 0;
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const key of await cache.keys()) {
        if (new URL(key.url).pathname !== `/${wanted}`) continue;
        const type = (await cache.match(key))?.headers.get('Content-Type') ?? '';
        await cache.put(key, new Response('altered', { headers: { 'Content-Type': type } }));
        count += 1;
      }
    }
    return count;
  }, path);
  expect(altered).toBe(1);
}
