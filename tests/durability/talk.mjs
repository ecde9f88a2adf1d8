import { join } from 'node:path';
import { CACHE } from '#tools/project.mjs';
import { serve } from '#tools/server.mjs';

/**
 * The test's side of `page/said.ts`: what the page says arrives here, as long as the test listens.
 *
 * @typedef {{ what: string, body: any }} Said
 *
 * @typedef {object} Talk
 * @property {string} address of the page
 * @property {(what: string) => Promise<any>} next the next saying of that kind, or a rejection when the page reports a fault
 * @property {(answer: object) => void} order what a page that begins is told
 * @property {(listener: ((said: Said) => void) | null) => void} listen
 * @property {(what: string, work: () => void) => void} beforeAnswering what is done before the page goes on from that saying
 * @property {() => Promise<void>} stop
 */

const PATIENCE_MS = 300_000;

/** @returns {Promise<Talk>} */
export async function talk() {
  /** @type {object} */
  let order = {};
  /** @type {((said: Said) => void) | null} */
  let listener = null;
  /** @type {Map<string, () => void>} */
  const works = new Map();
  /** @type {{ what: string, resolve: (body: any) => void, reject: (fault: Error) => void } | null} */
  let awaited = null;
  const server = await serve({
    directory: join(CACHE, 'durability'),
    port: 0,
    intercept: (request, response) => {
      if (request.method !== 'POST') return false;
      const what = (request.url ?? '').slice(1);
      void bodyOf(request).then((body) => {
        works.get(what)?.();
        response
          .writeHead(200, { 'Content-Type': 'application/json' })
          .end(JSON.stringify(what === 'begin' ? order : {}));
        listener?.({ what, body });
        if (awaited === null) return;
        if (what === awaited.what) awaited.resolve(body);
        else if (what === 'fault') awaited.reject(new Error(body.text));
      }, ignore);
      return true;
    },
  });
  return {
    address: `${server.origin}/`,
    next: (what) =>
      new Promise((resolve, reject) => {
        const timer = setTimeout(
          () => reject(new Error(`the page did not say ${what} in ${PATIENCE_MS} ms`)),
          PATIENCE_MS,
        );
        awaited = {
          what,
          resolve: (body) => {
            clearTimeout(timer);
            resolve(body);
          },
          reject: (fault) => {
            clearTimeout(timer);
            reject(fault);
          },
        };
      }),
    order: (answer) => {
      order = answer;
    },
    listen: (next) => {
      listener = next;
    },
    beforeAnswering: (what, work) => {
      works.set(what, work);
    },
    stop: () => server.stop(),
  };
}

/** A request that a killed browser broke off. */
function ignore() {
  return undefined;
}

/** @param {import('node:http').IncomingMessage} request */
async function bodyOf(request) {
  const parts = [];
  for await (const part of request) parts.push(part);
  return JSON.parse(Buffer.concat(parts).toString('utf8'));
}
