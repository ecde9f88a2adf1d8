import { ed25519 } from '@noble/curves/ed25519.js';

/** RFC 8032. `seed` are the 32 octets of the private key; the public key has 32, a signature 64. */
export function ed25519PublicKey(seed: Uint8Array): Uint8Array {
  return ed25519.getPublicKey(seed);
}

export function ed25519Sign(message: Uint8Array, seed: Uint8Array): Uint8Array {
  return ed25519.sign(message, seed);
}
