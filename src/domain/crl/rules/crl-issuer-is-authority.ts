import { bytesEqual } from '#domain/base/bytes.ts';
import type { CrlRule } from '#domain/crl/crl-rule.ts';
import { displayName } from '#domain/der/name.ts';

export const crlIssuerIsAuthority: CrlRule = {
  id: 'crl-issuer-is-authority',
  source: 'RFC 5280 §6.3.3 (b)(1)',
  clauses: ['N-11'],
  severity: 'must',
  requirement: "The issuer is the subject of the authority's certificate, octet for octet.",
  check({ tbs }, { issuer }) {
    if (bytesEqual(tbs.issuer.der, issuer.subject.der)) return [];
    return [`${displayName(tbs.issuer)}, ${displayName(issuer.subject)} expected`];
  },
};
