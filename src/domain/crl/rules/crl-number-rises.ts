import type { CrlRule } from '#domain/crl/crl-rule.ts';

export const crlNumberRises: CrlRule = {
  id: 'crl-number-rises',
  source: 'RFC 5280 §5.2.3',
  clauses: ['N-11'],
  severity: 'must',
  requirement: 'cRLNumber is greater than that of the CRL before.',
  check({ tbs }, { last }) {
    if (last === undefined || tbs.crlNumber === undefined || tbs.crlNumber > last.crlNumber) return [];
    return [`cRLNumber ${tbs.crlNumber}, before ${last.crlNumber}`];
  },
};
