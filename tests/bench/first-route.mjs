/* global document, MutationObserver -- what runs inside the page */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { DIST } from '#tools/project.mjs';
import { serve } from '#tools/server.mjs';

/**
 * The first page of the built application, from its service worker, with its server gone: how much script it takes and how
 * long until something can be read; beside it a page of nothing but markup from the same browser.
 *
 * @typedef {import('./run-page.mjs').Measured} Measured
 *
 * @param {import('./run-page.mjs').Driver} driver
 * @returns {Promise<{ lines: Measured[], scripts: { name: string, octets: number }[] }>}
 */
export async function measureFirstRoute(driver) {
  const server = await serve({ directory: DIST, port: 0 });
  const bareServer = await serve({
    directory: DIST,
    port: 0,
    intercept: (_request, response) => {
      response.writeHead(200, { 'Content-Type': 'text/html' }).end('<!doctype html><p id="there">here</p>');
      return true;
    },
  });
  const page = await driver.open(`${server.origin}/`);
  await page.waitForSelector('html[data-may-unlock="true"]', { timeout: 60_000 });
  const bare = await medianTime(page, `${bareServer.origin}/`, '#there');
  await Promise.all([server.stop(), bareServer.stop()]);
  const whole = await medianTime(page, `${server.origin}/`, 'main h1');
  const addresses = await scriptsUntilShown(page, `${server.origin}/`);
  const scripts = [...new Set(addresses)]
    .map((address) => new URL(address).pathname)
    .map((name) => ({ name, octets: gzipSync(readFileSync(join(DIST, name)), { level: 9 }).length }))
    .sort((a, b) => b.octets - a.octets);
  const kilobytes = scripts.reduce((sum, { octets }) => sum + octets, 0) / 1000;
  await page.close();
  return {
    lines: [
      { name: 'first page: script, gzip', value: kilobytes, unit: 'kB', limit: 60 },
      { name: 'first page from the service worker, offline', value: whole, unit: 'ms', limit: 400 },
      { name: 'a page of markup alone', value: bare, unit: 'ms' },
    ],
    scripts,
  };
}

/**
 * The scripts that were there when the first heading stood; what a page loads behind it costs nobody's time.
 *
 * @param {import('puppeteer-core').Page} page
 * @param {string} address
 */
async function scriptsUntilShown(page, address) {
  await page.evaluateOnNewDocument(() => {
    const watcher = new MutationObserver(() => {
      if (document.querySelector('main h1') === null) return;
      watcher.disconnect();
      Object.assign(globalThis, { shownAt: performance.now() });
    });
    watcher.observe(document, { childList: true, subtree: true });
  });
  await page.goto('about:blank');
  await page.goto(address);
  await page.waitForSelector('main h1');
  return page.evaluate(() => {
    const shownAt = Number(Reflect.get(globalThis, 'shownAt'));
    return performance
      .getEntriesByType('resource')
      .filter(({ name, startTime, duration }) => name.endsWith('.js') && startTime + duration <= shownAt)
      .map(({ name }) => name);
  });
}

/**
 * @param {import('puppeteer-core').Page} page
 * @param {string} address
 * @param {string} selector of what the reader waits for
 */
async function medianTime(page, address, selector) {
  const times = [];
  for (let run = 0; run < 7; run++) {
    await page.goto('about:blank');
    const started = performance.now();
    await page.goto(address, { waitUntil: 'domcontentloaded' });
    await page.waitForSelector(selector);
    times.push(performance.now() - started);
  }
  return times.sort((a, b) => a - b)[3] ?? 0;
}
