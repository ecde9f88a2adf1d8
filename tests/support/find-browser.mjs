import { execFile } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { aptInstall } from '#tests/support/apt-install.mjs';
import { ROOT } from '#tools/project.mjs';

const run = promisify(execFile);

/**
 * @typedef {object} FoundBrowser
 * @property {string} [path] a browser that was started once and answered
 * @property {string} missing what to do when there is no path
 */

/** As root Chromium refuses its sandbox; in a closed network its own calls home would only wait. */
export const CHROMIUM_FLAGS = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

/**
 * A Chromium, in this order, each candidate started once: PLAYWRIGHT_CHROMIUM_PATH (a bad value is an error), Playwright's
 * earlier download, an installed Chromium, Chrome or Edge, `playwright install chromium`, Debian's package.
 *
 * @param {{ install: boolean }} options
 * @returns {Promise<FoundBrowser>}
 */
export async function findChromium({ install }) {
  const named = process.env.PLAYWRIGHT_CHROMIUM_PATH;
  if (named !== undefined && named !== '') {
    if (await chromiumStarts(named)) return { path: named, missing: '' };
    throw new Error(`PLAYWRIGHT_CHROMIUM_PATH names no Chromium that starts: ${named}`);
  }
  const there = await firstThatStarts([...playwrightDownloads(), ...INSTALLED_CHROMIUMS], chromiumStarts);
  if (there !== undefined) return { path: there, missing: '' };
  if (install) {
    // Without --with-deps: that would ask for rights in the middle of a run.
    await run('npx', ['playwright', 'install', 'chromium'], { cwd: ROOT, timeout: 600_000 }).catch(
      () => undefined,
    );
    const downloaded = await firstThatStarts(playwrightDownloads(), chromiumStarts);
    if (downloaded !== undefined) return { path: downloaded, missing: '' };
    await aptInstall(['chromium']);
    const installed = await firstThatStarts(INSTALLED_CHROMIUMS, chromiumStarts);
    if (installed !== undefined) return { path: installed, missing: '' };
  }
  return { missing: 'no Chromium that starts: apt-get install chromium, or set PLAYWRIGHT_CHROMIUM_PATH' };
}

/**
 * The same engine without windows and their compositor, which is what a test without a screen needs: half the processor time.
 * Playwright's earlier download, Debian's package; where there is none, or another Chromium was named, that one itself.
 *
 * @param {{ install: boolean, chromium: string | undefined }} options
 * @returns {Promise<string | undefined>}
 */
export async function findHeadlessShell({ install, chromium }) {
  if (chromium === undefined || (process.env.PLAYWRIGHT_CHROMIUM_PATH ?? '') !== '') return chromium;
  const candidates = [
    ...playwrightDownloads('chromium_headless_shell', ['chrome-linux/headless_shell']),
    DEBIAN_HEADLESS_SHELL,
  ];
  const there = await firstThatStarts(candidates, chromiumStarts);
  if (there !== undefined || !install || chromium !== DEBIAN_CHROMIUM) return there ?? chromium;
  await aptInstall(['chromium-headless-shell']);
  return (await firstThatStarts([DEBIAN_HEADLESS_SHELL], chromiumStarts)) ?? chromium;
}

/**
 * A Firefox (ESR): FIREFOX_PATH (a bad value is an error), an installed one, Debian's package.
 *
 * @param {{ install: boolean }} options
 * @returns {Promise<FoundBrowser>}
 */
export async function findFirefox({ install }) {
  const named = process.env.FIREFOX_PATH;
  if (named !== undefined && named !== '') {
    if (await firefoxStarts(named)) return { path: named, missing: '' };
    throw new Error(`FIREFOX_PATH names no Firefox that starts: ${named}`);
  }
  const there = await firstThatStarts(INSTALLED_FIREFOXES, firefoxStarts);
  if (there !== undefined) return { path: there, missing: '' };
  if (install) {
    await aptInstall(['firefox-esr']);
    const installed = await firstThatStarts(INSTALLED_FIREFOXES, firefoxStarts);
    if (installed !== undefined) return { path: installed, missing: '' };
  }
  return { missing: 'no Firefox that starts: apt-get install firefox-esr, or set FIREFOX_PATH' };
}

const DEBIAN_CHROMIUM = '/usr/bin/chromium';
const DEBIAN_HEADLESS_SHELL = '/usr/bin/chromium-headless-shell';

const INSTALLED_CHROMIUMS = [
  DEBIAN_CHROMIUM,
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/usr/bin/microsoft-edge',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

const INSTALLED_FIREFOXES = [
  '/usr/bin/firefox-esr',
  '/usr/bin/firefox',
  '/Applications/Firefox.app/Contents/MacOS/firefox',
  'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
];

const DOWNLOADED_CHROMIUMS = [
  'chrome-linux/chrome',
  'chrome-linux64/chrome',
  'chrome-mac/Chromium.app/Contents/MacOS/Chromium',
];

/**
 * @param {string} name of the folder, before the number of the build
 * @param {readonly string[]} places of the program in it
 * @returns {string[]} newest first
 */
function playwrightDownloads(name = 'chromium', places = DOWNLOADED_CHROMIUMS) {
  const root = process.env.PLAYWRIGHT_BROWSERS_PATH ?? join(homedir(), '.cache', 'ms-playwright');
  if (!existsSync(root)) return [];
  const buildOf = (/** @type {string} */ folder) =>
    folder.startsWith(`${name}-`) ? Number(folder.slice(name.length + 1)) : Number.NaN;
  return readdirSync(root)
    .filter((folder) => Number.isInteger(buildOf(folder)))
    .sort((a, b) => buildOf(b) - buildOf(a))
    .flatMap((folder) => places.map((place) => join(root, folder, place)));
}

/**
 * @param {readonly string[]} candidates
 * @param {(path: string) => Promise<boolean>} starts
 */
async function firstThatStarts(candidates, starts) {
  for (const path of candidates) {
    if (existsSync(path) && (await starts(path))) return path;
  }
  return undefined;
}

/**
 * A file may be there without its libraries, so it has to show a page once.
 *
 * @param {string} path
 */
async function chromiumStarts(path) {
  const { chromium } = await import('@playwright/test');
  try {
    const browser = await chromium.launch({ executablePath: path, args: CHROMIUM_FLAGS, timeout: 30_000 });
    try {
      const page = await browser.newPage();
      return (await page.evaluate(() => 6 * 7)) === 42;
    } finally {
      await browser.close();
    }
  } catch {
    return false;
  }
}

/** @param {string} path */
async function firefoxStarts(path) {
  const { launch } = await import('puppeteer-core');
  try {
    const browser = await launch({
      browser: 'firefox',
      executablePath: path,
      headless: true,
      timeout: 60_000,
    });
    try {
      const page = await browser.newPage();
      return (await page.evaluate(() => 6 * 7)) === 42;
    } finally {
      await browser.close();
    }
  } catch {
    return false;
  }
}
