import { ed25519 } from '@noble/curves/ed25519.js';

/** RFC 8032. `seed` are the 32 octets of the private key; the public key has 32, a signature 64. */
export function ed25519PublicKey(seed: Uint8Array): Uint8Array {
  return ed25519.getPublicKey(seed);
}

export function ed25519Sign(message: Uint8Array, seed: Uint8Array): Uint8Array {
  return ed25519.sign(message, seed);
}

/** False for a key or a signature that is none, too: both come from whoever made the file. */
export function ed25519Verify(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  try {
    // RFC 8032 strictly: no points of small order, one encoding of each.
    return ed25519.verify(signature, message, publicKey, { zip215: false });
  } catch {
    return false;
  }
}
