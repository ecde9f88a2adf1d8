import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, describe, expect } from 'vitest';
import { packEntries } from '#domain/crl/crl-chunk.ts';
import { readCrlFile } from '#domain/crl/read-crl.ts';
import { writePem } from '#domain/der/pem.ts';
import { anAuthority } from '#tests/support/authority-samples.ts';
import { aCrl, manyEntries } from '#tests/support/crl-samples.ts';
import { run, runOrThrow, workFolder } from '#tests/support/foreign-programs.ts';
import { itWith } from '#tests/support/tools.ts';

const folder = workFolder();
afterAll(() => {
  folder.remove();
});

const authority = anAuthority();
const ca = folder.put('ca.pem', writePem('CERTIFICATE', authority.certificate.der));

describe('our CRLs', () => {
  itWith('openssl').each([0, 1, 1_200, 1_300, 20_000, 100_000])(
    '[B01] [B14] of %d entries are read and verified by OpenSSL',
    (count) => {
      const file = folder.put(`${count}.crl`, aCrl(authority, { chunks: packEntries(manyEntries(count)) }));
      const said = run(
        'openssl',
        'crl',
        '-in',
        file,
        '-inform',
        'DER',
        '-CAfile',
        ca,
        '-noout',
        '-crlnumber',
      );
      expect(said.text).toContain('verify OK');
      expect(said.text).toContain('crlNumber=0x05');
    },
  );

  itWith('openssl')('[B02] without entries say so', () => {
    const file = folder.put('empty.crl', aCrl(authority, { chunks: [] }));
    const { text } = run('openssl', 'crl', '-in', file, '-inform', 'DER', '-text', '-noout');
    expect(text).toContain('No Revoked Certificates.');
    expect(text).toContain('Version 2');
  });

  itWith('certtool')('[B14] are read by GnuTLS, every entry', () => {
    const pem = writePem('X509 CRL', aCrl(authority, { chunks: packEntries(manyEntries(1_200)) }));
    const { text } = run('certtool', '--crl-info', '--infile', folder.put('gnutls.pem', pem));
    expect(text).toContain('Revoked certificates (1200)');
    expect(text).toContain('CRL Number');
  });
});

describe("OpenSSL's CRL", () => {
  itWith('openssl')('[B04] with a suspension is read and shown', () => {
    const key = folder.path('other.key');
    runOrThrow(
      'openssl',
      'req',
      '-x509',
      '-newkey',
      'ec',
      '-pkeyopt',
      'ec_paramgen_curve:P-256',
      '-nodes',
      '-keyout',
      key,
      '-subj',
      '/CN=Other',
      '-out',
      folder.path('other.pem'),
      '-days',
      '30',
    );
    writeFileSync(
      folder.path('index.txt'),
      'R\t300101000000Z\t260101000000Z,certificateHold\t0A\tunknown\t/CN=a\nR\t300101000000Z\t260102000000Z,keyTime,20251231000000Z\t0B\tunknown\t/CN=b\n',
    );
    writeFileSync(folder.path('number'), '1F\n');
    const configuration = `[ca]\ndefault_ca=own\n[own]\ndatabase=${folder.path('index.txt')}\ncrlnumber=${folder.path('number')}\ndefault_md=sha256\ndefault_crl_days=7\ncrl_extensions=ext\n[ext]\nauthorityKeyIdentifier=keyid\n`;
    const file = folder.path('other.crl');
    runOrThrow(
      'openssl',
      'ca',
      '-gencrl',
      '-config',
      folder.put('ca.cnf', configuration),
      '-keyfile',
      key,
      '-cert',
      folder.path('other.pem'),
      '-out',
      file,
    );
    const result = readCrlFile(Uint8Array.from(readFileSync(file)));
    if (!result.ok) throw new Error(JSON.stringify(result.error));
    const { tbs } = result.value;
    expect(tbs.crlNumber).toBe(31n);
    expect(
      [...tbs.entries].map(({ extensions }) => [extensions.reasonCode, extensions.invalidityDate]),
    ).toEqual([
      ['certificateHold', undefined],
      ['keyCompromise', '2025-12-31T00:00:00Z'],
    ]);
  });
});
