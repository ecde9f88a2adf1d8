import { bytesEqual } from '#domain/base/bytes.ts';
import { keySuites } from '#domain/certificate/key-suite.ts';
import type { CrlRule } from '#domain/crl/crl-rule.ts';
import { algorithmName } from '#domain/der/algorithm.ts';

export const crlSignatureAlgorithmOfSuite: CrlRule = {
  id: 'crl-signature-algorithm-of-suite',
  source: 'RFC 5280 §5.1.2.2',
  clauses: ['N-2.7'],
  severity: 'must',
  requirement: 'The signature algorithm is, octet for octet, that of the key suite that will sign.',
  check({ tbs }, { issuerSuite }) {
    const { signatureAlgorithmDer, signatureName } = keySuites[issuerSuite];
    return bytesEqual(tbs.signature.der, signatureAlgorithmDer)
      ? []
      : [`${algorithmName(tbs.signature.oid)}, ${signatureName} expected`];
  },
};
