import type { CrlRule } from '#domain/crl/crl-rule.ts';

export const crlEntryNoSuspension: CrlRule = {
  id: 'crl-entry-no-suspension',
  source: 'RFC 5280 §5.3.1',
  clauses: ['N-2.5', 'N-8'],
  severity: 'must',
  requirement: 'No entry is a suspension or its end: the order knows neither.',
  check({ facts }) {
    return facts.suspended;
  },
};
