import { compareInstants } from '#domain/base/instant.ts';
import type { CertificateRule } from '#domain/certificate/certificate-rule.ts';

export const validityOrder: CertificateRule = {
  id: 'validity-order',
  source: 'RFC 5280 §4.1.2.5',
  clauses: [],
  severity: 'must',
  requirement: 'notAfter is later than notBefore.',
  check({ tbs }) {
    return compareInstants(tbs.notBefore, tbs.notAfter) < 0 ? [] : [`${tbs.notBefore} to ${tbs.notAfter}`];
  },
};
