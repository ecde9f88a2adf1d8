import type { CrlRule } from '#domain/crl/crl-rule.ts';

export const crlEntryNoUnspecified: CrlRule = {
  id: 'crl-entry-no-unspecified',
  source: 'RFC 5280 §5.3.1',
  clauses: ['N-8.1'],
  severity: 'must',
  requirement: 'Where no reason was given the extension is absent, not unspecified.',
  check({ facts }) {
    return facts.unspecified;
  },
};
