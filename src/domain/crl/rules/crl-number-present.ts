import type { CrlRule } from '#domain/crl/crl-rule.ts';

export const crlNumberPresent: CrlRule = {
  id: 'crl-number-present',
  source: 'RFC 5280 §5.2.3',
  clauses: ['N-11'],
  severity: 'must',
  requirement: 'cRLNumber is there.',
  check({ tbs }) {
    return tbs.crlNumber === undefined ? ['absent'] : [];
  },
};
