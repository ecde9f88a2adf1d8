import type { CrlRule } from '#domain/crl/crl-rule.ts';
import { acceptedSignatures, algorithmName } from '#domain/der/algorithm.ts';

export const crlSignatureAlgorithmStrong: CrlRule = {
  id: 'crl-signature-algorithm-strong',
  source: 'RFC 9155 §2',
  clauses: ['N-2.7'],
  severity: 'must',
  requirement: 'The signature does not rest on MD5, SHA-1 or DSA.',
  check({ tbs }) {
    return acceptedSignatures.has(tbs.signature.oid) ? [] : [algorithmName(tbs.signature.oid)];
  },
};
