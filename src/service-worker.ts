import { clientsClaim, setCacheNameDetails } from 'workbox-core';
import { PrecacheController } from 'workbox-precaching';
import { parsePrecachedFiles, parseVersion } from '#app/boot/precached-files.ts';
import securityHeaders from '#app/boot/security-headers.json' with { type: 'json' };
import type {
  IntegrityBroken,
  ServiceWorkerQuestion,
  StrangersAnswer,
  VerifyAnswer,
  VersionAnswer,
} from '#app/boot/service-worker-messages.ts';

declare const self: ServiceWorkerGlobalScope;

// Both are filled in after the build, when every other file is written.
const files = parsePrecachedFiles('tirkelim-files{}');
const versionSha256Hex = parseVersion('tirkelim-version{}');

const scope = new URL(self.registration.scope);
const fileAt = new Map(files.map((file) => [new URL(file.path, scope).href, file]));
const indexUrl = new URL('index.html', scope).href;

setCacheNameDetails({ prefix: 'tirkelim' });
const precache = new PrecacheController();
// The revision keeps the files of a waiting version apart from those of the running one; the browser itself checks
// the integrity of what it fetches, so that an altered file makes the installation fail.
precache.precache(
  files.map(({ path, integrity }) => ({ url: new URL(path, scope).href, revision: integrity, integrity })),
);

// Without it the first version would not serve the page that installed it. There is no skipWaiting here: an update
// waits until somebody asks for it.
clientsClaim();

self.addEventListener('fetch', (event) => {
  event.respondWith(respond(event.request));
});

self.addEventListener('message', (event) => {
  const question = event.data as ServiceWorkerQuestion;
  const answerTo = event.ports[0];
  if (question.type === 'applyUpdate') event.waitUntil(self.skipWaiting());
  if (question.type === 'version') {
    answerTo?.postMessage({ type: 'version', versionSha256Hex } satisfies VersionAnswer);
  }
  if (question.type === 'strangers') {
    event.waitUntil(
      strangers().then((addresses) => {
        answerTo?.postMessage({ type: 'strangers', addresses } satisfies StrangersAnswer);
      }),
    );
  }
  if (question.type === 'verify') {
    event.waitUntil(
      brokenFiles().then((broken) => {
        answerTo?.postMessage({ type: 'verified', brokenFiles: broken } satisfies VerifyAnswer);
      }),
    );
  }
});

/** Answers from the cache of this version alone; nothing is asked of the network once it is installed. */
async function respond(request: Request): Promise<Response> {
  const url = new URL(request.url);
  if (url.origin !== scope.origin) return Response.error();
  if (request.method !== 'GET' && request.method !== 'HEAD') return problem(405, 'method not allowed');
  url.hash = '';
  url.search = '';
  const known = fileAt.has(url.href) ? url.href : request.mode === 'navigate' ? indexUrl : undefined;
  if (known === undefined) return problem(404, 'not a file of this version');
  const body = await verifiedBody(known);
  if (body === undefined) return problem(500, `integrity: ${known}`);
  return new Response(body.bytes, { headers: headersFor(body.contentType) });
}

interface VerifiedBody {
  readonly bytes: ArrayBuffer;
  readonly contentType: string;
}

/** The bytes of a file, or undefined (and every page is told) when they are not those of the build. */
async function verifiedBody(url: string): Promise<VerifiedBody | undefined> {
  const file = fileAt.get(url);
  if (file === undefined) return undefined;
  const response = (await precache.matchPrecache(url)) ?? (await refetched(url, file.integrity));
  if (response !== undefined) {
    const bytes = await response.arrayBuffer();
    if ((await integrityOf(bytes)) === file.integrity) {
      return { bytes, contentType: response.headers.get('Content-Type') ?? 'application/octet-stream' };
    }
  }
  await tellIntegrityBroken(file.path);
  return undefined;
}

/** A file that the browser evicted from the cache: fetched anew, if there is a network and the bytes are right. */
async function refetched(url: string, integrity: string): Promise<Response | undefined> {
  const response = await fetch(url, { integrity, cache: 'reload' }).catch(() => undefined);
  if (response?.ok !== true) return undefined;
  const cacheKey = precache.getCacheKeyForURL(url);
  if (cacheKey !== undefined) {
    const cache = await self.caches.open(precache.strategy.cacheName);
    await cache.put(cacheKey, response.clone());
  }
  return response;
}

async function brokenFiles(): Promise<readonly string[]> {
  const broken: string[] = [];
  for (const [url, file] of fileAt) {
    if ((await verifiedBody(url)) === undefined) broken.push(file.path);
  }
  return broken;
}

/** Windows of this address that were loaded past this worker: from a server, and never out of the verified cache. */
async function strangers(): Promise<readonly string[]> {
  const all = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  const served = new Set((await self.clients.matchAll({ type: 'window' })).map(({ id }) => id));
  return all.filter(({ id }) => !served.has(id)).map(({ url }) => url);
}

async function tellIntegrityBroken(file: string): Promise<void> {
  const pages = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  for (const page of pages) page.postMessage({ type: 'integrityBroken', file } satisfies IntegrityBroken);
}

async function integrityOf(bytes: ArrayBuffer): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return `sha256-${btoa(String.fromCharCode(...digest))}`;
}

function headersFor(contentType: string): Headers {
  const policy = Object.entries(securityHeaders.contentSecurityPolicy)
    .map(([directive, value]) => `${directive} ${value}`)
    .join('; ');
  const headers = new Headers(securityHeaders.headers);
  headers.set('Content-Security-Policy', `${policy}; frame-ancestors 'none'`);
  headers.set('Content-Type', contentType);
  return headers;
}

function problem(status: number, words: string): Response {
  return new Response(`Tirkelim: ${words}\n`, { status, headers: headersFor('text/plain; charset=utf-8') });
}
