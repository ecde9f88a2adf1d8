import type { CertificateRule } from '#domain/certificate/certificate-rule.ts';
import { keyProblemsOf } from '#domain/certificate/key-problems.ts';

export const rsaNotRoca: CertificateRule = {
  id: 'rsa-not-roca',
  source: 'CA/Browser Forum BR §6.1.1.3',
  clauses: ['N-2.9'],
  severity: 'must',
  requirement: 'An RSA modulus has not the fingerprint of keys that are known to be broken (CVE-2017-15361).',
  check({ tbs }) {
    return keyProblemsOf(tbs.publicKey, ['RsaRoca']);
  },
};
