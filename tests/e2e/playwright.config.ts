import { defineConfig } from '@playwright/test';
import { CHROMIUM_FLAGS, findChromium, findHeadlessShell } from '#tests/support/find-browser.mjs';

const chromium =
  process.env['TIRKELIM_CHROMIUM'] ??
  (await findHeadlessShell({ install: false, chromium: (await findChromium({ install: false })).path }));
if (chromium === undefined) throw new Error('no Chromium that starts: run npm test, which installs one');
// Each worker process reads this file again; it need not start the browsers again.
process.env['TIRKELIM_CHROMIUM'] = chromium;

export default defineConfig({
  testDir: '.',
  globalSetup: '../support/serve-the-site.ts',
  projects: [
    { name: 'profiles', testMatch: 'profiles.setup.ts' },
    { name: 'e2e', testMatch: '**/*.spec.ts', dependencies: ['profiles'] },
  ],
  outputDir: '../../test-results',
  // Every wait is for a condition; the limits are for what will never come, and no busy machine meets them.
  timeout: 900_000,
  expect: { timeout: 180_000 },
  workers: 2,
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  // npm test adds up the counts out of the JSON file.
  reporter: process.env['PLAYWRIGHT_JSON_OUTPUT_FILE'] === undefined ? 'line' : [['line'], ['json']],
  use: {
    launchOptions: { executablePath: chromium, args: CHROMIUM_FLAGS },
    locale: 'kk-KZ',
    timezoneId: 'Asia/Almaty',
    actionTimeout: 180_000,
    trace: 'off',
    screenshot: 'only-on-failure',
  },
});
