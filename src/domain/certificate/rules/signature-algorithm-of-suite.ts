import { bytesEqual } from '#domain/base/bytes.ts';
import type { CertificateRule } from '#domain/certificate/certificate-rule.ts';
import { keySuites } from '#domain/certificate/key-suite.ts';
import { algorithmName } from '#domain/der/algorithm.ts';

export const signatureAlgorithmOfSuite: CertificateRule = {
  id: 'signature-algorithm-of-suite',
  source: 'RFC 5280 §4.1.2.3',
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
