import type { CertificateRule } from '#domain/certificate/certificate-rule.ts';
import { keyProblemsOf } from '#domain/certificate/key-problems.ts';

export const ecPointUncompressed: CertificateRule = {
  id: 'ec-point-uncompressed',
  source: 'RFC 5480 §2.2',
  clauses: ['N-2.9'],
  severity: 'must',
  requirement: 'The point is uncompressed and of the right length.',
  check({ tbs }) {
    if (tbs.publicKey.key.kind === 'gost') return [];
    return keyProblemsOf(tbs.publicKey, ['CompressedPoint', 'PointForm', 'PointLength']);
  },
};
