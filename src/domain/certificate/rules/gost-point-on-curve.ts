import type { CertificateRule } from '#domain/certificate/certificate-rule.ts';
import { keyProblemsOf } from '#domain/certificate/key-problems.ts';

export const gostPointOnCurve: CertificateRule = {
  id: 'gost-point-on-curve',
  source: 'RFC 5832 §5.2, RFC 7091 §5.2',
  clauses: ['N-2.9'],
  severity: 'must',
  requirement: 'The point of a ГОСТ key lies on its curve.',
  check({ tbs }) {
    if (tbs.publicKey.key.kind !== 'gost') return [];
    return keyProblemsOf(tbs.publicKey, ['PointNotOnCurve']);
  },
};
