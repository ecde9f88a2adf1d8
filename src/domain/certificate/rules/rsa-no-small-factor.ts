import type { CertificateRule } from '#domain/certificate/certificate-rule.ts';
import { keyProblemsOf } from '#domain/certificate/key-problems.ts';

export const rsaNoSmallFactor: CertificateRule = {
  id: 'rsa-no-small-factor',
  source: 'CA/Browser Forum BR §6.1.6',
  clauses: ['N-2.9'],
  severity: 'must',
  requirement: 'An RSA modulus has no factor below 752.',
  check({ tbs }) {
    return keyProblemsOf(tbs.publicKey, ['RsaSmallFactor']);
  },
};
