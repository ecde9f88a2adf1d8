import type { CertificateRule } from '#domain/certificate/certificate-rule.ts';
import { keyProblemsOf } from '#domain/certificate/key-problems.ts';

export const ecNamedCurve: CertificateRule = {
  id: 'ec-named-curve',
  source: 'RFC 5480 §2.1.1',
  clauses: ['N-2.9'],
  severity: 'must',
  requirement: 'An EC key names its curve.',
  check({ tbs }) {
    return keyProblemsOf(tbs.publicKey, ['ExplicitCurve']);
  },
};
