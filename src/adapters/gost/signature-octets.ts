import type { GostEncoding } from '#domain/der/gost-key.ts';
import { type GostSignature, fromBigEndian, octetsOf, toBigEndian } from './gost-3410.ts';
import { schemes } from './scheme.ts';

/** s ‖ r, big-endian each (RFC 4491 §2.2.2, RFC 9215 §2); Kazakhstan's certificates have the same octets from the last to the first. */
export function signatureOctets(encoding: GostEncoding, { r, s }: GostSignature): Uint8Array {
  const { curve, turned } = schemes[encoding];
  const half = octetsOf(curve());
  const octets = new Uint8Array(2 * half);
  octets.set(toBigEndian(s, half));
  octets.set(toBigEndian(r, half), half);
  return turned ? octets.reverse() : octets;
}

/** Null for another length; whether the numbers are in range is for the verification to say. */
export function readSignatureOctets(encoding: GostEncoding, octets: Uint8Array): GostSignature | null {
  const { curve, turned } = schemes[encoding];
  const half = octetsOf(curve());
  if (octets.length !== 2 * half) return null;
  const straight = turned ? octets.slice().reverse() : octets;
  return { s: fromBigEndian(straight.subarray(0, half)), r: fromBigEndian(straight.subarray(half)) };
}
