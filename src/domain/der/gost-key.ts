/**
 * Keys of ГОСТ 34.310-2004 in the two encodings that are in use: that of RFC 4491, and the one that Kazakhstan's Root CA and
 * National CA put into their certificates. The curve is CryptoPro-A in both; the hash, ГОСТ 34.311-95, differs in its
 * substitution block, and the octets of a signature in their order.
 */
import { bytesEqual } from '#domain/base/bytes.ts';
import { type CurveEquation, isAffinePointOnCurve } from './elliptic-curve.ts';
import { oid } from './object-identifiers.ts';
import { bitString, objectIdentifier, octetString, sequence } from './writer.ts';

export type GostEncoding = 'rfc4491' | 'kz2004';

export const gostPointOctets = 64;

/** id-GostR3410-2001-CryptoPro-A-ParamSet (RFC 4357 §11.4): a is p − 3. */
const cryptoProA: CurveEquation = {
  p: 0xfffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffd97n,
  b: 0xa6n,
};

const algorithms: Readonly<
  Record<GostEncoding, { readonly key: string; readonly parametersDer: Uint8Array }>
> = {
  // RFC 4491 §2.3.2, the cipher's parameters left to their default
  rfc4491: {
    key: oid.gostR3410,
    parametersDer: sequence(
      objectIdentifier(oid.gostCurveCryptoProA),
      objectIdentifier(oid.gostR3411CryptoPro),
    ),
  },
  kz2004: {
    key: oid.kzGost34310,
    parametersDer: sequence(objectIdentifier(oid.kzGostCurve), objectIdentifier(oid.kzGost34311Substitution)),
  },
};

/** Of a key algorithm's identifier, one of the two. */
export function gostEncodingOf(keyOid: typeof oid.gostR3410 | typeof oid.kzGost34310): GostEncoding {
  return keyOid === oid.gostR3410 ? 'rfc4491' : 'kz2004';
}

export function hasGostParameters(encoding: GostEncoding, parametersDer: Uint8Array | undefined): boolean {
  return parametersDer !== undefined && bytesEqual(parametersDer, algorithms[encoding].parametersDer);
}

/** AlgorithmIdentifier of a key, public or private. */
export function gostKeyAlgorithmDer(encoding: GostEncoding): Uint8Array {
  const { key, parametersDer } = algorithms[encoding];
  return sequence(objectIdentifier(key), parametersDer);
}

/** SubjectPublicKeyInfo of X ‖ Y, little-endian each. */
export function writeGostPublicKey(encoding: GostEncoding, point: Uint8Array): Uint8Array {
  return sequence(gostKeyAlgorithmDer(encoding), bitString(octetString(point)));
}

/** X ‖ Y, little-endian each: below p, and on the curve, whose cofactor is 1. */
export function isGostPoint(point: Uint8Array): boolean {
  if (point.length !== gostPointOctets) return false;
  const turned = point.slice().reverse();
  return isAffinePointOnCurve(cryptoProA, turned.subarray(32), turned.subarray(0, 32));
}

export function gostCurveOid(encoding: GostEncoding): string {
  return encoding === 'rfc4491' ? oid.gostCurveCryptoProA : oid.kzGostCurve;
}

/** As it is shown; the forms print МЕМСТ for ГОСТ. */
export function gostKeyName(encoding: GostEncoding): string {
  return encoding === 'rfc4491' ? 'ГОСТ 34.310-2004 (RFC 4491)' : 'ГОСТ 34.310-2004 (KZ)';
}
