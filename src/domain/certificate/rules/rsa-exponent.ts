import type { CertificateRule } from '#domain/certificate/certificate-rule.ts';
import { keyProblemsOf } from '#domain/certificate/key-problems.ts';

export const rsaExponent: CertificateRule = {
  id: 'rsa-exponent',
  source: 'NIST SP 800-56B §6.2',
  clauses: ['N-2.9'],
  severity: 'must',
  requirement: 'An RSA exponent is odd and from 65537 on.',
  check({ tbs }) {
    return keyProblemsOf(tbs.publicKey, ['RsaExponent']);
  },
};
