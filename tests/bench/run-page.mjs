import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { CACHE } from '#tools/project.mjs';
import { serve } from '#tools/server.mjs';

/**
 * @typedef {{ name: string, value: number, unit: string, limit?: number, size?: number }} Measured
 *
 * @typedef {object} Driver
 * @property {(address: string) => Promise<import('puppeteer-core').Page>} open
 * @property {() => Promise<void>} close
 */

const PATIENCE_MS = 60 * 60_000;

/**
 * Runs the page of measurements and hears every line it posts.
 *
 * @param {Driver} driver
 * @param {Record<string, number | string>} asked `size`, with `only` one part of it, or `certificates` for what a large register costs
 * @param {(line: Measured) => void} onLine
 * @param {string} [register] the folder of that register
 * @returns {Promise<void>}
 */
export async function runPage(driver, asked, onLine, register) {
  /** @type {() => void} */
  let finish = () => undefined;
  /** @type {(fault: Error) => void} */
  let fail = () => undefined;
  const finished = new Promise((resolve, reject) => {
    finish = () => resolve(undefined);
    fail = reject;
  });
  const server = await serve({
    directory: join(CACHE, 'bench'),
    port: 0,
    intercept: (request, response) => {
      if (register !== undefined && request.url?.startsWith('/register/') === true) {
        response.end(readFileSync(join(register, basename(request.url))));
        return true;
      }
      if (request.method !== 'POST') return false;
      void bodyOf(request).then((body) => {
        response.writeHead(204).end();
        if (request.url === '/measured') for (const line of body) onLine(line);
        if (request.url === '/done') finish();
        if (request.url === '/fault') fail(new Error(body.text));
      });
      return true;
    },
  });
  const timer = setTimeout(() => fail(new Error('the measurements did not end')), PATIENCE_MS);
  try {
    await driver.open(
      `${server.origin}/?${new URLSearchParams(Object.entries(asked).map(([name, value]) => [name, String(value)]))}`,
    );
    await finished;
  } finally {
    clearTimeout(timer);
    await server.stop();
  }
}

/** @param {import('node:http').IncomingMessage} request */
async function bodyOf(request) {
  const parts = [];
  for await (const part of request) parts.push(part);
  return JSON.parse(Buffer.concat(parts).toString('utf8'));
}
