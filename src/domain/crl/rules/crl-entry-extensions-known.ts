import type { CrlRule } from '#domain/crl/crl-rule.ts';

export const crlEntryExtensionsKnown: CrlRule = {
  id: 'crl-entry-extensions-known',
  source: 'RFC 5280 §5.3',
  clauses: [],
  severity: 'must',
  requirement: 'An entry has no other extension than reasonCode and invalidityDate.',
  check({ facts }) {
    return facts.unknownExtensions;
  },
};
