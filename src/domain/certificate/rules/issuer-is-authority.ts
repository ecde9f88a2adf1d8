import { bytesEqual } from '#domain/base/bytes.ts';
import type { CertificateRule } from '#domain/certificate/certificate-rule.ts';
import { displayName } from '#domain/der/name.ts';

export const issuerIsAuthority: CertificateRule = {
  id: 'issuer-is-authority',
  source: 'RFC 5280 §6.1.3 (a)(4)',
  clauses: ['R-9', 'G-7', 'N-2.3'],
  severity: 'must',
  requirement: "The issuer is the subject of the authority's certificate, octet for octet.",
  check({ tbs }, { issuer }) {
    if (issuer === undefined || bytesEqual(tbs.issuer.der, issuer.subject.der)) return [];
    return [`${displayName(tbs.issuer)}, ${displayName(issuer.subject)} expected`];
  },
};
