import type { CertificateRule } from '#domain/certificate/certificate-rule.ts';
import { bytesToHex } from '#domain/base/bytes.ts';
import { gostSignatureParameters as parametersOf } from '#domain/der/gost-key.ts';
import { acceptedSignatures, isNull } from '#domain/der/algorithm.ts';

export const gostSignatureParameters: CertificateRule = {
  id: 'gost-signature-parameters',
  source: 'RFC 4491 §2.2.2, RFC 9215 §2',
  clauses: [],
  severity: 'must',
  requirement: 'A ГОСТ signature algorithm has no parameters; in Kazakhstan’s own encodings they are NULL.',
  check({ tbs }) {
    const accepted = acceptedSignatures.get(tbs.signature.oid);
    if (accepted?.kind !== 'gost3410') return [];
    const { parametersDer } = tbs.signature;
    const isRight =
      parametersOf(accepted.encoding) === 'absent'
        ? parametersDer === undefined
        : parametersDer !== undefined && isNull(parametersDer);
    return isRight ? [] : [parametersDer === undefined ? 'absent' : bytesToHex(parametersDer)];
  },
};
