import type { CrlRule } from '#domain/crl/crl-rule.ts';

export const crlEntryOnce: CrlRule = {
  id: 'crl-entry-once',
  source: 'RFC 5280 §5.3',
  clauses: ['N-8'],
  severity: 'must',
  requirement: 'A certificate is listed once.',
  check({ facts }) {
    return facts.duplicates;
  },
};
