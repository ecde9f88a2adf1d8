import { compareInstants } from '#domain/base/instant.ts';
import type { CrlRule } from '#domain/crl/crl-rule.ts';

export const crlThisUpdateWithinIssuer: CrlRule = {
  id: 'crl-this-update-within-issuer',
  source: 'RFC 5280 §5.1.2.4',
  clauses: [],
  severity: 'must',
  requirement: "thisUpdate lies within the validity of the authority's certificate.",
  check({ tbs }, { issuer }) {
    const { notBefore, notAfter } = issuer;
    const within =
      compareInstants(tbs.thisUpdate, notBefore) >= 0 && compareInstants(tbs.thisUpdate, notAfter) <= 0;
    return within
      ? []
      : [`thisUpdate ${tbs.thisUpdate}, the authority's certificate ${notBefore} to ${notAfter}`];
  },
};
