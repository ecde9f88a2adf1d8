import type { GostEncoding } from '#domain/der/gost-key.ts';
import { type GostCurve, cryptoProA, tc26A } from './curve.ts';
import { gost3411 } from './gost-3411.ts';
import { streebog512 } from './streebog.ts';

/** What an encoding makes differently of the same mathematics. */
export interface GostScheme {
  readonly curve: () => GostCurve;
  /** The least significant octet first. */
  readonly digest: (message: Uint8Array) => Uint8Array;
  /** Whether the octets of a signature stand from the last to the first. */
  readonly turned: boolean;
}

export const schemes: Readonly<Record<GostEncoding, GostScheme>> = {
  rfc4491: { curve: cryptoProA, digest: (message) => gost3411(message, 'cryptopro'), turned: false },
  kz2004: { curve: cryptoProA, digest: (message) => gost3411(message, 'test'), turned: true },
  '2012-512': { curve: tc26A, digest: streebog512, turned: false },
  kz2015: { curve: tc26A, digest: streebog512, turned: true },
};
