import type { KeySuite } from '#domain/authority/station.ts';
import { derEcdsaSignature } from '#domain/der/ecdsa-signature.ts';

/** X.509's form of a signature: WebCrypto gives ECDSA's as two plain numbers (RFC 3279 §2.2.3). */
export function derSignature(suite: KeySuite, signature: Uint8Array): Uint8Array {
  switch (suite) {
    case 'ecdsa-p256':
      return derEcdsaSignature(signature, 'P-256');
    case 'ecdsa-p384':
      return derEcdsaSignature(signature, 'P-384');
    case 'rsa-3072':
    case 'rsa-4096':
      return signature;
  }
}
