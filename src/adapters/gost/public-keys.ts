import { bytesToHex } from '#domain/base/bytes.ts';
import { type GostPoint, cryptoProA } from './curve.ts';
import { publicPointOf } from './gost-3410.ts';

interface Known {
  readonly point: GostPoint;
  asked: number;
}

/** An office verifies with its authority's key all day: a few points are kept, the oldest goes first. */
const kept = 8;
const points = new Map<string, Known>();

/**
 * The point of a public key on CryptoPro-A; null when it is none. A key that comes back gets tables of its own, which make a
 * verification four times faster and cost as much as ten.
 */
export function knownPoint(octets: Uint8Array): GostPoint | null {
  const name = bytesToHex(octets);
  const known = points.get(name);
  if (known !== undefined) {
    known.asked += 1;
    if (known.asked === 3) known.point.precompute(6);
    return known.point;
  }
  const point = publicPointOf(cryptoProA(), octets);
  if (point === null) return null;
  points.set(name, { point, asked: 1 });
  const [oldest] = points.keys();
  if (points.size > kept && oldest !== undefined) points.delete(oldest);
  return point;
}
