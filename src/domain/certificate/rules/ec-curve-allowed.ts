import type { CertificateRule } from '#domain/certificate/certificate-rule.ts';
import { keyProblemsOf } from '#domain/certificate/key-problems.ts';

export const ecCurveAllowed: CertificateRule = {
  id: 'ec-curve-allowed',
  source: 'RFC 5480 §2.1.1.1',
  clauses: ['N-2.9'],
  severity: 'must',
  requirement: 'The curve is P-256 or P-384.',
  check({ tbs }) {
    return keyProblemsOf(tbs.publicKey, ['Curve']);
  },
};
