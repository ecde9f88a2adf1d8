import type { CrlRule } from '#domain/crl/crl-rule.ts';

export const crlEntryDirect: CrlRule = {
  id: 'crl-entry-direct',
  source: 'RFC 5280 §5.3.3',
  clauses: [],
  severity: 'must',
  requirement: 'No entry names another issuer.',
  check({ facts }) {
    return facts.otherIssuer;
  },
};
