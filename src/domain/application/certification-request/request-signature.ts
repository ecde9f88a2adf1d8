import type { SignatureAlgorithm } from '#domain/der/algorithm.ts';
import { verificationAlgorithm } from '#domain/der/verification-algorithm.ts';
import type { CertificationRequest } from './certification-request.ts';

/** For the port that verifies possession; throws on a request that `readCertificationRequest` did not let pass. */
export function signatureAlgorithmOf({
  signatureAlgorithm,
  publicKey,
}: CertificationRequest): SignatureAlgorithm {
  const algorithm = verificationAlgorithm(signatureAlgorithm, publicKey.key);
  if (algorithm === null) throw new TypeError(`signature algorithm ${signatureAlgorithm.oid}`);
  return algorithm;
}
