import { compareInstants } from '#domain/base/instant.ts';
import type { CertificateRule } from '#domain/certificate/certificate-rule.ts';

export const validityBeginsWithinIssuer: CertificateRule = {
  id: 'validity-begins-within-issuer',
  source: 'RFC 5280 §6.1.3 (a)(2)',
  clauses: [],
  severity: 'must',
  requirement: "The certificate does not begin before the authority's.",
  check({ tbs }, { issuer }) {
    if (issuer === undefined || compareInstants(tbs.notBefore, issuer.notBefore) >= 0) return [];
    return [`notBefore ${tbs.notBefore}, the authority's ${issuer.notBefore}`];
  },
};
