import type { CrlRule } from '#domain/crl/crl-rule.ts';

export const crlNextUpdatePresent: CrlRule = {
  id: 'crl-next-update-present',
  source: 'RFC 5280 §5.1.2.5',
  clauses: ['N-14'],
  severity: 'must',
  requirement: 'nextUpdate is there.',
  check({ tbs }) {
    return tbs.nextUpdate === undefined ? ['absent'] : [];
  },
};
