import { pathToFileURL } from 'node:url';
import { writeLicences } from './licences.mjs';
import { DIST, ROOT } from './project.mjs';
import { sealServiceWorker } from './seal.mjs';

/**
 * Builds the application into `dist/`: the pages, the service worker, the licences, and last the list of files
 * with their digests inside the service worker.
 *
 * @returns {Promise<string>} the version, SHA-256 in hex
 */
export async function build() {
  process.chdir(ROOT);
  // A test runner's own would come out as another program.
  process.env.NODE_ENV = 'production';
  const { build: viteBuild } = await import('vite');
  await viteBuild({ mode: 'production', logLevel: 'warn' });
  await viteBuild({ mode: 'service-worker', logLevel: 'warn' });
  writeLicences(DIST);
  const { versionSha256Hex } = await sealServiceWorker(DIST);
  return versionSha256Hex;
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const version = await build();
  process.stdout.write(`dist/ is built, version ${version.slice(0, 16)}\n`);
}
