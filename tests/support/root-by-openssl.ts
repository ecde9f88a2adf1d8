import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface RootAnswer {
  /** The Root's own certificate, PEM. */
  readonly root: Buffer;
  /** The certificate asked for and the Root's, in one PEM file. */
  readonly chain: Buffer;
}

/** What a Root CA that works with OpenSSL answers to a PKCS#10 request, PEM or DER. */
export function rootAnswer(requestFile: Buffer): RootAnswer {
  const folder = mkdtempSync(join(tmpdir(), 'tirkelim-root-'));
  const at = (name: string) => join(folder, name);
  const openssl = (...words: string[]) => execFileSync('openssl', words, { stdio: 'pipe', cwd: folder });
  writeFileSync(at('request.csr'), requestFile);
  writeFileSync(
    at('ca.ext'),
    [
      'basicConstraints=critical,CA:TRUE,pathlen:0',
      'keyUsage=critical,keyCertSign,cRLSign',
      'subjectKeyIdentifier=hash',
      'authorityKeyIdentifier=keyid',
    ].join('\n'),
  );
  openssl('genpkey', '-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-256', '-out', 'root.key');
  openssl(
    ...['req', '-x509', '-new', '-key', 'root.key', '-subj', '/C=KZ/CN=ROOT', '-days', '7300'],
    ...['-addext', 'keyUsage=critical,keyCertSign,cRLSign', '-out', 'root.pem'],
  );
  openssl(
    ...[
      'x509',
      '-req',
      '-inform',
      requestFile[0] === 0x2d ? 'PEM' : 'DER',
      '-in',
      'request.csr',
      '-CA',
      'root.pem',
      '-CAkey',
      'root.key',
    ],
    ...['-days', '3650', '-extfile', 'ca.ext', '-out', 'own.pem'],
  );
  const root = readFileSync(at('root.pem'));
  return { root, chain: Buffer.concat([readFileSync(at('own.pem')), root]) };
}
