import type { CrlRule } from '#domain/crl/crl-rule.ts';

export const crlEntryReasonKnown: CrlRule = {
  id: 'crl-entry-reason-known',
  source: 'RFC 5280 §5.3.1',
  clauses: [],
  severity: 'must',
  requirement: "A reason is one of the standard's.",
  check({ facts }) {
    return facts.unknownReason;
  },
};
