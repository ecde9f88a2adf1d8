import { type BrowserContext, type Page, expect, test as base } from '@playwright/test';
import { existsSync } from 'node:fs';
import { DIST } from '#tools/project.mjs';
import { type RunningServer, serve } from '#tools/server.mjs';

/**
 * `test` for the built application: `origin` is served from `dist/` on a free port, each test has a browser context,
 * and so a register, of its own. A page's error or a broken policy fails the test, unless it says `ownFaults`.
 */
export const test = base.extend<
  { ownFaults: boolean; watched: Watched },
  { server: RunningServer; origin: string }
>({
  server: [
    // Playwright reads the fixtures out of this pattern.
    async ({}, use) => {
      if (!existsSync(DIST)) throw new Error('dist/ is missing: npm run build');
      const server = await serve({ directory: DIST, port: 0 });
      await use(server);
      await server.stop();
    },
    { scope: 'worker' },
  ],
  origin: [({ server }, use) => use(server.origin), { scope: 'worker' }],
  baseURL: ({ server }, use) => use(`${server.origin}/`),
  ownFaults: [false, { option: true }],
  watched: [
    async ({ context, ownFaults }, use) => {
      const watched: Watched = { faults: [], addresses: [] };
      watch(context, watched);
      await use(watched);
      if (!ownFaults && watched.faults.length > 0) throw new Error(watched.faults.join('\n'));
    },
    { auto: true },
  ],
});

export { expect };

/** What the browser said while the test ran. */
export interface Watched {
  readonly faults: string[];
  /** Of every request of every page, service workers included. */
  readonly addresses: string[];
}

/** A further context of a test, watched as its first one is. */
export function watch(context: BrowserContext, watched: Watched): void {
  context.on('weberror', (fault) => watched.faults.push(fault.error().message));
  context.on('request', (request) => watched.addresses.push(request.url()));
  context.on('console', (message) => {
    if (/Content Security Policy|TrustedScript|TrustedHTML|TrustedTypePolicy/u.test(message.text())) {
      watched.faults.push(message.text());
    }
  });
}

/** What `<html>` says about the installation, see `app/boot/show-installation.ts`. */
export async function installationOf(page: Page): Promise<Readonly<Record<string, string | undefined>>> {
  return page.evaluate(() => ({ ...document.documentElement.dataset }));
}

/** Resolves when the service worker answers for the page and every file was verified. */
export async function installed(page: Page): Promise<void> {
  await expect(page.locator('html')).toHaveAttribute('data-may-unlock', 'true', { timeout: 30_000 });
}
