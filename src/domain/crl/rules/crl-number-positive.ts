import type { CrlRule } from '#domain/crl/crl-rule.ts';

export const crlNumberPositive: CrlRule = {
  id: 'crl-number-positive',
  source: 'RFC 5280 §5.2.3',
  clauses: [],
  severity: 'must',
  requirement: 'cRLNumber is greater than zero and has at most 20 octets.',
  check({ tbs }) {
    if (tbs.crlNumber === undefined || (tbs.crlNumber > 0n && tbs.crlNumber < 1n << 159n)) return [];
    return [`cRLNumber ${tbs.crlNumber}`];
  },
};
