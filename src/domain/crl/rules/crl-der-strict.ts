import type { CrlRule } from '#domain/crl/crl-rule.ts';

export const crlDerStrict: CrlRule = {
  id: 'crl-der-strict',
  source: 'X.690 §11',
  clauses: [],
  severity: 'must',
  requirement: 'Nothing departs from DER, not even what is tolerated in the CRLs of others.',
  check({ tbs }) {
    return tbs.derOddities.map(({ problem, offset }) => `${problem} at octet ${offset}`);
  },
};
