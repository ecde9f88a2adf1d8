import type { CertificateRule } from '#domain/certificate/certificate-rule.ts';
import { keyProblemsOf } from '#domain/certificate/key-problems.ts';

export const rsaSize: CertificateRule = {
  id: 'rsa-size',
  source: 'NIST SP 800-57 part 1 §5.6',
  clauses: ['N-2.9'],
  severity: 'must',
  requirement: 'An RSA key has 2048 to 4096 bits.',
  check({ tbs }) {
    return keyProblemsOf(tbs.publicKey, ['RsaSize']);
  },
};
