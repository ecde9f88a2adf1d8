import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

let updated = false;

/**
 * Installs packages on Debian and its like, as root or by a `sudo` that asks nothing. Elsewhere it does nothing.
 *
 * @param {readonly string[]} packages
 * @returns {Promise<boolean>} whether apt-get said that it succeeded
 */
export async function aptInstall(packages) {
  if (!existsSync('/usr/bin/apt-get')) return false;
  const before = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  if (!updated) {
    apt(before, ['update', '-q']);
    updated = true;
  }
  process.stdout.write(`installing ${packages.join(' ')}\n`);
  if (apt(before, ['install', '-y', '-q', '--no-install-recommends', ...packages])) return true;
  // One name that the release does not have must not keep the others away.
  return (
    packages.length > 1 && packages.map((name) => apt(before, ['install', '-y', '-q', name])).every(Boolean)
  );
}

/**
 * @param {readonly string[]} before
 * @param {readonly string[]} words
 */
function apt(before, words) {
  const [command, ...rest] = [...before, 'apt-get', ...words];
  const { status } = spawnSync(command ?? 'apt-get', rest, {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    timeout: 900_000,
  });
  return status === 0;
}
