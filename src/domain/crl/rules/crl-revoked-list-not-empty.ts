import type { CrlRule } from '#domain/crl/crl-rule.ts';

export const crlRevokedListNotEmpty: CrlRule = {
  id: 'crl-revoked-list-not-empty',
  source: 'RFC 5280 §5.1.2.6',
  clauses: ['N-11'],
  severity: 'must',
  requirement: 'Where nothing is revoked the list is absent, not empty.',
  check({ tbs }) {
    return tbs.hasEmptyList ? ['an empty SEQUENCE'] : [];
  },
};
