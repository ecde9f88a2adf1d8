import { bytesToHex } from '#domain/base/bytes.ts';
import type { CertificateRule } from '#domain/certificate/certificate-rule.ts';
import { acceptedSignatures } from '#domain/der/algorithm.ts';

export const ecdsaParametersAbsent: CertificateRule = {
  id: 'ecdsa-parameters-absent',
  source: 'RFC 5758 §3.2',
  clauses: [],
  severity: 'must',
  requirement: 'An ECDSA signature algorithm has no parameters.',
  check({ tbs }) {
    const isEcdsa = acceptedSignatures.get(tbs.signature.oid)?.kind === 'ecdsa';
    return isEcdsa && tbs.signature.parametersDer !== undefined
      ? [bytesToHex(tbs.signature.parametersDer)]
      : [];
  },
};
