/**
 * Keys of ГОСТ 34.310-2004 and of ГОСТ 34.10-2015 with 512 bits, each in the two encodings that are in use: that of the RFCs, and the
 * one that Kazakhstan's Root CA and National CA put into their certificates. A pair shares its curve; its encodings differ in
 * identifiers and in the order of a signature's octets, and those of 2004 in the hash's substitution block as well.
 */
import { bytesEqual } from '#domain/base/bytes.ts';
import { type CurveEquation, isAffinePointOnCurve } from './elliptic-curve.ts';
import { oid } from './object-identifiers.ts';
import { bitString, objectIdentifier, octetString, sequence } from './writer.ts';

export type GostEncoding = 'rfc4491' | 'kz2004' | '2012-512' | 'kz2015';

interface GostCurve extends CurveEquation {
  readonly name: string;
  /** Of a coordinate, of the order, of a private number alike. */
  readonly octets: number;
}

/** id-GostR3410-2001-CryptoPro-A-ParamSet (RFC 4357 §11.4): a is p − 3. */
const cryptoProA: GostCurve = {
  name: 'CryptoPro-A',
  octets: 32,
  p: 0xfffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffd97n,
  b: 0xa6n,
};

/** id-tc26-gost-3410-12-512-paramSetA (RFC 7836 §A.2): a is p − 3, p is 2^512 − 569. */
const tc26A: GostCurve = {
  name: 'tc26-512-A',
  octets: 64,
  p: (1n << 512n) - 569n,
  b: 0xe8c2505dedfc86ddc1bd0b2b6667f1da34b82574761cb0e879bd081cfd0b6265ee3cb090f30d27614cb4574010da90dd862ef9d4ebee4761503190785a71c760n,
};

interface EncodingFacts {
  readonly key: string;
  readonly curve: GostCurve;
  readonly curveOid: string;
  /** As we write them. */
  readonly parametersDer: Uint8Array;
  /** What others write for the same. */
  readonly alsoParametersDer?: Uint8Array;
  /** As it is shown; the forms print МЕМСТ for ГОСТ. */
  readonly keyName: string;
  /** Whether the parameters of the signature algorithm are NULL or absent in a certificate. */
  readonly signatureParameters: 'absent' | 'null';
}

const encodings: Readonly<Record<GostEncoding, EncodingFacts>> = {
  // RFC 4491 §2.3.2, the cipher's parameters left to their default
  rfc4491: {
    key: oid.gostR3410,
    curve: cryptoProA,
    curveOid: oid.gostCurveCryptoProA,
    parametersDer: parameters(oid.gostCurveCryptoProA, oid.gostR3411CryptoPro),
    keyName: 'ГОСТ 34.310-2004 (RFC 4491)',
    signatureParameters: 'absent',
  },
  kz2004: {
    key: oid.kzGost34310,
    curve: cryptoProA,
    curveOid: oid.kzGostCurve,
    parametersDer: parameters(oid.kzGostCurve, oid.kzGost34311Substitution),
    keyName: 'ГОСТ 34.310-2004 (KZ)',
    signatureParameters: 'null',
  },
  // RFC 9215 §4.2: with 512 bits the digest should be left out; gost-engine writes it all the same
  '2012-512': {
    key: oid.gost2012Key,
    curve: tc26A,
    curveOid: oid.gostCurveTc26A,
    parametersDer: parameters(oid.gostCurveTc26A),
    alsoParametersDer: parameters(oid.gostCurveTc26A, oid.streebog512),
    keyName: 'ГОСТ 34.10-2015 (RFC 9215)',
    signatureParameters: 'absent',
  },
  kz2015: {
    key: oid.kzGost2015Key,
    curve: tc26A,
    curveOid: oid.kzGost2015Curve,
    parametersDer: parameters(oid.kzGost2015Curve, oid.kzStreebog512),
    keyName: 'ГОСТ 34.10-2015 (KZ)',
    signatureParameters: 'null',
  },
};

export const gostEncodings: readonly GostEncoding[] = ['rfc4491', 'kz2004', '2012-512', 'kz2015'];

/** Of a key algorithm's identifier; null when it is none of these. */
export function gostEncodingOf(keyOid: string): GostEncoding | null {
  return gostEncodings.find((encoding) => encodings[encoding].key === keyOid) ?? null;
}

export function hasGostParameters(encoding: GostEncoding, parametersDer: Uint8Array | undefined): boolean {
  if (parametersDer === undefined) return false;
  const facts = encodings[encoding];
  return [facts.parametersDer, facts.alsoParametersDer].some(
    (right) => right !== undefined && bytesEqual(parametersDer, right),
  );
}

/** AlgorithmIdentifier of a key, public or private. */
export function gostKeyAlgorithmDer(encoding: GostEncoding): Uint8Array {
  const { key, parametersDer } = encodings[encoding];
  return sequence(objectIdentifier(key), parametersDer);
}

export function gostKeyOid(encoding: GostEncoding): string {
  return encodings[encoding].key;
}

/** SubjectPublicKeyInfo of X ‖ Y, little-endian each. */
export function writeGostPublicKey(encoding: GostEncoding, point: Uint8Array): Uint8Array {
  return sequence(gostKeyAlgorithmDer(encoding), bitString(octetString(point)));
}

/** Octets of X ‖ Y. */
export function gostPointOctets(encoding: GostEncoding): number {
  return 2 * encodings[encoding].curve.octets;
}

/** X ‖ Y, little-endian each: below p, and on the curve, whose cofactor is 1. */
export function isGostPoint(encoding: GostEncoding, point: Uint8Array): boolean {
  const { curve } = encodings[encoding];
  if (point.length !== 2 * curve.octets) return false;
  const turned = point.slice().reverse();
  return isAffinePointOnCurve(curve, turned.subarray(curve.octets), turned.subarray(0, curve.octets));
}

export function gostCurveOid(encoding: GostEncoding): string {
  return encodings[encoding].curveOid;
}

export function gostCurveName(encoding: GostEncoding): string {
  return encodings[encoding].curve.name;
}

export function gostKeyBits(encoding: GostEncoding): number {
  return 8 * encodings[encoding].curve.octets;
}

export function gostKeyName(encoding: GostEncoding): string {
  return encodings[encoding].keyName;
}

export function gostSignatureParameters(encoding: GostEncoding): 'absent' | 'null' {
  return encodings[encoding].signatureParameters;
}

function parameters(...dotted: readonly string[]): Uint8Array {
  return sequence(...dotted.map((each) => objectIdentifier(each)));
}
