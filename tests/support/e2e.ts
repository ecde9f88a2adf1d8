import { type BrowserContext, type Page, expect, test as base } from '@playwright/test';
import { HOST } from '#tools/server.mjs';
import type { StationSecrets } from './officer-at-browser.ts';
import {
  type PreparedBrowser,
  type PreparedStation,
  openPreparedStation,
  preparedSecrets,
  profileOptions,
} from './prepared-profile.ts';

/**
 * `test` for the built application: `origin` is the run's one server, each test has a browser context, and so a register, of
 * its own. `secrets` open the station of `testAtStation`; `prepared` knows where its profile lies. A page's error or a broken policy fails the test, unless it says `ownFaults`.
 */
export const test = base.extend<
  {
    ownFaults: boolean;
    station: PreparedStation | undefined;
    secrets: StationSecrets;
    prepared: PreparedBrowser;
    watched: Watched;
  },
  { origin: string }
>({
  origin: [
    // Playwright reads the fixtures out of this pattern.
    async ({}, use) => {
      const port = process.env['TIRKELIM_E2E_PORT'];
      if (port === undefined) throw new Error('no server: the configuration of the tests starts it');
      await use(`http://${HOST}:${port}`);
    },
    { scope: 'worker' },
  ],
  baseURL: ({ origin }, use) => use(`${origin}/`),
  ownFaults: [false, { option: true }],
  station: ({}, use) => use(undefined),
  secrets: async ({ station }, use) => {
    if (station === undefined) throw new Error('secrets of no station: use testAtStation');
    await use(await preparedSecrets(station));
  },
  prepared: async ({ station, baseURL, locale, timezoneId }, use) => {
    if (station === undefined) throw new Error('a profile of no station: use testAtStation');
    const opened = await openPreparedStation(station, profileOptions(baseURL, locale, timezoneId));
    await use(opened);
    await opened.close();
  },
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

/** Tests that begin with a station of that kind, set up and locked: the context is a copy of its prepared profile. */
export function testAtStation(kind: PreparedStation): typeof test {
  return test.extend({
    station: ({}, use) => use(kind),
    context: ({ prepared }, use) => use(prepared.context),
  });
}

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
  await expect(page.locator('html')).toHaveAttribute('data-may-unlock', 'true');
}
