import { bytesEqual } from '#domain/base/bytes.ts';
import type { CertificateRule } from '#domain/certificate/certificate-rule.ts';

export const publicKeyNotOfIssuer: CertificateRule = {
  id: 'public-key-not-of-issuer',
  source: 'RFC 5280 §4.1.2.7',
  clauses: ['N-2.9'],
  severity: 'must',
  requirement: "The key is not the authority's own.",
  check({ tbs }, { issuer }) {
    return issuer !== undefined && bytesEqual(tbs.publicKey.der, issuer.publicKey.der)
      ? ["the authority's key"]
      : [];
  },
};
