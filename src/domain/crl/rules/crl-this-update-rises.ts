import { compareInstants } from '#domain/base/instant.ts';
import type { CrlRule } from '#domain/crl/crl-rule.ts';

export const crlThisUpdateRises: CrlRule = {
  id: 'crl-this-update-rises',
  source: 'RFC 5280 §5.1.2.4',
  clauses: ['N-11'],
  severity: 'must',
  requirement: 'thisUpdate is later than that of the CRL before.',
  check({ tbs }, { last }) {
    if (last === undefined || compareInstants(tbs.thisUpdate, last.thisUpdate) > 0) return [];
    return [`thisUpdate ${tbs.thisUpdate}, before ${last.thisUpdate}`];
  },
};
