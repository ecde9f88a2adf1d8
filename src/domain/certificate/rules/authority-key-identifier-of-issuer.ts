import { bytesEqual, bytesToHex } from '#domain/base/bytes.ts';
import type { CertificateRule, IssuanceContext } from '#domain/certificate/certificate-rule.ts';
import type { TbsCertificate } from '#domain/certificate/certificate.ts';
import { decodedExtensions } from '#domain/certificate/decoded-extensions.ts';

export const authorityKeyIdentifierOfIssuer: CertificateRule = {
  id: 'authority-key-identifier-of-issuer',
  source: 'RFC 5280 §4.2.1.1',
  clauses: [],
  severity: 'must',
  requirement: 'authorityKeyIdentifier is the subjectKeyIdentifier of the authority.',
  check({ tbs, values }, { issuer, sha1 }) {
    const keyIdentifier = values.authorityKeyIdentifier?.keyIdentifier;
    if (keyIdentifier === undefined) return [];
    const expected = issuerKeyIdentifier(issuer ?? tbs, sha1);
    return bytesEqual(keyIdentifier, expected)
      ? []
      : [`${bytesToHex(keyIdentifier)}, ${bytesToHex(expected)} expected`];
  },
};

/** What the authority's certificate says of its key; where it says nothing, the identifier that we would have written. */
function issuerKeyIdentifier(issuer: TbsCertificate, sha1: IssuanceContext['sha1']): Uint8Array {
  return decodedExtensions(issuer.extensions ?? []).subjectKeyIdentifier ?? sha1(issuer.publicKey.keyBits);
}
