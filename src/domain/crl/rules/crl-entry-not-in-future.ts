import type { CrlRule } from '#domain/crl/crl-rule.ts';

export const crlEntryNotInFuture: CrlRule = {
  id: 'crl-entry-not-in-future',
  source: 'RFC 5280 §5.1.2.6',
  clauses: ['N-8'],
  severity: 'must',
  requirement: 'No certificate is revoked after thisUpdate.',
  check({ tbs, facts }) {
    return facts.revokedAfter(tbs.thisUpdate);
  },
};
