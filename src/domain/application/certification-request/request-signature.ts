import { acceptedSignatures, type SignatureAlgorithm } from '#domain/der/algorithm.ts';
import { curveByOid } from '#domain/der/elliptic-curve.ts';
import type { CertificationRequest } from './certification-request.ts';

/** For the port that verifies possession; throws on a request that `readCertificationRequest` did not let pass. */
export function signatureAlgorithmOf(request: CertificationRequest): SignatureAlgorithm {
  const accepted = acceptedSignatures.get(request.signatureAlgorithm.oid);
  if (accepted === undefined) throw new TypeError(`signature algorithm ${request.signatureAlgorithm.oid}`);
  if (accepted.kind === 'rsassa-pkcs1') return { kind: 'rsassa-pkcs1', hash: accepted.hash };
  const { key } = request.publicKey;
  const curve = key.kind === 'ec' ? curveByOid(key.curveOid) : null;
  if (curve === null) throw new TypeError('an ECDSA signature without a curve that we know');
  return { kind: 'ecdsa', hash: accepted.hash, curve: curve.name };
}
