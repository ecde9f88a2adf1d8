import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './project.mjs';

/**
 * Writes beside the built application whose work is in it: `licences.txt`, the licence of each shipped package word for
 * word, and `sbom.json`, the same packages as CycloneDX. The same packages give the same bytes.
 *
 * @param {string} directory the built application
 */
export function writeLicences(directory) {
  const parts = shippedPackages().map(({ path, name, version }) => {
    const folder = join(ROOT, path);
    const { license = 'no licence named' } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const texts = readdirSync(folder)
      .filter((file) => /^(?:licen[cs]e|copying|notice)/iu.test(file))
      .sort()
      .map((file) => readFileSync(join(folder, file), 'utf8').trim());
    return [`${name} ${version}, ${license}`, ...texts].join('\n\n');
  });
  writeFileSync(join(directory, 'licences.txt'), `${parts.join(`\n\n${'-'.repeat(72)}\n\n`)}\n`);
  writeFileSync(join(directory, 'sbom.json'), `${JSON.stringify(billOfMaterials(), null, 1)}\n`);
}

/** @returns {{ path: string, name: string, version: string }[]} what npm would install without the tools */
function shippedPackages() {
  const { packages } = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8'));
  return Object.entries(packages)
    .filter(([path, { dev }]) => path !== '' && dev !== true && existsSync(join(ROOT, path)))
    .map(([path, { version }]) => ({
      path,
      name: path.slice(path.lastIndexOf('node_modules/') + 13),
      version,
    }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** @returns {object} without its random number and its time, which would make each build another version */
function billOfMaterials() {
  const windows = process.platform === 'win32';
  const words = ['sbom', '--sbom-format', 'cyclonedx', '--omit', 'dev', '--package-lock-only'];
  const { stdout, status } = spawnSync(windows ? 'npm.cmd' : 'npm', words, {
    cwd: ROOT,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    shell: windows,
  });
  if (status !== 0) throw new Error('npm sbom failed');
  const bill = JSON.parse(stdout);
  delete bill.serialNumber;
  delete bill.metadata.timestamp;
  delete bill.metadata.tools;
  return bill;
}
