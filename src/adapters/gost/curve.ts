import {
  type WeierstrassPoint,
  type WeierstrassPointCons,
  weierstrass,
} from '@noble/curves/abstract/weierstrass.js';

export type GostPoint = WeierstrassPoint<bigint>;

/** A curve of ГОСТ 34.310-2004 with 256 bits and cofactor 1: `Point.Fn` counts modulo its order q. */
export type GostCurve = WeierstrassPointCons<bigint>;

/** As the standard names them; hex digits without a prefix. */
export interface CurveParameters {
  readonly p: string;
  readonly a: string;
  readonly b: string;
  readonly q: string;
  readonly xP: string;
  readonly yP: string;
}

export function curveOf({ p, a, b, q, xP, yP }: CurveParameters): GostCurve {
  const number = (hex: string) => BigInt(`0x${hex}`);
  return weierstrass({
    p: number(p),
    a: number(a),
    b: number(b),
    n: number(q),
    h: 1n,
    Gx: number(xP),
    Gy: number(yP),
  });
}

let known: GostCurve | undefined;

/** id-GostR3410-2001-CryptoPro-A-ParamSet (RFC 4357 §11.4). Its tables are made at the first use and take some 100 ms. */
export function cryptoProA(): GostCurve {
  if (known === undefined) {
    known = curveOf({
      p: 'fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffd97',
      a: 'fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffd94',
      b: 'a6',
      q: 'ffffffffffffffffffffffffffffffff6c611070995ad10045841b09b761b893',
      xP: '1',
      yP: '8d91e471e0989cda27df505a453f2b7635294f2ddf23e3b122acc99c9e9f1e14',
    });
    known.BASE.precompute(8);
  }
  return known;
}
