import type { CrlRule } from '#domain/crl/crl-rule.ts';

export const crlIssuerNotEmpty: CrlRule = {
  id: 'crl-issuer-not-empty',
  source: 'RFC 5280 §5.1.2.3',
  clauses: [],
  severity: 'must',
  requirement: 'The issuer has a name.',
  check({ tbs }) {
    return tbs.issuer.rdns.length > 0 ? [] : ['no attribute'];
  },
};
