import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './project.mjs';

/** Installs the packages of the lock file when none are there, or others than the lock file names. */
export function installIfMissing() {
  if (isInstalled()) return;
  process.stdout.write('Пакеттер орнатылып жатыр · Устанавливаются пакеты · Installing packages (npm ci)…\n');
  const windows = process.platform === 'win32';
  const { status } = spawnSync(windows ? 'npm.cmd' : 'npm', ['ci', '--no-fund', '--no-audit'], {
    cwd: ROOT,
    stdio: 'inherit',
    shell: windows,
  });
  if (status !== 0) {
    process.stderr.write('npm ci failed: the packages come from the network once, at the first start.\n');
    process.exit(1);
  }
}

/**
 * Compares versions and not times: a checkout gives the lock file any time.
 *
 * @returns {boolean}
 */
function isInstalled() {
  // npm writes this file last, when everything was unpacked.
  const written = join(ROOT, 'node_modules', '.package-lock.json');
  if (!existsSync(written)) return false;
  const wanted = packagesOf(join(ROOT, 'package-lock.json'));
  const there = packagesOf(written);
  return Object.entries(wanted).every(
    ([path, { version, optional }]) =>
      path === '' || (optional === true && there[path] === undefined) || there[path]?.version === version,
  );
}

/**
 * @param {string} lockFile
 * @returns {Record<string, { version?: string, optional?: boolean }>} by path under the checkout
 */
function packagesOf(lockFile) {
  return JSON.parse(readFileSync(lockFile, 'utf8')).packages;
}
