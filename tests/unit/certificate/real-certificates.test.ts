import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { algorithmName } from '#domain/der/algorithm.ts';
import { displayName } from '#domain/der/name.ts';
import { readOrThrow } from '#tests/support/authority-samples.ts';

/** Public documents: the certificates of Kazakhstan's Root CA of 2015 and National CA of 2018, under ГОСТ. */
function real(name: string) {
  return readOrThrow(
    Uint8Array.from(readFileSync(new URL(`../../vectors/kz-real/${name}.der`, import.meta.url))),
  );
}

describe('real certificates of Kazakhstan', () => {
  it('[A25] that of the National CA is read in spite of the line break in its CRL address', () => {
    const { tbs, oddities } = real('national-ca-2018');
    expect(displayName(tbs.issuer)).toBe(displayName(real('root-ca-2015').tbs.subject));
    expect(tbs.issuer.der).toEqual(real('root-ca-2015').tbs.subject.der);
    expect(algorithmName(tbs.signature.oid)).toBe('ГОСТ 34.311-95 with ГОСТ 34.310-2004');
    expect(tbs.publicKey.key.kind).toBe('other');
    const addresses = oddities.map((oddity) =>
      oddity.type === 'AddressWithLineBreak' ? oddity.address : oddity.type,
    );
    expect(addresses).toEqual([
      'http://crl.root.gov.kz/gost.crl\n               URL=http://crl1.root.gov.kz/gost.crl',
    ]);
  });

  it('that of the Root CA is read without oddities', () => {
    expect(real('root-ca-2015').oddities).toEqual([]);
  });
});
