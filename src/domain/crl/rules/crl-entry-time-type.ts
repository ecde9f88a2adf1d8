import type { CrlRule } from '#domain/crl/crl-rule.ts';

export const crlEntryTimeType: CrlRule = {
  id: 'crl-entry-time-type',
  source: 'RFC 5280 §5.1.2.6',
  clauses: [],
  severity: 'must',
  requirement: 'A revocation date through 2049 is UTCTime, from 2050 on GeneralizedTime.',
  check({ facts }) {
    return facts.wrongTimeType;
  },
};
