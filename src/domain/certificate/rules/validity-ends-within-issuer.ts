import { compareInstants } from '#domain/base/instant.ts';
import type { CertificateRule } from '#domain/certificate/certificate-rule.ts';

export const validityEndsWithinIssuer: CertificateRule = {
  id: 'validity-ends-within-issuer',
  source: 'RFC 5280 §6.1.3 (a)(2)',
  clauses: [],
  severity: 'must',
  requirement: "The certificate does not outlast the authority's.",
  check({ tbs }, { issuer }) {
    if (issuer === undefined || compareInstants(tbs.notAfter, issuer.notAfter) <= 0) return [];
    return [`notAfter ${tbs.notAfter}, the authority's ${issuer.notAfter}`];
  },
};
