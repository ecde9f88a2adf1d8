import type { Page } from '@playwright/test';
import { appendFile, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { packedFiles, parsePrecachedFiles } from '#app/boot/precached-files.ts';
import { DIST } from '#tools/project.mjs';
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
  await endServiceWorkers(page);
  const status = await page.evaluate(async () => (await fetch('fonts/Tinos-Bold.ttf')).status);
  expect(status).toBe(500);
  await expect(root(page)).toHaveAttribute('data-may-unlock', 'false');
});

test('[G07] what is altered under a running installation is served as it was, and found at the next start', async ({
  page,
  origin,
}) => {
  await page.goto(`${origin}/`);
  await installed(page);
  const digestOf = () =>
    page.evaluate(async () => {
      const octets = await (await fetch('fonts/Tinos-Bold.ttf')).arrayBuffer();
      return [...new Uint8Array(await crypto.subtle.digest('SHA-256', octets))].join();
    });
  const before = await digestOf();
  await alterInCache(page, 'fonts/Tinos-Bold.ttf');
  expect(await digestOf()).toBe(before);
  await page.reload();
  await expect(root(page)).toHaveAttribute('data-integrity', 'broken');
});

test('[G07] a pack that the browser threw away is put together from the single files', async ({
  page,
  origin,
}) => {
  await page.goto(`${origin}/`);
  await installed(page);
  await page.evaluate(async () => {
    for (const name of await caches.keys()) if (name.startsWith('tirkelim-pack-')) await caches.delete(name);
  });
  await endServiceWorkers(page);
  await page.reload();
  await installed(page);
});

test('[G07] an altered first script does not run at all', async ({ page, origin }) => {
  await page.goto(`${origin}/`);
  await installed(page);
  const script = await page.evaluate(
    () => document.querySelector<HTMLScriptElement>('script[src]')?.src ?? '',
  );
  await alterInCache(page, new URL(script).pathname.slice(1));
  await endServiceWorkers(page);
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

/** Turns one octet of a file round where the installation keeps it: in the pack of its version. */
async function alterInCache(page: Page, path: string): Promise<void> {
  const worker = await readFile(join(DIST, 'service-worker.js'), 'utf8');
  const list = /tirkelim-files\{[^}]*\}/u.exec(worker)?.[0] ?? '';
  const file = packedFiles(parsePrecachedFiles(list)).find((each) => each.path === path);
  if (file === undefined) throw new Error(`no file of the application: ${path}`);
  await page.evaluate(async (offset) => {
    const [name = '', ...others] = (await caches.keys()).filter((each) => each.startsWith('tirkelim-pack-'));
    if (others.length > 0) throw new Error('packs of several versions');
    const cache = await caches.open(name);
    const [key] = await cache.keys();
    const pack = key === undefined ? undefined : await cache.match(key);
    if (key === undefined || pack === undefined) throw new Error('no pack');
    const octets = new Uint8Array(await pack.arrayBuffer());
    octets[offset] = (octets[offset] ?? 0) ^ 1;
    await cache.put(key, new Response(octets));
  }, file.offset);
}

/** What a browser does by itself after a while without work: the next request starts the worker anew. */
async function endServiceWorkers(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('ServiceWorker.enable');
  await session.send('ServiceWorker.stopAllWorkers');
}
