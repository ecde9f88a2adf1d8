import { compareInstants } from '#domain/base/instant.ts';
import type { CrlRule } from '#domain/crl/crl-rule.ts';

export const crlExpiredCertsDate: CrlRule = {
  id: 'crl-expired-certs-date',
  source: 'X.509 (2019) §9.5.2.8',
  clauses: ['R-16', 'N-13'],
  severity: 'must',
  requirement: 'expiredCertsOnCRL is not after thisUpdate.',
  check({ tbs }) {
    const { expiredCertsOnCrl, thisUpdate } = tbs;
    return expiredCertsOnCrl === undefined || compareInstants(expiredCertsOnCrl, thisUpdate) <= 0
      ? []
      : [expiredCertsOnCrl];
  },
};
