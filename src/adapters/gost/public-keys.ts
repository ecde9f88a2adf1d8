import { bytesToHex } from '#domain/base/bytes.ts';
import type { GostEncoding } from '#domain/der/gost-key.ts';
import type { GostPoint } from './curve.ts';
import { publicPointOf } from './gost-3410.ts';
import { schemes } from './scheme.ts';

export interface PublicKeyPoint {
  /** For one verification more. */
  use(): GostPoint;
}

/** An office verifies with its authority's key all day: a few points are kept, the oldest goes first. */
const kept = 8;
const points = new Map<string, PublicKeyPoint>();

/** The point of a public key on its encoding's curve, which its length tells; null when it is none. */
export function knownPoint(encoding: GostEncoding, octets: Uint8Array): PublicKeyPoint | null {
  const name = bytesToHex(octets);
  const known = points.get(name);
  if (known !== undefined) return known;
  const point = publicPointOf(schemes[encoding].curve(), octets);
  if (point === null) return null;
  const counted = countingUses(point);
  points.set(name, counted);
  const [oldest] = points.keys();
  if (points.size > kept && oldest !== undefined) points.delete(oldest);
  return counted;
}

/** A key that comes back gets tables of its own: they make a verification four times faster and cost as much as ten. */
function countingUses(point: GostPoint): PublicKeyPoint {
  let uses = 0;
  return {
    use() {
      uses += 1;
      if (uses === 3) point.precompute(6);
      return point;
    },
  };
}
