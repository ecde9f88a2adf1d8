import { p256 } from '@noble/curves/nist.js';

/** Octets that a private key is made of (FIPS 186-5 A.2.1: 64 more bits than the order has). */
export const p256SeedOctets = 48;

/** What stands before the 65 octets of an uncompressed point in a SubjectPublicKeyInfo of P-256 (RFC 5480). */
const spkiHead = new Uint8Array([
  ...[0x30, 0x59, 0x30, 0x13, 0x06, 0x07, 0x2a, 0x86, 0x48, 0xce, 0x3d, 0x02, 0x01, 0x06, 0x08, 0x2a],
  ...[0x86, 0x48, 0xce, 0x3d, 0x03, 0x01, 0x07, 0x03, 0x42, 0x00],
]);

export interface SeededKey {
  /** SubjectPublicKeyInfo. */
  readonly spkiDer: Uint8Array;
  /** ECDSA with SHA-256, r ‖ s (IEEE P1363), as WebCrypto verifies it. */
  readonly sign: (octets: Uint8Array) => Uint8Array;
}

/** The same key from the same seed, always: a platform makes keys by chance only. RangeError for a seed of another length. */
export function seededP256(seed: Uint8Array): SeededKey {
  if (seed.length !== p256SeedOctets) throw new RangeError('a seed has 48 octets');
  const secretKey = p256.utils.randomSecretKey(seed);
  const point = p256.getPublicKey(secretKey, false);
  return {
    spkiDer: new Uint8Array([...spkiHead, ...point]),
    sign: (octets) => p256.sign(octets, secretKey, { prehash: true, format: 'compact' }),
  };
}
