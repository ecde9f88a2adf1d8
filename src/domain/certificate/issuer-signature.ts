import { bytesEqual } from '#domain/base/bytes.ts';
import {
  type AlgorithmIdentifier,
  hasRightSignatureParameters,
  type SignatureAlgorithm,
} from '#domain/der/algorithm.ts';
import type { PublicKey } from '#domain/der/public-key.ts';
import { verificationAlgorithm } from '#domain/der/verification-algorithm.ts';

/** A certificate or a CRL: both name the algorithm inside what is signed and once more beside the signature. */
export interface SignedByIssuer {
  readonly tbs: { readonly signature: AlgorithmIdentifier };
  readonly signatureAlgorithm: AlgorithmIdentifier;
}

/**
 * How the signature is verified with the issuer's key; null when it can't hold: the two places that name the algorithm differ
 * (RFC 5280 §4.1.1.2, §5.1.1.2), its parameters are wrong, or it does not go with the key.
 */
export function issuerSignature(
  { tbs, signatureAlgorithm }: SignedByIssuer,
  issuerKey: PublicKey,
): SignatureAlgorithm | null {
  if (!bytesEqual(tbs.signature.der, signatureAlgorithm.der)) return null;
  if (!hasRightSignatureParameters(signatureAlgorithm)) return null;
  return verificationAlgorithm(signatureAlgorithm, issuerKey);
}
