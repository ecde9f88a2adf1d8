import type { GostEncoding } from '#domain/der/gost-key.ts';
import { type GostSignature, fromBigEndian, toBigEndian } from './gost-3410.ts';
import type { SubstitutionName } from './substitution.ts';

/** What the two encodings make differently of the same mathematics. */
export const substitutionOf: Readonly<Record<GostEncoding, SubstitutionName>> = {
  rfc4491: 'cryptopro',
  kz2004: 'test',
};

/** s ‖ r, big-endian each (RFC 4491 §2.2.2); Kazakhstan's certificates have the same 64 octets from the last to the first. */
export function signatureOctets(encoding: GostEncoding, { r, s }: GostSignature): Uint8Array {
  const octets = new Uint8Array(64);
  octets.set(toBigEndian(s));
  octets.set(toBigEndian(r), 32);
  return encoding === 'rfc4491' ? octets : octets.reverse();
}

/** Null for another length; whether the numbers are in range is for the verification to say. */
export function readSignatureOctets(encoding: GostEncoding, octets: Uint8Array): GostSignature | null {
  if (octets.length !== 64) return null;
  const straight = encoding === 'rfc4491' ? octets : octets.slice().reverse();
  return { s: fromBigEndian(straight.subarray(0, 32)), r: fromBigEndian(straight.subarray(32)) };
}
