import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { aptInstall } from '#tests/support/apt-install.mjs';

/** Where Debian keeps NIST's suite for the validation of paths. */
export const pkitsFolder = '/usr/lib/python3/dist-packages/cryptography_vectors/x509/PKITS_data';

/**
 * @typedef {object} Tool
 * @property {string} package Debian's names, with blanks between them
 * @property {() => boolean} answers starts it once
 */

/** @type {Readonly<Record<string, Tool>>} */
export const TOOLS = {
  openssl: { package: 'openssl', answers: () => starts('openssl', ['version']) },
  certtool: { package: 'gnutls-bin', answers: () => starts('certtool', ['--version']) },
  certutil: { package: 'libnss3-tools', answers: () => starts('certutil', ['-H'], [0, 1]) },
  // Our programs for it are started from their source, which needs the compiler.
  java: { package: 'default-jdk-headless', answers: () => starts('javac', ['-version']) },
  bouncycastle: { package: 'libbcpkix-java', answers: () => existsSync('/usr/share/java/bcpkix.jar') },
  gostEngine: {
    package: 'libengine-gost-openssl',
    answers: () => starts('openssl', ['engine', '-t', 'gost']),
  },
  gostsum: { package: 'gostsum', answers: () => starts('gostsum', ['/dev/null']) },
  age: { package: 'age', answers: () => starts('age', ['--version']) },
  pdftotext: { package: 'poppler-utils', answers: () => starts('pdftotext', ['-v']) },
  unzip: { package: 'unzip', answers: () => starts('unzip', ['-v']) },
  sha256sum: { package: 'coreutils', answers: () => starts('sha256sum', ['--version']) },
  python3: { package: 'python3', answers: () => starts('python3', ['--version']) },
  // With Go's own reader of checkpoints and tiles, which it compiles from Debian's sources of it.
  go: {
    package: 'golang-go golang-golang-x-mod-dev',
    answers: () =>
      starts('go', ['version']) && existsSync('/usr/share/gocode/src/golang.org/x/mod/sumdb/note'),
  },
  pkits: {
    package: 'python3-cryptography-vectors',
    answers: () => existsSync(`${pkitsFolder}/certs/TrustAnchorRootCertificate.crt`),
  },
  qpdf: { package: 'qpdf', answers: () => starts('qpdf', ['--version']) },
};

/**
 * The tools that do not answer.
 *
 * @returns {string[]} keys of `TOOLS`
 */
export function missingTools() {
  return Object.entries(TOOLS)
    .filter(([, tool]) => !tool.answers())
    .map(([name]) => name);
}

/**
 * Installs what is missing, where that can be done.
 *
 * @returns {Promise<string[]>} what is missing still
 */
export async function findOrInstallTools() {
  const missing = missingTools();
  if (missing.length === 0) return [];
  await aptInstall(missing.flatMap((name) => (TOOLS[name]?.package ?? name).split(' ')));
  return missingTools();
}

/**
 * @param {string} command
 * @param {readonly string[]} words
 * @param {readonly number[]} [statuses] those with which it says how it is used
 */
function starts(command, words, statuses = [0]) {
  const { status, error } = spawnSync(command, words, { stdio: 'ignore', timeout: 30_000 });
  return error === undefined && status !== null && statuses.includes(status);
}
