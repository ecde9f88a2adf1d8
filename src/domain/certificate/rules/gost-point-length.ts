import type { CertificateRule } from '#domain/certificate/certificate-rule.ts';
import { keyProblemsOf } from '#domain/certificate/key-problems.ts';

export const gostPointLength: CertificateRule = {
  id: 'gost-point-length',
  source: 'RFC 4491 §2.3.2, RFC 9215 §4.3',
  clauses: ['N-2.9'],
  severity: 'must',
  requirement: 'The point of a ГОСТ key has 64 octets, 128 with 512 bits.',
  check({ tbs }) {
    if (tbs.publicKey.key.kind !== 'gost') return [];
    return keyProblemsOf(tbs.publicKey, ['PointLength']);
  },
};
