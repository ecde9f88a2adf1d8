import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * What `openssl ca` needs on this machine for the same: certificates of one run, and lists of the same lengths.
 *
 * @typedef {import('./run-page.mjs').Measured} Measured
 *
 * @param {{ lists?: boolean }} [options] `lists` false: the certificates alone
 * @returns {Measured[]} empty without openssl
 */
export function measureOpensslPeers({ lists = true } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'tirkelim-peer-'));
  try {
    prepare(folder);
    const count = 200;
    const requests = Array.from({ length: count }, () => 'request.csr');
    const issuing = timeOf(() =>
      openssl(folder, 'ca', '-batch', '-notext', '-config', 'ca.cnf', '-infiles', ...requests),
    );
    return [
      {
        name: 'peer: openssl ca, certificates of one run',
        value: (count / issuing) * 1000,
        unit: '/s',
        size: count,
      },
      ...(lists ? [20_000, 100_000] : []).map((size) => gencrl(folder, size)),
    ];
  } catch {
    return [];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @param {string} folder */
function prepare(folder) {
  writeFileSync(
    join(folder, 'ca.cnf'),
    `[ca]\ndefault_ca=d\n[d]\ndir=.\nnew_certs_dir=.\ndatabase=index.txt\nserial=serial\ncrlnumber=crlnumber\ncertificate=ca.pem
private_key=ca.key\ndefault_md=sha256\ndefault_days=365\ndefault_crl_days=7\npolicy=p\nunique_subject=no\n[p]\ncommonName=supplied\n`,
  );
  for (const [name, text] of [
    ['index.txt', ''],
    ['serial', '1000\n'],
    ['crlnumber', '01\n'],
  ])
    writeFileSync(join(folder, name ?? ''), text ?? '');
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'];
  openssl(folder, 'req', '-x509', ...key, '-keyout', 'ca.key', '-out', 'ca.pem', '-subj', '/CN=CA');
  openssl(folder, 'req', '-new', ...key, '-keyout', 'a.key', '-out', 'request.csr', '-subj', '/CN=A');
}

/**
 * @param {string} folder
 * @param {number} size
 * @returns {Measured}
 */
function gencrl(folder, size) {
  const lines = Array.from({ length: size }, (_, i) => {
    const serial = `01${(i + 1).toString(16).toUpperCase().padStart(38, '0')}`;
    return `R\t361231000000Z\t260101000000Z,keyCompromise\t${serial}\tunknown\t/CN=A`;
  });
  writeFileSync(join(folder, 'index.txt'), `${lines.join('\n')}\n`);
  const took = timeOf(() => openssl(folder, 'ca', '-gencrl', '-config', 'ca.cnf', '-out', 'list.pem'));
  return { name: `peer: openssl ca -gencrl of ${size}`, value: took, unit: 'ms', size };
}

/**
 * @param {string} folder
 * @param {...string} words
 */
function openssl(folder, ...words) {
  execFileSync('openssl', words, { cwd: folder, stdio: 'pipe', maxBuffer: 64 * 1024 * 1024 });
}

/** @param {() => void} work */
function timeOf(work) {
  const started = performance.now();
  work();
  return performance.now() - started;
}
