import { compareInstants } from '#domain/base/instant.ts';
import type { CrlRule } from '#domain/crl/crl-rule.ts';

export const crlThisUpdateNotInFuture: CrlRule = {
  id: 'crl-this-update-not-in-future',
  source: 'RFC 5280 §5.1.2.4',
  clauses: ['N-11'],
  severity: 'must',
  requirement: 'thisUpdate is not after the moment of signing.',
  check({ tbs }, { now }) {
    return compareInstants(tbs.thisUpdate, now) <= 0 ? [] : [`thisUpdate ${tbs.thisUpdate}, now ${now}`];
  },
};
