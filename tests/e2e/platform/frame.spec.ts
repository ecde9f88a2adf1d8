import type { ServerOptions } from '#tools/server.mjs';
import { serve } from '#tools/server.mjs';
import { expect, installed, test } from '#tests/support/e2e.ts';
import { withSiteCopy } from '#tests/support/site-copy.ts';

test.use({ ownFaults: true });

/** `/framer.html?ADDRESS` shows that address in a frame, without any policy. */
const framer: NonNullable<ServerOptions['intercept']> = (request, response) => {
  if (request.url?.startsWith('/framer.html') !== true) return false;
  const framed = decodeURIComponent(request.url.split('?')[1] ?? '');
  response.writeHead(200, { 'Content-Type': 'text/html' });
  response.end(`<iframe src="${framed}"></iframe>`);
  return true;
};

for (const from of ['the same', 'another'] as const) {
  test(`[G09] a browser shows nothing of it in a frame of ${from} origin`, async ({ page, watched }) => {
    await withSiteCopy(
      async ({ server }) => {
        const other = await serve({ directory: '/nowhere', port: 0, intercept: framer });
        const origin = from === 'another' ? other.origin : server.origin;
        await page.goto(`${origin}/framer.html?${encodeURIComponent(`${server.origin}/index.html`)}`);
        await expect
          .poll(() => watched.addresses.some((address) => address.endsWith('/index.html')))
          .toBe(true);
        const frame = page.frames()[1];
        await frame?.waitForLoadState();
        expect(await frame?.locator('#app').count()).toBe(0);
        await other.stop();
      },
      { intercept: framer },
    );
  });

  test(`[G09] it does not boot in a frame of ${from} origin, even from a server that sends no headers`, async ({
    page,
  }) => {
    await withSiteCopy(
      async ({ server }) => {
        const other = await serve({ directory: '/nowhere', port: 0, intercept: framer });
        const origin = from === 'another' ? other.origin : server.origin;
        await page.goto(`${origin}/framer.html?${encodeURIComponent(`${server.origin}/index.html`)}`);
        const framed = page.frameLocator('iframe');
        await expect(framed.locator('#refused-in-frame')).toBeVisible();
        expect(await framed.locator('#app').count()).toBe(0);
        const registrations = await page.frames()[1]?.evaluate(async () => {
          return (await navigator.serviceWorker.getRegistrations()).length;
        });
        expect(registrations).toBe(0);
        await other.stop();
      },
      { intercept: framer, withoutHeaders: true },
    );
  });
}

test('[G09] once installed its service worker refuses frames of its own origin too', async ({ page }) => {
  await withSiteCopy(
    async ({ server }) => {
      await page.goto(`${server.origin}/`);
      await installed(page);
      await page.evaluate(() => {
        const frame = document.createElement('iframe');
        frame.src = './';
        document.body.append(frame);
      });
      await page.waitForTimeout(500);
      expect(await page.frames()[1]?.locator('#app').count()).toBe(0);
    },
    { withoutHeaders: true },
  );
});
