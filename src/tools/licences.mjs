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

/**
 * What npm would install without the tools.
 *
 * @returns {{ path: string, name: string, version: string, license?: string, integrity?: string }[]}
 */
function shippedPackages() {
  const { packages } = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8'));
  return Object.entries(packages)
    .filter(([path, { dev }]) => path !== '' && dev !== true && existsSync(join(ROOT, path)))
    .map(([path, { version, license, integrity }]) => {
      const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
      return { path, name, version, license, integrity };
    })
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

/**
 * Our own and not `npm sbom`'s: npm 10 leaves out a shipped package that a tool asks for as its peer, Svelte itself
 * among them, and puts a random number and the time in, which would make each build another version.
 *
 * @returns {object} CycloneDX 1.5
 */
function billOfMaterials() {
  const { name, version, license } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  const licensed = (/** @type {string | undefined} */ id) => (id === undefined ? [] : [{ license: { id } }]);
  return {
    bomFormat: 'CycloneDX',
    specVersion: '1.5',
    version: 1,
    metadata: { component: { type: 'application', name, version, licenses: licensed(license) } },
    components: shippedPackages().map((each) => ({
      type: 'library',
      name: each.name,
      version: each.version,
      purl: `pkg:npm/${each.name.replace('@', '%40')}@${each.version}`,
      licenses: licensed(each.license),
      hashes: hashesOf(each.integrity),
    })),
  };
}

/**
 * @param {string | undefined} integrity of the lock file, as in Subresource Integrity
 * @returns {{ alg: string, content: string }[]}
 */
function hashesOf(integrity) {
  const digest = /^sha512-(.+)$/u.exec(integrity ?? '')?.[1];
  return digest === undefined
    ? []
    : [{ alg: 'SHA-512', content: Buffer.from(digest, 'base64').toString('hex') }];
}
