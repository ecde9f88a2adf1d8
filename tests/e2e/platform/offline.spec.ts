import { expect, installationOf, installed, test } from '#tests/support/e2e.ts';
import { withSiteCopy } from '#tests/support/site-copy.ts';

const DAY_MS = 86_400_000;

test('[G08] works from the first installation on without its server, for a month, and asks no other origin', async ({
  page,
  context,
  watched,
}) => {
  await withSiteCopy(async ({ server }) => {
    const { origin } = server;
    await page.goto(`${origin}/`);
    await installed(page);
    const { runningVersion } = await installationOf(page);
    await server.stop();

    const later = await context.newPage();
    await later.clock.setFixedTime(Date.now() + 30 * DAY_MS);
    await later.goto(`${origin}/`);
    await installed(later);
    expect((await installationOf(later))['runningVersion']).toBe(runningVersion);
    await expect(later.locator('#app > *').first()).toBeVisible();
    await later.reload();
    await installed(later);

    // An address that only the router knows, and one that nobody knows.
    expect((await later.goto(`${origin}/?from=shortcut#/register`))?.status()).toBe(200);
    const status = await later.evaluate(async () => (await fetch('no-such-file.js')).status);
    expect(status).toBe(404);

    expect(watched.addresses.length).toBeGreaterThan(5);
    expect(watched.addresses.filter((address) => !address.startsWith(`${origin}/`))).toEqual([]);
  });
});

test('sends the whole policy with every response, from the server and from the service worker', async ({
  page,
  origin,
}) => {
  const first = await page.goto(`${origin}/`);
  await installed(page);
  const second = await page.reload();
  expect(second?.fromServiceWorker()).toBe(true);
  const script = await page.evaluate(async () => {
    const address = document.querySelector<HTMLScriptElement>('script[src]')?.src ?? '';
    return Object.fromEntries((await fetch(address)).headers);
  });
  for (const headers of [first?.headers(), second?.headers(), script]) {
    const policy = headers?.['content-security-policy'] ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("require-trusted-types-for 'script'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe');
    expect(headers?.['x-frame-options']).toBe('DENY');
    expect(headers?.['cross-origin-opener-policy']).toBe('same-origin');
    expect(headers?.['cross-origin-embedder-policy']).toBe('require-corp');
    expect(headers?.['x-content-type-options']).toBe('nosniff');
    expect(headers?.['referrer-policy']).toBe('no-referrer');
  }
});
