import type { CertificateRule } from '#domain/certificate/certificate-rule.ts';
import { keyProblemsOf } from '#domain/certificate/key-problems.ts';

export const rsaKeyParametersNull: CertificateRule = {
  id: 'rsa-key-parameters-null',
  source: 'RFC 3279 §2.3.1',
  clauses: ['N-2.9'],
  severity: 'must',
  requirement: 'The parameters of an RSA key are NULL.',
  check({ tbs }) {
    if (tbs.publicKey.key.kind !== 'rsa') return [];
    return keyProblemsOf(tbs.publicKey, ['KeyParameters']);
  },
};
