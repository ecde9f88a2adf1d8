import { compareInstants } from '#domain/base/instant.ts';
import type { CertificateRule } from '#domain/certificate/certificate-rule.ts';

export const notAfterInFuture: CertificateRule = {
  id: 'not-after-in-future',
  source: 'RFC 5280 §4.1.2.5',
  clauses: [],
  severity: 'must',
  requirement: 'The certificate has not ended before it is issued.',
  check({ tbs }, { now }) {
    return now === undefined || compareInstants(tbs.notAfter, now) > 0
      ? []
      : [`notAfter ${tbs.notAfter}, now ${now}`];
  },
};
