import { createHash } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { buildIfOlder } from './build-if-older.mjs';
import { installIfMissing } from './install.mjs';
import { requireNode } from './node-version.mjs';
import { DIST, ROOT } from './project.mjs';

/**
 * `npm run release -- --out DIR`: a folder to be copied onto a medium, for computers with no network: the built application, a
 * launcher for each system, which serves it by the Node.js or the Python that is there, a READ ME in three languages, and
 * `SHA256SUMS` over all of it. The same sources give the same octets on every machine.
 */

requireNode();
installIfMissing();
const at = process.argv.indexOf('--out');
const word = at < 0 ? undefined : process.argv[at + 1];
if (word === undefined) quit('say where: npm run release -- --out DIR');
const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
const folder = join(resolve(process.env.INIT_CWD ?? process.cwd(), word), `tirkelim-${version}`);
if (existsSync(folder)) quit(`${folder} is there already`);
buildIfOlder();

cpSync(DIST, join(folder, 'application'), { recursive: true });
/** What serves it, as `npm start` does; the launchers lie beside the application. */
for (const path of [
  'app/boot/content-types.json',
  'app/boot/security-headers.json',
  'tools/security-headers.mjs',
  'tools/server.mjs',
  ...['greeting.json', 'neither.txt', 'serve-and-open.mjs', 'serve.py', 'start-from-stick.mjs'].map(
    (name) => `tools/stick/${name}`,
  ),
])
  copy(path, `program/${path}`);
put('program/package.json', '{ "type": "module", "imports": { "#app/*": "./app/*", "#tools/*": "./tools/*" } }\n');
for (const name of ['READ-ME.kk.txt', 'READ-ME.ru.txt', 'READ-ME.en.txt', 'start-windows.cmd'])
  copy(`tools/stick/${name}`, name, '\r\n');
for (const name of ['start-linux.sh', 'start-macos.command']) {
  copy('tools/stick/start-linux.sh', name);
  chmodSync(join(folder, name), 0o755);
}
const sums = filesUnder(folder)
  .map((path) => `${sha256Hex(readFileSync(join(folder, path)))}  ${path}\n`)
  .join('');
put('SHA256SUMS', sums);

const worker = readFileSync(join(folder, 'application/service-worker.js'), 'utf8');
const shown = /tirkelim-version\{([0-9a-f]{64})\}/u.exec(worker)?.[1];
if (shown === undefined) quit('the service worker has no version: npm run build');
process.stdout.write(`${folder}
SHA-256 of SHA256SUMS:               ${sha256Hex(Buffer.from(sums))}
version, as the station's page says: ${shown}
`);

/**
 * @param {string} source below `src`
 * @param {string} target in the release
 * @param {string} [ending] of lines, where a system's own editor needs it
 */
function copy(source, target, ending = '\n') {
  put(target, readFileSync(join(ROOT, 'src', source), 'utf8').replaceAll('\n', ending));
}

/**
 * @param {string} path in the release
 * @param {string} content
 */
function put(path, content) {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), content);
}

/**
 * @param {string} directory
 * @returns {string[]} paths with `/`, sorted by code units
 */
function filesUnder(directory) {
  return readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .filter((path) => statSync(join(directory, path)).isFile())
    .map((path) => relative(directory, join(directory, path)).split(sep).join('/'))
    .sort();
}

/** @param {Uint8Array} octets */
function sha256Hex(octets) {
  return createHash('sha256').update(octets).digest('hex');
}

/**
 * @param {string} complaint
 * @returns {never}
 */
function quit(complaint) {
  process.stderr.write(`${complaint}\n`);
  process.exit(2);
}
