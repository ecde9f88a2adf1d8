import { compareInstants } from '#domain/base/instant.ts';
import type { CrlRule } from '#domain/crl/crl-rule.ts';

export const crlNextUpdateLater: CrlRule = {
  id: 'crl-next-update-later',
  source: 'RFC 5280 §5.1.2.5',
  clauses: ['N-14'],
  severity: 'must',
  requirement: 'nextUpdate is later than thisUpdate.',
  check({ tbs }) {
    if (tbs.nextUpdate === undefined || compareInstants(tbs.nextUpdate, tbs.thisUpdate) > 0) return [];
    return [`nextUpdate ${tbs.nextUpdate}, thisUpdate ${tbs.thisUpdate}`];
  },
};
