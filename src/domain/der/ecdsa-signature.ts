import { concatBytes } from '#domain/base/bytes.ts';
import type { Result } from '#domain/base/result.ts';
import type { CurveName } from './elliptic-curve.ts';
import { DerError, type DerRefusal, reading } from './der-refusal.ts';
import { bigIntOf, childrenOf, integerOctetsOf } from './element.ts';
import { curveByName } from './elliptic-curve.ts';
import { readDer } from './reader.ts';
import { tag } from './tag.ts';
import { sequence, unsignedInteger } from './writer.ts';

/**
 * `r ‖ s` of the curve's field size each (IEEE P1363, what WebCrypto takes) from Ecdsa-Sig-Value (RFC 3279 §2.2.3).
 * Refused unless 0 < r < n and 0 < s < n.
 */
export function rawEcdsaSignature(
  signatureDer: Uint8Array,
  curveName: CurveName,
): Result<Uint8Array, DerRefusal> {
  return reading(() => {
    const curve = curveByName(curveName);
    const children = childrenOf(readDer(signatureDer), tag.sequence, 'signature');
    const numbers = ['r', 's'].map((part) => {
      const octets = integerOctetsOf(children.take(tag.integer, part), part);
      const value = bigIntOf(octets);
      if (value <= 0n || value >= curve.n) throw new DerError('IntegerTooLarge', 0, part);
      const unpadded = octets[0] === 0 ? octets.subarray(1) : octets;
      return concatBytes(new Uint8Array(curve.fieldOctets - unpadded.length), unpadded);
    });
    children.end('signature');
    return concatBytes(...numbers);
  });
}

/** Ecdsa-Sig-Value from `r ‖ s`, which must have the curve's size: it comes from our own signer. */
export function derEcdsaSignature(raw: Uint8Array, curveName: CurveName): Uint8Array {
  const { fieldOctets } = curveByName(curveName);
  if (raw.length !== 2 * fieldOctets)
    throw new RangeError(`a signature of ${raw.length} octets for ${curveName}`);
  return sequence(unsignedInteger(raw.subarray(0, fieldOctets)), unsignedInteger(raw.subarray(fieldOctets)));
}
