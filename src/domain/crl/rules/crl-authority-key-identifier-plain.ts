import type { CrlRule } from '#domain/crl/crl-rule.ts';

export const crlAuthorityKeyIdentifierPlain: CrlRule = {
  id: 'crl-authority-key-identifier-plain',
  source: 'RFC 5280 §5.2.1',
  clauses: [],
  severity: 'should',
  requirement: 'authorityKeyIdentifier names the key and not issuer and serial number besides.',
  check({ tbs }) {
    return tbs.authorityKeyIdentifier?.namesIssuer ? ['issuer or serial number'] : [];
  },
};
