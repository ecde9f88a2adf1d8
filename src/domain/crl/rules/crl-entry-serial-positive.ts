import type { CrlRule } from '#domain/crl/crl-rule.ts';

export const crlEntrySerialPositive: CrlRule = {
  id: 'crl-entry-serial-positive',
  source: 'RFC 5280 §4.1.2.2',
  clauses: [],
  severity: 'must',
  requirement: 'A listed serial number is greater than zero.',
  check({ facts }) {
    return facts.notPositive;
  },
};
