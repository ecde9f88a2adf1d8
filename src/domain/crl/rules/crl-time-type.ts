import type { CrlRule } from '#domain/crl/crl-rule.ts';
import { encodeTime } from '#domain/der/time.ts';

export const crlTimeType: CrlRule = {
  id: 'crl-time-type',
  source: 'RFC 5280 §5.1.2.4, §5.1.2.5',
  clauses: [],
  severity: 'must',
  requirement: 'Times through 2049 are UTCTime, from 2050 on GeneralizedTime.',
  check({ tbs }) {
    return [tbs.thisUpdate, tbs.nextUpdate]
      .filter((instant, i) => instant !== undefined && encodeTime(instant).type !== tbs.timeTags[i])
      .map((instant) => `${instant} in the other type`);
  },
};
