import { clientsClaim, setCacheNameDetails } from 'workbox-core';
import { PrecacheController } from 'workbox-precaching';
import { contentTypeOf } from '#app/boot/content-type.ts';
import {
  type PrecachedFile,
  packedFiles,
  parsePrecachedFiles,
  parseVersion,
} from '#app/boot/precached-files.ts';
import securityHeaders from '#app/boot/security-headers.json' with { type: 'json' };
import type {
  IntegrityBroken,
  ServiceWorkerQuestion,
  StrangersAnswer,
  VerifyAnswer,
  VersionAnswer,
} from '#app/boot/service-worker-messages.ts';
import { VersionPack } from '#app/boot/version-pack.ts';

declare const self: ServiceWorkerGlobalScope;

// Both are filled in after the build, when every other file is written.
const files = parsePrecachedFiles('tirkelim-files{}');
const versionSha256Hex = parseVersion('tirkelim-version{}');

const scope = new URL(self.registration.scope);
const addressOf = (path: string): string => new URL(path, scope).href;
const fileAt = new Map(packedFiles(files).map((file) => [addressOf(file.path), file]));
const indexUrl = addressOf('index.html');

setCacheNameDetails({ prefix: 'tirkelim' });
const precache = new PrecacheController();
// The revision keeps the files of a waiting version apart from those of the running one; the browser itself checks
// the integrity of what it fetches, so that an altered file makes the installation fail.
precache.addToCacheList(
  files.map(({ path, integrity }) => ({ url: addressOf(path), revision: integrity, integrity })),
);
const pack = new VersionPack(
  self.caches,
  { name: `tirkelim-pack-${versionSha256Hex}`, address: addressOf('version.pack') },
  files,
  whole,
);

// There is no skipWaiting here: an update waits until somebody asks for it.
self.addEventListener('install', (event) => {
  event.waitUntil(precache.install(event).then(() => pack.make()));
});
self.addEventListener('activate', (event) => {
  event.waitUntil(precache.activate(event));
  event.waitUntil(pack.dropOthers('tirkelim-pack-'));
});
// Without it the first version would not serve the page that installed it.
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
      pack.verify().then((broken) => {
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
  const file = fileAt.get(known);
  const octets = file === undefined ? undefined : await pack.read(file);
  if (file === undefined || octets === undefined) {
    await tellIntegrityBroken(file?.path ?? known);
    return problem(500, `integrity: ${known}`);
  }
  return new Response(octets, { headers: headersFor(contentTypeOf(file.path)) });
}

/** The octets of one file, for the pack: out of the browser's cache, or, evicted from there, anew from the network. */
async function whole({ path, integrity }: PrecachedFile): Promise<ArrayBuffer | undefined> {
  const url = addressOf(path);
  const response =
    (await precache.matchPrecache(url)) ??
    (await fetch(url, { integrity, cache: 'reload' }).catch(() => undefined));
  return response?.ok === true ? response.arrayBuffer() : undefined;
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
