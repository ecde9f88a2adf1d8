import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium } from '@playwright/test';
import { CHROMIUM_FLAGS } from '#tests/support/find-browser.mjs';
import { CACHE } from '#tools/project.mjs';
import type { StationSecrets } from './officer-at-browser.ts';

/**
 * Stations that were set up once in this run, through the real wizard, each in a browser profile of its own. A test works in
 * a copy: the register, the vault's files, the installed application are those that the wizard left behind.
 */

/** Kind of authority whose station lies in a prepared profile. */
export type PreparedStation = 'R' | 'G' | 'N';

/** How a browser of the tests is started: a profile belongs to the origin under which it was made. */
export interface ProfileOptions {
  readonly baseURL: string;
  readonly locale: string;
  readonly timezoneId: string;
}

/** Out of the runner's fixtures, which leave open whether they are set; the configuration sets all three. */
export function profileOptions(
  baseURL: string | undefined,
  locale: string | undefined,
  timezoneId: string | undefined,
): ProfileOptions {
  if (baseURL === undefined || locale === undefined || timezoneId === undefined)
    throw new Error('a profile needs an address, a language, and a time zone');
  return { baseURL, locale, timezoneId };
}

const folder = join(CACHE, 'e2e-profiles');
/** What a browser makes anew by itself; copied, it would only take time. */
const leftOut =
  /[/\\](?:Code Cache|GPUCache|GraphiteDawnCache|ShaderCache|GrShaderCache|DawnGraphiteCache|DawnWebGPUCache|Crashpad|Singleton\w+)$/u;

const profileOf = (kind: PreparedStation): string => join(folder, kind);
const secretsOf = (kind: PreparedStation): string => join(folder, `${kind}.json`);

/** Starts a browser on a profile folder, as every test of the built application does. */
export async function openProfile(profile: string, options: ProfileOptions): Promise<BrowserContext> {
  const executablePath = process.env['TIRKELIM_CHROMIUM'] ?? '';
  return chromium.launchPersistentContext(profile, { executablePath, args: [...CHROMIUM_FLAGS], ...options });
}

/**
 * Makes the profile of a kind: `setUp` walks the wizard on a page of it, and answers with the station's secrets. The profile
 * counts from the moment in which its browser was closed in good order.
 */
export async function prepareProfile(
  kind: PreparedStation,
  options: ProfileOptions,
  setUp: (context: BrowserContext) => Promise<StationSecrets>,
): Promise<void> {
  const profile = profileOf(kind);
  await rm(secretsOf(kind), { force: true });
  await rm(profile, { recursive: true, force: true });
  await mkdir(profile, { recursive: true });
  const context = await openProfile(profile, options);
  const secrets = await setUp(context).finally(() => context.close());
  await writeFile(secretsOf(kind), JSON.stringify(secrets));
}

/** The passphrase and the recovery words of a prepared station. */
export async function preparedSecrets(kind: PreparedStation): Promise<StationSecrets> {
  return JSON.parse(await readFile(secretsOf(kind), 'utf8')) as StationSecrets;
}

export interface PreparedBrowser {
  readonly context: BrowserContext;
  /** Folder of the copied profile, for who looks at what lies on the disk. */
  readonly profile: string;
  readonly close: () => Promise<void>;
}

/** A browser on a copy of the prepared profile; `close` ends it and removes the copy. */
export async function openPreparedStation(
  kind: PreparedStation,
  options: ProfileOptions,
): Promise<PreparedBrowser> {
  const profile = await mkdtemp(join(tmpdir(), 'tirkelim-profile-'));
  await cp(profileOf(kind), profile, { recursive: true, filter: (source) => !leftOut.test(source) });
  const context = await openProfile(profile, options);
  return {
    context,
    profile,
    close: async () => {
      await context.close();
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
