import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { CHROMIUM_FLAGS, findChromium, findFirefox } from '#tests/support/find-browser.mjs';
import { CACHE, ROOT } from '#tools/project.mjs';
import { serve } from '#tools/server.mjs';

/**
 * @typedef {{ passed: number, failed: number, skipped: number }} Counts
 * @typedef {{ open: (address: string) => Promise<void>, close: () => Promise<void> }} Driver
 */

const DONE_TIMEOUT_MS = 600_000;

/**
 * Runs the suites of `tests/browser/` in a page of Chromium and of Firefox, bundled and under the application's policy.
 *
 * @param {{ chromium?: string | undefined, firefox?: string | undefined, only?: string | undefined }} options
 * @returns {Promise<Counts>}
 */
export async function runBrowserSuites({ chromium, firefox, only }) {
  process.chdir(ROOT);
  const { build } = await import('vite');
  await build({ mode: 'browser-tests', logLevel: 'warn' });
  const counts = { passed: 0, failed: 0, skipped: 0 };
  for (const [name, path, launch] of /** @type {const} */ ([
    ['Chromium', chromium, launchChromium],
    ['Firefox', firefox, launchFirefox],
  ])) {
    if (path === undefined) {
      process.stdout.write(`${name}: none, its suites are skipped\n`);
      counts.skipped += 1;
      continue;
    }
    const result = await runIn(name, () => launch(path), only);
    counts.passed += result.passed;
    counts.failed += result.failed;
  }
  return counts;
}

/**
 * @param {string} name
 * @param {() => Promise<Driver>} launch
 * @param {string | undefined} only
 */
async function runIn(name, launch, only) {
  let passed = 0;
  let failed = 0;
  /** @type {(value?: undefined) => void} */
  let finish = () => undefined;
  const finished = new Promise((resolve) => {
    finish = resolve;
  });
  const fail = (/** @type {string} */ title, /** @type {string} */ error) => {
    failed += 1;
    process.stdout.write(`✗ ${name}: ${title}\n${error.replace(/^/gmu, '    ')}\n`);
  };
  const server = await serve({
    directory: join(CACHE, 'browser-tests'),
    port: 0,
    intercept: (request, response) => {
      if (request.method !== 'POST') return false;
      void bodyOf(request).then((body) => {
        response.writeHead(204).end();
        if (request.url === '/result') {
          if (body.error === undefined) passed += 1;
          else fail(body.title, body.error);
          return;
        }
        for (const violation of body.violations) fail('breaks the policy', violation);
        if (body.crash !== undefined) fail('the suites did not run to their end', body.crash);
        finish();
      });
      return true;
    },
  });
  const driver = await launch();
  const timer = setTimeout(() => {
    fail('the suites did not end', `after ${DONE_TIMEOUT_MS / 1000} s`);
    finish();
  }, DONE_TIMEOUT_MS);
  try {
    await driver.open(`${server.origin}/${only === undefined ? '' : `?only=${encodeURIComponent(only)}`}`);
    await finished;
  } finally {
    clearTimeout(timer);
    await driver.close();
    await server.stop();
  }
  process.stdout.write(`${name}: ${passed} passed, ${failed} failed\n`);
  return { passed, failed };
}

/**
 * @param {string} executablePath
 * @returns {Promise<Driver>}
 */
async function launchChromium(executablePath) {
  const { chromium } = await import('@playwright/test');
  const browser = await chromium.launch({ executablePath, args: CHROMIUM_FLAGS });
  return {
    open: async (address) => {
      const page = await browser.newPage();
      await page.goto(address);
    },
    close: () => browser.close(),
  };
}

/**
 * @param {string} executablePath
 * @returns {Promise<Driver>}
 */
async function launchFirefox(executablePath) {
  const { launch } = await import('puppeteer-core');
  const browser = await launch({
    browser: 'firefox',
    executablePath,
    headless: true,
    protocolTimeout: DONE_TIMEOUT_MS,
  });
  return {
    open: async (address) => {
      const page = await browser.newPage();
      await page.goto(address);
    },
    close: () => browser.close(),
  };
}

/** @param {import('node:http').IncomingMessage} request */
async function bodyOf(request) {
  const parts = [];
  for await (const part of request) parts.push(part);
  return JSON.parse(Buffer.concat(parts).toString('utf8'));
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  mkdirSync(CACHE, { recursive: true });
  const [chromium, firefox] = [await findChromium({ install: false }), await findFirefox({ install: false })];
  const counts = await runBrowserSuites({
    chromium: chromium.path,
    firefox: firefox.path,
    only: process.argv[2],
  });
  process.exitCode = counts.failed > 0 ? 1 : 0;
}
