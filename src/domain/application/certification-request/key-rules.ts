import { algorithmName, isNull } from '#domain/der/algorithm.ts';
import { curveByOid, isPointOnCurve } from '#domain/der/elliptic-curve.ts';
import { gostPointOctets, isGostPoint } from '#domain/der/gost-key.ts';
import { oid, oidName } from '#domain/der/object-identifiers.ts';
import type { SubjectPublicKeyInfo, PublicKey } from '#domain/der/public-key.ts';
import { tag } from '#domain/der/tag.ts';
import { isRocaModulus } from './roca.ts';

/** Why a public key is not certified; numbers are shown beside what is allowed. */
export type KeyProblem =
  | { readonly type: 'KeyAlgorithm'; readonly algorithm: string; readonly allowed: readonly string[] }
  | { readonly type: 'KeyParameters'; readonly algorithm: string }
  | {
      readonly type: 'RsaSize';
      readonly sizeBits: number;
      readonly minBits: number;
      readonly maxBits: number;
    }
  | { readonly type: 'RsaExponent'; readonly exponent: string; readonly min: string }
  | { readonly type: 'RsaModulusEven' }
  | { readonly type: 'RsaSmallFactor'; readonly factor: number }
  /** Made by a library whose keys can be computed from their public half (CVE-2017-15361). */
  | { readonly type: 'RsaRoca' }
  | { readonly type: 'ExplicitCurve' }
  | { readonly type: 'Curve'; readonly curve: string; readonly allowed: readonly string[] }
  | { readonly type: 'CompressedPoint' }
  | { readonly type: 'PointForm' }
  | { readonly type: 'PointLength'; readonly octets: number; readonly expectedOctets: number }
  | { readonly type: 'PointNotOnCurve' };

/** What we certify. Below 2048 bits RSA is broken within reach (NIST SP 800-57); above 4096 cards and browsers fail. */
export const allowedKeys = {
  rsaMinBits: 2048,
  rsaMaxBits: 4096,
  rsaMinExponent: 65_537n, // NIST SP 800-56B §6.2
  curves: ['P-256', 'P-384'],
  names: ['RSA 2048–4096', 'ECDSA P-256', 'ECDSA P-384', 'ГОСТ 34.310-2004'],
} as const;

/** All problems of a key; none when it may be certified. A compressed point is refused, not rewritten: the request's signature covers it. */
export function keyProblems(publicKey: SubjectPublicKeyInfo): readonly KeyProblem[] {
  const { key, algorithm } = publicKey;
  switch (key.kind) {
    case 'rsa':
      return [...rsaParameterProblems(publicKey), ...rsaProblems(key.modulus, key.exponent, key.sizeBits)];
    case 'ec':
      return ecProblems(key.curveOid, key.point, key.form);
    case 'ec-explicit':
      // RFC 5480 §2.1.1: a named curve, and neither specifiedCurve nor implicitCurve.
      return [{ type: 'ExplicitCurve' }];
    case 'gost':
      return gostProblems(publicKey, key);
    case 'other':
      return [{ type: 'KeyAlgorithm', algorithm: algorithmName(algorithm.oid), allowed: allowedKeys.names }];
  }
}

/** RFC 3279 §2.3.1: the parameters are NULL, and are there. */
function rsaParameterProblems({ algorithm }: SubjectPublicKeyInfo): readonly KeyProblem[] {
  const { parametersDer } = algorithm;
  const right = parametersDer !== undefined && parametersDer[0] === tag.null && isNull(parametersDer);
  return right ? [] : [{ type: 'KeyParameters', algorithm: algorithmName(oid.rsaEncryption) }];
}

function gostProblems(
  { algorithm }: SubjectPublicKeyInfo,
  { encoding, rightParameters, point }: PublicKey & { readonly kind: 'gost' },
): readonly KeyProblem[] {
  // Of other parameters the point can't be judged.
  if (!rightParameters) return [{ type: 'KeyParameters', algorithm: algorithmName(algorithm.oid) }];
  const expectedOctets = gostPointOctets(encoding);
  if (point.length !== expectedOctets) return [{ type: 'PointLength', octets: point.length, expectedOctets }];
  return isGostPoint(encoding, point) ? [] : [{ type: 'PointNotOnCurve' }];
}

function rsaProblems(modulus: bigint, exponent: bigint, sizeBits: number): readonly KeyProblem[] {
  const problems: KeyProblem[] = [];
  const { rsaMinBits: minBits, rsaMaxBits: maxBits, rsaMinExponent } = allowedKeys;
  if (sizeBits < minBits || sizeBits > maxBits)
    problems.push({ type: 'RsaSize', sizeBits, minBits, maxBits });
  // SP 800-56B §6.2: odd, from 65537, below 2^256.
  if (exponent < rsaMinExponent || exponent % 2n === 0n || exponent >= 2n ** 256n) {
    const shown = exponent.toString();
    problems.push({
      type: 'RsaExponent',
      exponent: shown.length > 40 ? `${shown.slice(0, 40)}…` : shown,
      min: rsaMinExponent.toString(),
    });
  }
  if (modulus % 2n === 0n) problems.push({ type: 'RsaModulusEven' });
  // A number of any size is refused above; dividing one of 16384 bits would only cost time.
  else if (sizeBits <= maxBits) {
    const factor = smallPrimes.find((prime) => modulus % BigInt(prime) === 0n);
    if (factor !== undefined) problems.push({ type: 'RsaSmallFactor', factor });
    else if (isRocaModulus(modulus)) problems.push({ type: 'RsaRoca' });
  }
  return problems;
}

/** Odd primes up to 751, as CAs of the web test for broken generators (CA/Browser Forum BR 6.1.6). */
const smallPrimes: readonly number[] = Array.from({ length: 375 }, (_, i) => 2 * i + 3).filter(
  (candidate) => {
    for (let divisor = 3; divisor * divisor <= candidate; divisor += 2)
      if (candidate % divisor === 0) return false;
    return true;
  },
);

function ecProblems(curveOid: string, point: Uint8Array, form: string): readonly KeyProblem[] {
  const curve = curveByOid(curveOid);
  if (curve === null) {
    return [{ type: 'Curve', curve: oidName(curveOid) ?? curveOid, allowed: allowedKeys.curves }];
  }
  if (form === 'compressed') return [{ type: 'CompressedPoint' }];
  if (form !== 'uncompressed') return [{ type: 'PointForm' }];
  const expectedOctets = 1 + 2 * curve.fieldOctets;
  if (point.length !== expectedOctets) return [{ type: 'PointLength', octets: point.length, expectedOctets }];
  return isPointOnCurve(curve, point) ? [] : [{ type: 'PointNotOnCurve' }];
}
