import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { gostSignatureVerifier } from '#adapters/gost/signature-verifier.ts';
import { keyProblems } from '#domain/application/certification-request/key-rules.ts';
import type { Certificate } from '#domain/certificate/certificate.ts';
import { issuerSignature } from '#domain/certificate/issuer-signature.ts';
import { keyName } from '#domain/certificate/key-name.ts';
import { readCertificate } from '#domain/certificate/read-certificate.ts';
import { algorithmName } from '#domain/der/algorithm.ts';
import { displayName } from '#domain/der/name.ts';
import { readOrThrow } from '#tests/support/authority-samples.ts';

/** Public documents: the certificates of Kazakhstan's Root CA of 2015 and National CA of 2018, under ГОСТ. */
function fileOf(name: string): Uint8Array {
  return Uint8Array.from(readFileSync(new URL(`../../vectors/kz-real/${name}.der`, import.meta.url)));
}

const root = readOrThrow(fileOf('root-ca-2015'));
const national = readOrThrow(fileOf('national-ca-2018'));

async function isSignedBy(certificate: Certificate, issuer: Certificate): Promise<boolean> {
  const { publicKey } = issuer.tbs;
  const algorithm = issuerSignature(certificate, publicKey.key);
  if (algorithm === null) return false;
  return gostSignatureVerifier.verify(publicKey.der, algorithm, certificate.tbs.der, certificate.signature);
}

describe('real certificates of Kazakhstan', () => {
  it('[A25] that of the National CA is read in spite of the line break in its CRL address', () => {
    const { tbs, toleratedDeviations } = national;
    expect(displayName(tbs.issuer)).toBe(displayName(root.tbs.subject));
    expect(tbs.issuer.der).toEqual(root.tbs.subject.der);
    expect(algorithmName(tbs.signature.oid)).toBe('ГОСТ 34.310-2004, ГОСТ 34.311-95');
    expect(keyName(tbs.publicKey.key)).toEqual({ name: 'ГОСТ 34.310-2004 (KZ)', bits: 256 });
    const addresses = toleratedDeviations.map((oddity) =>
      oddity.type === 'AddressWithLineBreak' ? oddity.address : oddity.type,
    );
    expect(addresses).toEqual([
      'http://crl.root.gov.kz/gost.crl\n               URL=http://crl1.root.gov.kz/gost.crl',
    ]);
  });

  it('that of the Root CA is read without toleratedDeviations', () => {
    expect(root.toleratedDeviations).toEqual([]);
  });

  it('verify: the Root CA signed itself and the National CA', async () => {
    expect(await isSignedBy(root, root)).toBe(true);
    expect(await isSignedBy(national, root)).toBe(true);
    expect(await isSignedBy(national, national)).toBe(false);
    expect(await isSignedBy(root, national)).toBe(false);
  });

  it('have keys that may be certified', () => {
    expect(keyProblems(root.tbs.publicKey)).toEqual([]);
    expect(keyProblems(national.tbs.publicKey)).toEqual([]);
  });

  it.each([
    ['root-ca-2015', 0x01],
    ['root-ca-2015', 0x80],
    ['national-ca-2018', 0x01],
    ['national-ca-2018', 0x20],
  ])('do not verify with any octet of %s changed by %i', async (name, mask) => {
    const der = fileOf(name);
    const passed: number[] = [];
    for (let at = 0; at < der.length; at++) {
      const changed = Uint8Array.from(der);
      changed[at] = (changed[at] ?? 0) ^ mask;
      const read = readCertificate(changed);
      if (read.ok && (await isSignedBy(read.value, root))) passed.push(at);
    }
    expect(passed).toEqual([]);
  });
});
