import { bigIntOf } from './element.ts';
import { oid } from './object-identifiers.ts';
import { concatBytes } from '#domain/base/bytes.ts';

export type CurveName = 'P-256' | 'P-384';

/** y² = x³ − 3x + b over the field of p. */
export interface CurveEquation {
  readonly p: bigint;
  readonly b: bigint;
}

/** Of prime order n and cofactor 1 (FIPS 186-4 D.1.2). */
export interface Curve extends CurveEquation {
  readonly name: CurveName;
  readonly oid: string;
  readonly fieldOctets: number;
  readonly n: bigint;
}

export const curves: readonly Curve[] = [
  {
    name: 'P-256',
    oid: oid.p256,
    fieldOctets: 32,
    p: 0xffffffff00000001000000000000000000000000ffffffffffffffffffffffffn,
    b: 0x5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604bn,
    n: 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n,
  },
  {
    name: 'P-384',
    oid: oid.p384,
    fieldOctets: 48,
    p: 0xfffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffeffffffff0000000000000000ffffffffn,
    b: 0xb3312fa7e23ee7e4988e056be3f82d19181d9c6efe8141120314088f5013875ac656398d8a2ed19d2a85c8edd3ec2aefn,
    n: 0xffffffffffffffffffffffffffffffffffffffffffffffffc7634d81f4372ddf581a0db248b0a77aecec196accc52973n,
  },
];

export function curveByOid(dotted: string): Curve | null {
  return curves.find((curve) => curve.oid === dotted) ?? null;
}

export function curveByName(name: CurveName): Curve {
  const curve = curves.find((candidate) => candidate.name === name);
  if (curve === undefined) throw new RangeError(`no curve ${name}`);
  return curve;
}

/**
 * The partial validation of SP 800-56A §5.6.2.3.4 on `04 ‖ X ‖ Y`: coordinates below p, equation holds. Enough for a
 * curve of cofactor 1, where every such point has order n.
 */
export function isPointOnCurve(curve: Curve, point: Uint8Array): boolean {
  if (point.length !== 1 + 2 * curve.fieldOctets || point[0] !== 4) return false;
  return isAffinePointOnCurve(
    curve,
    point.subarray(1, 1 + curve.fieldOctets),
    point.subarray(1 + curve.fieldOctets),
  );
}

/** The same for two coordinates, big-endian and unsigned. */
export function isAffinePointOnCurve(
  { p, b }: CurveEquation,
  xOctets: Uint8Array,
  yOctets: Uint8Array,
): boolean {
  const x = unsigned(xOctets);
  const y = unsigned(yOctets);
  if (x >= p || y >= p) return false;
  return (y * y - (x * x * x - 3n * x + b)) % p === 0n;
}

function unsigned(octets: Uint8Array): bigint {
  return bigIntOf(concatBytes(Uint8Array.of(0), octets));
}
