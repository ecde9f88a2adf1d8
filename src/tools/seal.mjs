import { createHash } from 'node:crypto';
import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';

const WORKER = 'service-worker.js';
const FILES = /tirkelim-files\{[^}]*\}/u;
const VERSION = /tirkelim-version\{[^}]*\}/u;

/**
 * Writes into the built service worker which files belong to this version, each with its SHA-256 as in Subresource
 * Integrity and its length, and the version itself: the SHA-256 over that list and the worker's own code.
 *
 * @param {string} directory the built application
 * @returns {Promise<{ versionSha256Hex: string, files: readonly string[] }>}
 */
export async function sealServiceWorker(directory) {
  const files = (await filesUnder(directory)).filter((file) => file !== WORKER);
  const lines = [];
  for (const file of files) {
    // The list stands in a string literal of the worker, in braces, separated by bars and blanks.
    if (!/^[\w./@-]+$/u.test(file)) throw new Error(`a file name that no list can hold: ${file}`);
    const octets = await readFile(join(directory, file));
    const digest = createHash('sha256').update(octets).digest('base64');
    lines.push(`${file} sha256-${digest} ${String(octets.length)}`);
  }
  const list = lines.join('|');
  const path = join(directory, WORKER);
  const worker = await readFile(path, 'utf8');
  if (!FILES.test(worker) || !VERSION.test(worker)) throw new Error(`${WORKER} has no place for its seal`);
  const unsealed = worker.replace(FILES, 'tirkelim-files{}').replace(VERSION, 'tirkelim-version{}');
  const versionSha256Hex = createHash('sha256').update(list).update('\n').update(unsealed).digest('hex');
  await writeFile(
    path,
    unsealed
      .replace(FILES, () => `tirkelim-files{${list}}`)
      .replace(VERSION, () => `tirkelim-version{${versionSha256Hex}}`),
  );
  return { versionSha256Hex, files };
}

/**
 * @param {string} directory
 * @returns {Promise<string[]>} paths with `/`, sorted by code units
 */
async function filesUnder(directory) {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) =>
      relative(directory, join(entry.parentPath ?? entry.path, entry.name))
        .split(sep)
        .join('/'),
    )
    .sort();
}
