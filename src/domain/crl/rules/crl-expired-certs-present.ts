import type { CrlRule } from '#domain/crl/crl-rule.ts';

export const crlExpiredCertsPresent: CrlRule = {
  id: 'crl-expired-certs-present',
  source: 'ETSI EN 319 411-2 §6.3.10',
  clauses: ['N-13'],
  severity: 'notice',
  requirement: 'The CRL says that revoked certificates stay listed after they expire.',
  check({ tbs }) {
    return tbs.expiredCertsOnCrl === undefined ? ['absent'] : [];
  },
};
