import {
  type WeierstrassPoint,
  type WeierstrassPointCons,
  weierstrass,
} from '@noble/curves/abstract/weierstrass.js';

export type GostPoint = WeierstrassPoint<bigint>;

/** A curve of ГОСТ 34.310-2004 with 256 bits, or of 34.10-2015 with 512, of cofactor 1: `Point.Fn` counts modulo its order q. */
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

let knownCryptoProA: GostCurve | undefined;
let knownTc26A: GostCurve | undefined;

/** id-GostR3410-2001-CryptoPro-A-ParamSet (RFC 4357 §11.4). Its tables are made at the first use and take some 100 ms. */
export function cryptoProA(): GostCurve {
  if (knownCryptoProA === undefined) {
    knownCryptoProA = curveOf({
      p: 'fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffd97',
      a: 'fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffd94',
      b: 'a6',
      q: 'ffffffffffffffffffffffffffffffff6c611070995ad10045841b09b761b893',
      xP: '1',
      yP: '8d91e471e0989cda27df505a453f2b7635294f2ddf23e3b122acc99c9e9f1e14',
    });
    knownCryptoProA.BASE.precompute(8);
  }
  return knownCryptoProA;
}

/** id-tc26-gost-3410-12-512-paramSetA (RFC 7836 §A.2). Its tables take some half a second. */
export function tc26A(): GostCurve {
  if (knownTc26A === undefined) {
    knownTc26A = curveOf({
      p: `${'f'.repeat(125)}dc7`,
      a: `${'f'.repeat(125)}dc4`,
      b: 'e8c2505dedfc86ddc1bd0b2b6667f1da34b82574761cb0e879bd081cfd0b6265ee3cb090f30d27614cb4574010da90dd862ef9d4ebee4761503190785a71c760',
      q: 'ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff27e69532f48d89116ff22b8d4e0560609b4b38abfad2b85dcacdb1411f10b275',
      xP: '3',
      yP: '7503cfe87a836ae3a61b8816e25450e6ce5e1c93acf1abc1778064fdcbefa921df1626be4fd036e93d75e6a50e3a41e98028fe5fc235f5b889a589cb5215f2a4',
    });
    knownTc26A.BASE.precompute(8);
  }
  return knownTc26A;
}
