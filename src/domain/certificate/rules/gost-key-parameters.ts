import type { CertificateRule } from '#domain/certificate/certificate-rule.ts';
import { keyProblemsOf } from '#domain/certificate/key-problems.ts';

export const gostKeyParameters: CertificateRule = {
  id: 'gost-key-parameters',
  source: 'RFC 4491 §2.3.2',
  clauses: ['N-2.9'],
  severity: 'must',
  requirement: 'A ГОСТ key names the curve CryptoPro-A and the hash of its encoding.',
  check({ tbs }) {
    if (tbs.publicKey.key.kind !== 'gost') return [];
    return keyProblemsOf(tbs.publicKey, ['KeyParameters']);
  },
};
