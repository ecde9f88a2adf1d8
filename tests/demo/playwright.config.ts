import { defineConfig } from '@playwright/test';
import { CHROMIUM_FLAGS } from '#tests/support/find-browser.mjs';

const chromium = process.env['TIRKELIM_CHROMIUM'];
if (chromium === undefined) throw new Error('no Chromium that starts: run npm run demo, which finds one');

export default defineConfig({
  testDir: '.',
  testMatch: '*.demo.ts',
  globalSetup: '../support/serve-the-site.ts',
  outputDir: '../../test-results/demo',
  timeout: 0,
  expect: { timeout: 180_000 },
  workers: 1,
  retries: 0,
  reporter: 'line',
  use: {
    launchOptions: { executablePath: chromium, args: CHROMIUM_FLAGS },
    locale: 'kk-KZ',
    timezoneId: 'Asia/Almaty',
    viewport: { width: 1280, height: 800 },
    actionTimeout: 180_000,
    screenshot: 'only-on-failure',
  },
});
