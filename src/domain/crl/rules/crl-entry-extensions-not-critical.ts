import type { CrlRule } from '#domain/crl/crl-rule.ts';

export const crlEntryExtensionsNotCritical: CrlRule = {
  id: 'crl-entry-extensions-not-critical',
  source: 'RFC 5280 §5.3',
  clauses: [],
  severity: 'must',
  requirement: 'No extension of an entry is critical.',
  check({ facts }) {
    return facts.criticalExtensions;
  },
};
