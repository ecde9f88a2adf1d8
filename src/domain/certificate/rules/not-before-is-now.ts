import { epochSeconds } from '#domain/base/instant.ts';
import type { CertificateRule } from '#domain/certificate/certificate-rule.ts';

export const notBeforeIsNow: CertificateRule = {
  id: 'not-before-is-now',
  source: 'RFC 5280 §4.1.2.5',
  clauses: ['N-6'],
  severity: 'should',
  requirement: 'The certificate begins when it is issued, within a day.',
  check({ tbs }, { now }) {
    if (now === undefined) return [];
    const seconds = epochSeconds(tbs.notBefore) - epochSeconds(now);
    return Math.abs(seconds) <= daySeconds ? [] : [`notBefore ${tbs.notBefore}, now ${now}`];
  },
};

const daySeconds = 86_400;
