import type { ActVerifier } from '#ports/act-verifier.ts';
import { importPublicKey, verifyWith } from './suite-keys.ts';
import { isUnreadableKey } from './unreadable-key.ts';

/** r ‖ s of P-256 (IEEE P1363). */
const signatureOctets = 64;

/** Over the platform's own WebCrypto. */
export const verifyAct = actVerifierOver(globalThis.crypto);

/** A key or a signature that is none is a wrong signature: both come from the register, which anybody may have changed. */
export function actVerifierOver(provider: Crypto): ActVerifier {
  // A log of years is signed by a few: reading a key anew for each record takes as long as the verification itself.
  const keys = new WeakMap<Uint8Array, Promise<CryptoKey>>();
  const keyOf = (spkiDer: Uint8Array): Promise<CryptoKey> => {
    const known = keys.get(spkiDer) ?? importPublicKey('ecdsa-p256', spkiDer, provider);
    keys.set(spkiDer, known);
    return known;
  };
  return async (spkiDer, message, signature) => {
    if (signature.length !== signatureOctets) return false;
    let key: CryptoKey;
    try {
      key = await keyOf(spkiDer);
    } catch (error) {
      if (isUnreadableKey(error)) return false;
      throw error;
    }
    return verifyWith('ecdsa-p256', key, signature, message, provider);
  };
}
