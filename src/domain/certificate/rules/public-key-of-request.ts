import { bytesEqual } from '#domain/base/bytes.ts';
import type { CertificateRule } from '#domain/certificate/certificate-rule.ts';

export const publicKeyOfRequest: CertificateRule = {
  id: 'public-key-of-request',
  source: 'RFC 2986 §4.1',
  clauses: ['N-2.9'],
  severity: 'must',
  requirement: 'The key is the one whose possession the request proved.',
  check({ tbs }, { requestedSpkiDer }) {
    if (requestedSpkiDer === undefined || bytesEqual(tbs.publicKey.der, requestedSpkiDer)) return [];
    return ['another key than in the request'];
  },
};
