import type { CertificateRule } from '#domain/certificate/certificate-rule.ts';
import { encodeTime } from '#domain/der/time.ts';

export const timeType: CertificateRule = {
  id: 'time-type',
  source: 'RFC 5280 §4.1.2.5',
  clauses: [],
  severity: 'must',
  requirement: 'Times through 2049 are UTCTime, from 2050 on GeneralizedTime.',
  check({ tbs }) {
    return [tbs.notBefore, tbs.notAfter]
      .filter((instant, i) => encodeTime(instant).type !== tbs.timeTags[i])
      .map((instant) => `${instant} in the other type`);
  },
};
