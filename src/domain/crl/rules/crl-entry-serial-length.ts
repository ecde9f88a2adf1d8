import type { CrlRule } from '#domain/crl/crl-rule.ts';

export const crlEntrySerialLength: CrlRule = {
  id: 'crl-entry-serial-length',
  source: 'RFC 5280 §4.1.2.2',
  clauses: [],
  severity: 'must',
  requirement: 'A listed serial number has at most 20 octets.',
  check({ facts }) {
    return facts.longSerials;
  },
};
