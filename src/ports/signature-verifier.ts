import type { SignatureAlgorithm } from '#domain/der/algorithm.ts';

/**
 * Verifies signatures on what is taken in: requests (N-2.9), certificates, CRLs, electronic applications (N-10). A signature
 * says whose a document is and that nothing in it changed (R-3.2, G-2.2, N-2.2): it counts after it was verified.
 */
export interface SignatureVerifier {
  /**
   * `signature` is the content of the structure's BIT STRING: for ECDSA an Ecdsa-Sig-Value in DER. False for a wrong
   * signature, a malformed one, and a key that is not of that algorithm; rejects only when the machine fails.
   */
  verify(
    spkiDer: Uint8Array,
    algorithm: SignatureAlgorithm,
    message: Uint8Array,
    signature: Uint8Array,
  ): Promise<boolean>;
}
