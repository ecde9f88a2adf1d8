import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parsePrecachedFiles, parseVersion } from '#app/boot/precached-files.ts';
import { sealServiceWorker } from '#tools/seal.mjs';

let dist: string;

beforeEach(async () => {
  dist = await mkdtemp(join(tmpdir(), 'tirkelim-seal-'));
  await mkdir(join(dist, 'assets'));
  await writeFile(join(dist, 'index.html'), 'page');
  await writeFile(join(dist, 'assets', 'a-1.js'), 'script');
  await writeFile(join(dist, 'service-worker.js'), 'use(`tirkelim-files{}`,"tirkelim-version{}");');
});

afterEach(() => rm(dist, { recursive: true }));

describe('the seal of a version', () => {
  it('[G07] names every file but the service worker, each with its SHA-256 and length', async () => {
    await sealServiceWorker(dist);
    const worker = await readFile(join(dist, 'service-worker.js'), 'utf8');
    const seal = /tirkelim-files\{[^}]*\}/u.exec(worker)?.[0] ?? '';
    const digest = (text: string): string => `sha256-${createHash('sha256').update(text).digest('base64')}`;
    expect(parsePrecachedFiles(seal)).toEqual([
      { path: 'assets/a-1.js', integrity: digest('script'), octets: 6 },
      { path: 'index.html', integrity: digest('page'), octets: 4 },
    ]);
  });

  it('[G06] gives the same files the same version, however often it is sealed', async () => {
    const first = await sealServiceWorker(dist);
    const second = await sealServiceWorker(dist);
    expect(second.versionSha256Hex).toBe(first.versionSha256Hex);
    const worker = await readFile(join(dist, 'service-worker.js'), 'utf8');
    expect(parseVersion(/tirkelim-version\{[^}]*\}/u.exec(worker)?.[0] ?? '')).toBe(first.versionSha256Hex);
  });

  it('[G06] gives another file, or another worker, another version', async () => {
    const { versionSha256Hex: first } = await sealServiceWorker(dist);
    await writeFile(join(dist, 'index.html'), 'other page');
    const { versionSha256Hex: second } = await sealServiceWorker(dist);
    await writeFile(join(dist, 'service-worker.js'), 'other("tirkelim-files{}","tirkelim-version{}");');
    const { versionSha256Hex: third } = await sealServiceWorker(dist);
    expect(new Set([first, second, third]).size).toBe(3);
  });

  it('refuses a worker that has no place for it, and a name that no list can hold', async () => {
    await writeFile(join(dist, 'a b.js'), '');
    await expect(sealServiceWorker(dist)).rejects.toThrow('a b.js');
    await rm(join(dist, 'a b.js'));
    await writeFile(join(dist, 'service-worker.js'), 'nothing');
    await expect(sealServiceWorker(dist)).rejects.toThrow('no place');
  });

  it('is not read when it is damaged', () => {
    expect(() => parsePrecachedFiles('tirkelim-files{index.html}')).toThrow('damaged');
    expect(() => parsePrecachedFiles('tirkelim-files{index.html sha256-A= 1x}')).toThrow('damaged');
    expect(parsePrecachedFiles('tirkelim-files{}')).toEqual([]);
  });
});
