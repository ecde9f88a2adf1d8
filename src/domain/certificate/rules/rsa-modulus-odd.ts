import type { CertificateRule } from '#domain/certificate/certificate-rule.ts';
import { keyProblemsOf } from '#domain/certificate/key-problems.ts';

export const rsaModulusOdd: CertificateRule = {
  id: 'rsa-modulus-odd',
  source: 'NIST SP 800-56B §6.2',
  clauses: ['N-2.9'],
  severity: 'must',
  requirement: 'An RSA modulus is odd.',
  check({ tbs }) {
    return keyProblemsOf(tbs.publicKey, ['RsaModulusEven']);
  },
};
