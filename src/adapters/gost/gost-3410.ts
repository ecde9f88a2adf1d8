import type { GostCurve, GostPoint } from './curve.ts';

/** The two numbers of a signature, 0 < r, s < q. */
export interface GostSignature {
  readonly r: bigint;
  readonly s: bigint;
}

/**
 * ГОСТ 34.310-2004 (RFC 5832 §6.1) and 34.10-2015 (RFC 7091 §6.1), which differ in length alone, over the digest's number `e` with the private key `d`; a nonce that gives a zero is passed
 * over for the next one.
 */
export function signDigest(
  curve: GostCurve,
  d: bigint,
  e: bigint,
  nonces: Iterator<bigint, never>,
): GostSignature {
  const { Fn } = curve;
  for (;;) {
    const k = nonces.next().value;
    const r = Fn.create(curve.BASE.multiply(k).toAffine().x);
    if (r === 0n) continue;
    const s = Fn.add(Fn.mul(r, d), Fn.mul(k, e));
    if (s !== 0n) return { r, s };
  }
}

/** RFC 5832 §6.2, RFC 7091 §6.2. False for numbers out of range; the caller has checked the point. */
export function verifyDigest(
  curve: GostCurve,
  publicPoint: GostPoint,
  e: bigint,
  { r, s }: GostSignature,
): boolean {
  const { Fn } = curve;
  if (r <= 0n || s <= 0n || r >= Fn.ORDER || s >= Fn.ORDER) return false;
  const v = Fn.inv(e);
  // All of these are public numbers.
  const sum = curve.BASE.multiplyUnsafe(Fn.mul(s, v)).add(publicPoint.multiplyUnsafe(Fn.neg(Fn.mul(r, v))));
  return !sum.is0() && Fn.create(sum.toAffine().x) === r;
}

/** The digest as a number modulo q, never zero (RFC 5832 §6.1, step 2); the digest's first octet is the least significant. */
export function digestNumber(curve: GostCurve, digest: Uint8Array): bigint {
  const e = curve.Fn.create(fromLittleEndian(digest));
  return e === 0n ? 1n : e;
}

/** Octets of a coordinate, of the order, of each number of a signature: 32 or 64. */
export function octetsOf(curve: GostCurve): number {
  return curve.Fp.BYTES;
}

/** The point of X ‖ Y, little-endian each (RFC 4491 §2.3.2, RFC 9215 §4.3); null when it is none of the curve's. */
export function publicPointOf(curve: GostCurve, octets: Uint8Array): GostPoint | null {
  const half = octetsOf(curve);
  if (octets.length !== 2 * half) return null;
  const x = fromLittleEndian(octets.subarray(0, half));
  const y = fromLittleEndian(octets.subarray(half));
  const { Fp } = curve;
  // Coordinates of p and beyond name a point a second time; (0, 0) would be taken for infinity.
  if (x >= Fp.ORDER || y >= Fp.ORDER || (x === 0n && y === 0n)) return null;
  const point = curve.fromAffine({ x, y });
  try {
    point.assertValidity();
  } catch {
    return null;
  }
  return point;
}

export function publicPointOctets(curve: GostCurve, point: GostPoint): Uint8Array {
  const { x, y } = point.toAffine();
  const half = octetsOf(curve);
  const octets = new Uint8Array(2 * half);
  octets.set(toLittleEndian(x, half));
  octets.set(toLittleEndian(y, half), half);
  return octets;
}

/** 0 < d < q; null for every other number and for another length. */
export function privateNumberOf(curve: GostCurve, octets: Uint8Array): bigint | null {
  if (octets.length !== octetsOf(curve)) return null;
  const d = fromLittleEndian(octets);
  return d > 0n && d < curve.Fn.ORDER ? d : null;
}

export function fromLittleEndian(octets: Uint8Array): bigint {
  return fromBigEndian(octets.slice().reverse());
}

export function toLittleEndian(number: bigint, length: number): Uint8Array {
  return toBigEndian(number, length).reverse();
}

export function fromBigEndian(octets: Uint8Array): bigint {
  const view = new DataView(octets.buffer, octets.byteOffset, octets.byteLength);
  let number = 0n;
  for (let at = 0; at < octets.length; at += 8) number = (number << 64n) | view.getBigUint64(at);
  return number;
}

/** `length` is a multiple of 8. */
export function toBigEndian(number: bigint, length: number): Uint8Array {
  const octets = new Uint8Array(length);
  const view = new DataView(octets.buffer);
  for (let word = length / 8 - 1; word >= 0; word--) {
    view.setBigUint64(8 * word, BigInt.asUintN(64, number));
    number >>= 64n;
  }
  return octets;
}
