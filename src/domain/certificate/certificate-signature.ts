import { bytesEqual } from '#domain/base/bytes.ts';
import { hasRightSignatureParameters, type SignatureAlgorithm } from '#domain/der/algorithm.ts';
import type { PublicKey } from '#domain/der/public-key.ts';
import { verificationAlgorithm } from '#domain/der/verification-algorithm.ts';
import type { Certificate } from './certificate.ts';

/**
 * How a certificate's signature is verified with its issuer's key; null when it can't hold: the two places that name the algorithm
 * differ (RFC 5280 §4.1.1.2), its parameters are wrong, or it does not go with the key.
 */
export function certificateSignature(
  { tbs, signatureAlgorithm }: Certificate,
  issuerKey: PublicKey,
): SignatureAlgorithm | null {
  if (!bytesEqual(tbs.signature.der, signatureAlgorithm.der)) return null;
  if (!hasRightSignatureParameters(signatureAlgorithm)) return null;
  return verificationAlgorithm(signatureAlgorithm, issuerKey);
}
