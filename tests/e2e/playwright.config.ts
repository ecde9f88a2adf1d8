import { defineConfig } from '@playwright/test';
import { CHROMIUM_FLAGS, findChromium } from '#tests/support/find-browser.mjs';

const chromium = process.env['TIRKELIM_CHROMIUM'] ?? (await findChromium({ install: false })).path;
if (chromium === undefined) throw new Error('no Chromium that starts: run npm test, which installs one');
// Each worker process reads this file again; it need not start the browsers again.
process.env['TIRKELIM_CHROMIUM'] = chromium;

export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results',
  timeout: 300_000,
  expect: { timeout: 45_000 },
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
    actionTimeout: 45_000,
    trace: 'off',
    screenshot: 'only-on-failure',
  },
});
