import type { CertificateRule } from '#domain/certificate/certificate-rule.ts';
import { keyProblemsOf } from '#domain/certificate/key-problems.ts';

export const ecPointOnCurve: CertificateRule = {
  id: 'ec-point-on-curve',
  source: 'NIST SP 800-56A §5.6.2.3',
  clauses: ['N-2.9'],
  severity: 'must',
  requirement: 'The point lies on its curve.',
  check({ tbs }) {
    if (tbs.publicKey.key.kind === 'gost') return [];
    return keyProblemsOf(tbs.publicKey, ['PointNotOnCurve']);
  },
};
