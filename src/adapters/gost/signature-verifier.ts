import { reading } from '#domain/der/der-refusal.ts';
import type { GostEncoding } from '#domain/der/gost-key.ts';
import { readPublicKey } from '#domain/der/public-key.ts';
import type { SignatureVerifier } from '#ports/signature-verifier.ts';
import { digestNumber, verifyDigest } from './gost-3410.ts';
import { type PublicKeyPoint, knownPoint } from './public-keys.ts';
import { schemes } from './scheme.ts';
import { readSignatureOctets } from './signature-octets.ts';

/** ГОСТ 34.310-2004 and 34.10-2015 alone; the signature is the content of the BIT STRING. Whatever is not right in every part is false. */
export const gostSignatureVerifier: SignatureVerifier = {
  verify(spkiDer, algorithm, message, signature) {
    if (algorithm.kind !== 'gost3410') return Promise.resolve(false);
    const { encoding } = algorithm;
    const point = publicPoint(encoding, spkiDer);
    return Promise.resolve(point !== null && isSignature(encoding, point, message, signature));
  },
};

/** Null when the octets are no SubjectPublicKeyInfo of that encoding, or its point is none of the curve's. */
export function publicPoint(encoding: GostEncoding, spkiDer: Uint8Array): PublicKeyPoint | null {
  const read = reading(() => readPublicKey(spkiDer).key);
  if (!read.ok) return null;
  const key = read.value;
  if (key.kind !== 'gost' || key.encoding !== encoding || !key.rightParameters) return null;
  return knownPoint(encoding, key.point);
}

export function isSignature(
  encoding: GostEncoding,
  point: PublicKeyPoint,
  message: Uint8Array,
  signature: Uint8Array,
): boolean {
  const numbers = readSignatureOctets(encoding, signature);
  if (numbers === null) return false;
  const scheme = schemes[encoding];
  const curve = scheme.curve();
  const e = digestNumber(curve, scheme.digest(message));
  return verifyDigest(curve, point.use(), e, numbers);
}
