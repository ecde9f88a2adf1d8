import type { CertificateRule } from '#domain/certificate/certificate-rule.ts';
import { keyProblemsOf } from '#domain/certificate/key-problems.ts';

export const publicKeyAlgorithm: CertificateRule = {
  id: 'public-key-algorithm',
  source: 'RFC 3279 §2.3, RFC 4491 §2.3.2',
  clauses: ['N-2.9'],
  severity: 'must',
  requirement: 'The key is RSA, ECDSA or ГОСТ 34.310-2004.',
  check({ tbs }) {
    return keyProblemsOf(tbs.publicKey, ['KeyAlgorithm']);
  },
};
