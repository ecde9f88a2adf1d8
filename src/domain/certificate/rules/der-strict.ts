import type { CertificateRule } from '#domain/certificate/certificate-rule.ts';

export const derStrict: CertificateRule = {
  id: 'der-strict',
  source: 'X.690 §11',
  clauses: ['N-6'],
  severity: 'must',
  requirement: 'Nothing departs from DER, not even what is tolerated in the certificates of others.',
  check({ tbs }) {
    return tbs.derOddities.map(({ problem, offset }) => `${problem} at octet ${offset}`);
  },
};
