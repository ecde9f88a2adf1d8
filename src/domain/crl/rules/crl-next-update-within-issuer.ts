import { compareInstants } from '#domain/base/instant.ts';
import type { CrlRule } from '#domain/crl/crl-rule.ts';

export const crlNextUpdateWithinIssuer: CrlRule = {
  id: 'crl-next-update-within-issuer',
  source: 'RFC 5280 §5.1.2.5',
  clauses: [],
  severity: 'must',
  requirement:
    "nextUpdate is not after the end of the authority's certificate: nobody could sign the next CRL.",
  check({ tbs }, { issuer }) {
    if (tbs.nextUpdate === undefined || compareInstants(tbs.nextUpdate, issuer.notAfter) <= 0) return [];
    return [`nextUpdate ${tbs.nextUpdate}, the authority's notAfter ${issuer.notAfter}`];
  },
};
