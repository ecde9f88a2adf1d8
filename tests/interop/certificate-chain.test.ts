import { afterAll, describe, expect } from 'vitest';
import { writeCertificateChain } from '#domain/certificate/certificate-chain.ts';
import { aCertificate, anAuthority } from '#tests/support/authority-samples.ts';
import { runOrThrow, workFolder } from '#tests/support/foreign-programs.ts';
import { itWith } from '#tests/support/tools.ts';

const folder = workFolder();
afterAll(() => {
  folder.remove();
});

describe('the chain of a certificate as one file', () => {
  const authority = anAuthority('ecdsa-p256');
  const chain = [aCertificate(authority), authority.certificate.der];

  itWith('openssl')('[N-7] OpenSSL reads both certificates out of it, and they verify', () => {
    const file = folder.put('chain.p7b', writeCertificateChain(chain));
    const pem = runOrThrow('openssl', 'pkcs7', '-inform', 'DER', '-in', file, '-print_certs');
    expect(pem.match(/BEGIN CERTIFICATE/g)).toHaveLength(2);
    for (const der of chain)
      expect(pem.replace(/\s/g, '')).toContain(Buffer.from(der).toString('base64').replace(/\s/g, ''));
  });

  itWith('openssl')('OpenSSL finds the same structure as in a file of its own', () => {
    const certificates = chain.map((der, i) =>
      folder.put(
        `c${i}.pem`,
        `-----BEGIN CERTIFICATE-----\n${(
          Buffer.from(der)
            .toString('base64')
            .match(/.{1,64}/g) ?? []
        ).join('\n')}\n-----END CERTIFICATE-----\n`,
      ),
    );
    const own = folder.path('own.p7b');
    runOrThrow(
      'openssl',
      'crl2pkcs7',
      '-nocrl',
      ...certificates.flatMap((each) => ['-certfile', each]),
      '-outform',
      'DER',
      '-out',
      own,
    );
    const ours = folder.put('ours.p7b', writeCertificateChain(chain));
    const shape = (file: string) =>
      runOrThrow('openssl', 'asn1parse', '-inform', 'DER', '-in', file)
        .split('\n')
        .map((line) => line.replace(/^ *\d+:/, '').trim())
        .filter((line) => /^d=[0-4] /.test(line))
        .map((line) => line.replace(/l= *\d+/, ''))
        .sort();
    expect(shape(ours)).toEqual(shape(own));
  });
});
