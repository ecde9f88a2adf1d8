import { bytesToHex } from '#domain/base/bytes.ts';
import type { CertificateRule } from '#domain/certificate/certificate-rule.ts';
import { acceptedSignatures, isNull } from '#domain/der/algorithm.ts';

export const rsaSignatureParametersNull: CertificateRule = {
  id: 'rsa-signature-parameters-null',
  source: 'RFC 4055 §5',
  clauses: [],
  severity: 'must',
  requirement: 'The parameters of an RSA signature algorithm are NULL.',
  check({ tbs }) {
    if (acceptedSignatures.get(tbs.signature.oid)?.kind !== 'rsassa-pkcs1') return [];
    const { parametersDer } = tbs.signature;
    return parametersDer !== undefined && isNull(parametersDer)
      ? []
      : [parametersDer === undefined ? 'absent' : bytesToHex(parametersDer)];
  },
};
