import type { CrlRule } from '#domain/crl/crl-rule.ts';

export const crlEntryAfterAuthority: CrlRule = {
  id: 'crl-entry-after-authority',
  source: 'RFC 5280 §5.1.2.6',
  clauses: ['N-8'],
  severity: 'should',
  requirement: "No certificate was revoked before the authority's own certificate began.",
  check({ facts }, { issuer }) {
    return facts.revokedBefore(issuer.notBefore);
  },
};
