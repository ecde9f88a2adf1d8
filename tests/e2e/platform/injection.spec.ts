import type { Page, Worker } from '@playwright/test';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { DIST } from '#tools/project.mjs';
import { type RunningServer, serve } from '#tools/server.mjs';
import { expect, installed, test } from '#tests/support/e2e.ts';
import { injectInPage, injectInWorker } from '#tests/support/injection-probes.ts';

// The probes break the policy on purpose.
test.use({ ownFaults: true });

const PAGE_PROBES = [
  'innerHTML',
  'eval',
  'Function',
  'setTimeout of a string',
  'data: script',
  'foreign fetch',
  'foreign image',
  'inline style',
  'Worker from a string',
  'service worker from a string',
  'new Trusted Types policy',
  'WebAssembly',
];

const WORKER_PROBES = [
  'eval',
  'Function',
  'setTimeout of a string',
  'data: script',
  'foreign fetch',
  'foreign WebSocket',
  'Worker from a string',
  'new Trusted Types policy',
  'WebAssembly',
];

test('[G10] the page lets none of twelve injections through', async ({ page, origin }) => {
  await withForeignServer(async (foreign, hits) => {
    await page.goto(`${origin}/`);
    await installed(page);
    const outcome = await page.evaluate(injectInPage, foreign.origin);
    expect(Object.keys(outcome).sort()).toEqual([...PAGE_PROBES].sort());
    expect(passed(outcome)).toEqual([]);
    expect(hits).toEqual([]);
  });
});

test('[G10] no worker of the built application lets an injection through', async ({ page }) => {
  const files = await readdir(join(DIST, 'workers'));
  const scripts = files.filter((file) => file.endsWith('.js'));
  expect(scripts.length).toBeGreaterThan(0);
  await withForeignServer(async (foreign, hits) => {
    // A page without a policy starts the workers; theirs comes with their own response.
    const bare = await serve({
      directory: DIST,
      port: 0,
      intercept: (request, response) => {
        if (request.url !== '/bare.html') return false;
        response.writeHead(200, { 'Content-Type': 'text/html' }).end('<title>bare</title>');
        return true;
      },
    });
    await page.goto(`${bare.origin}/bare.html`);
    for (const script of scripts) {
      const worker = await startWorker(page, `workers/${script}`);
      const outcome = await worker.evaluate(injectInWorker, foreign.origin);
      expect(Object.keys(outcome).sort(), script).toEqual([...WORKER_PROBES].sort());
      expect(passed(outcome), script).toEqual([]);
    }
    expect(hits).toEqual([]);
    await bare.stop();
  });
});

test('[G10] the service worker lets no injection through', async ({ page, context, origin }) => {
  await withForeignServer(async (foreign, hits) => {
    await page.goto(`${origin}/`);
    await installed(page);
    const [worker] = context.serviceWorkers();
    if (worker === undefined) throw new Error('no service worker');
    const outcome = await worker.evaluate(injectInWorker, foreign.origin);
    expect(passed(outcome)).toEqual([]);
    expect(hits).toEqual([]);
  });
});

test('[G10] the probes themselves are let through where there is no policy', async ({ page }) => {
  await withForeignServer(async (foreign, hits) => {
    await page.goto(`${foreign.origin}/`);
    const outcome = await page.evaluate(injectInPage, foreign.origin);
    expect(passed(outcome)).toEqual([...PAGE_PROBES].sort());
    expect(hits).toContain('/probe-fetch');
    expect(hits).toContain('/probe.svg');
    const worker = await startWorker(page, 'worker.js');
    // What a socket got is not known to the worker, but to the server.
    const all = WORKER_PROBES.filter((probe) => probe !== 'foreign WebSocket').sort();
    expect(passed(await worker.evaluate(injectInWorker, foreign.origin))).toEqual(all);
    await expect.poll(() => hits).toContain('/probe-socket');
  });
});

function passed(outcome: Readonly<Record<string, boolean>>): readonly string[] {
  return Object.keys(outcome)
    .filter((probe) => outcome[probe] === true)
    .sort();
}

async function startWorker(page: Page, address: string): Promise<Worker> {
  const started = page.waitForEvent('worker');
  await page.evaluate((script) => {
    Object.assign(globalThis, { kept: new Worker(script, { type: 'module' }) });
  }, address);
  return started;
}

/** A server that lets anybody fetch anything, and counts what the probes got out of it. */
async function withForeignServer(
  use: (server: RunningServer, hits: readonly string[]) => Promise<void>,
): Promise<void> {
  const hits: string[] = [];
  const server = await serve({
    directory: '/nowhere',
    port: 0,
    withoutHeaders: true,
    intercept: (request, response) => {
      if (request.url?.startsWith('/probe') === true) hits.push(request.url);
      const type = request.url?.endsWith('.js') === true ? 'text/javascript' : 'text/html';
      const body = request.url === '/probe.svg' ? '<svg xmlns="http://www.w3.org/2000/svg"/>' : '';
      response.writeHead(200, {
        'Content-Type': request.url === '/probe.svg' ? 'image/svg+xml' : type,
        'Access-Control-Allow-Origin': '*',
        'Cross-Origin-Resource-Policy': 'cross-origin',
      });
      response.end(body);
      return true;
    },
  });
  try {
    await use(server, hits);
  } finally {
    await server.stop();
  }
}
