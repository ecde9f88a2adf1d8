import type { CrlRule } from '#domain/crl/crl-rule.ts';

export const crlVersion2: CrlRule = {
  id: 'crl-version-2',
  source: 'RFC 5280 §5.1.2.1',
  clauses: [],
  severity: 'must',
  requirement: 'The CRL is of version 2.',
  check({ tbs }) {
    return tbs.version === 2 ? [] : [`version ${tbs.version}`];
  },
};
