import type { CertificateRule } from '#domain/certificate/certificate-rule.ts';
import { acceptedSignatures, algorithmName } from '#domain/der/algorithm.ts';

export const signatureAlgorithmStrong: CertificateRule = {
  id: 'signature-algorithm-strong',
  source: 'RFC 8813, RFC 9155 §2',
  clauses: ['N-2.7'],
  severity: 'must',
  requirement: 'The signature does not rest on MD5, SHA-1 or DSA.',
  check({ tbs }) {
    return acceptedSignatures.has(tbs.signature.oid) ? [] : [algorithmName(tbs.signature.oid)];
  },
};
