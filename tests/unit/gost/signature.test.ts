import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CurveParameters, cryptoProA, curveOf, tc26A } from '#adapters/gost/curve.ts';
import {
  digestNumber,
  octetsOf,
  privateNumberOf,
  publicPointOctets,
  publicPointOf,
  signDigest,
  toLittleEndian,
  verifyDigest,
} from '#adapters/gost/gost-3410.ts';
import { hedgedNonces } from '#adapters/gost/nonces.ts';
import { schemes } from '#adapters/gost/scheme.ts';
import { readSignatureOctets, signatureOctets } from '#adapters/gost/signature-octets.ts';
import { bytesToHex, hexToBytes } from '#domain/base/bytes.ts';
import { encodeUtf8 } from '#domain/base/utf8.ts';
import { type GostEncoding, isGostPoint } from '#domain/der/gost-key.ts';

type Numbers = Readonly<Record<'d' | 'e' | 'k' | 'r' | 's' | 'xQ' | 'yQ', string>>;
const rfc5832 = vectorFile<CurveParameters & Numbers>('rfc5832');
const rfc7091 = vectorFile<CurveParameters & Numbers>('rfc7091');

interface FixedVector extends Readonly<Record<'d' | 'k' | 'message_utf8' | 'digest' | 'r' | 's', string>> {
  readonly profile: GostEncoding;
  readonly publicKey_LExLEy: string;
  readonly signatureOctets: string;
}

const fixedK = vectorFile<{
  readonly li0ard: Readonly<Record<'d' | 'e_be' | 'k' | 'r_s_be', string>>;
  readonly fixed: readonly FixedVector[];
}>('cryptopro_a_fixed_k');

function vectorFile<T>(name: string): T {
  return JSON.parse(readFileSync(new URL(`../../vectors/gost/${name}.json`, import.meta.url), 'utf8')) as T;
}

const number = (hex: string): bigint => BigInt(`0x${hex}`);
const hexOctets = (hex: string): Uint8Array => hexToBytes(hex) ?? new Uint8Array();

function* always(k: bigint): Generator<bigint, never> {
  for (;;) yield k;
}

const curves = [
  ['CryptoPro-A', 'rfc4491', cryptoProA()],
  ['tc26-512-A', '2012-512', tc26A()],
] as const;

describe('the examples of the standards and of others', () => {
  it.each([
    ['RFC 5832 §7', rfc5832],
    ['RFC 7091 §7.2', rfc7091],
  ])('signs and verifies the example of %s', (_, example) => {
    const test = curveOf(example);
    const [d, e, k, r, s] = (['d', 'e', 'k', 'r', 's'] as const).map((name) => number(example[name])) as [
      bigint,
      bigint,
      bigint,
      bigint,
      bigint,
    ];
    const point = test.BASE.multiply(d);
    expect(point.toAffine()).toEqual({ x: number(example.xQ), y: number(example.yQ) });
    expect(signDigest(test, d, e, always(k))).toEqual({ r, s });
    expect(verifyDigest(test, point, e, { r, s })).toBe(true);
    expect(verifyDigest(test, point, e + 1n, { r, s })).toBe(false);
  });

  it('gives the signature that another implementation made with the same nonce', () => {
    const { d, e_be, k, r_s_be } = fixedK.li0ard;
    const { r, s } = signDigest(cryptoProA(), number(d), number(e_be), always(number(k)));
    expect(r_s_be).toBe(r.toString(16).padStart(64, '0') + s.toString(16).padStart(64, '0'));
  });

  it.each(fixedK.fixed)('gives the octets of the $profile example, from the message on', (vector) => {
    const digest = schemes[vector.profile].digest(encodeUtf8(vector.message_utf8));
    expect(bytesToHex(digest)).toBe(vector.digest);
    const e = digestNumber(cryptoProA(), digest);
    const signature = signDigest(cryptoProA(), number(vector.d), e, always(number(vector.k)));
    expect(signature).toEqual({ r: number(vector.r), s: number(vector.s) });
    expect(bytesToHex(signatureOctets(vector.profile, signature))).toBe(vector.signatureOctets);
    const point = publicPointOf(cryptoProA(), hexOctets(vector.publicKey_LExLEy));
    expect(point?.equals(cryptoProA().BASE.multiply(number(vector.d)))).toBe(true);
    expect(readSignatureOctets(vector.profile, hexOctets(vector.signatureOctets))).toEqual(signature);
  });
});

describe.each(curves)('a signature on %s', (_name, _encoding, curve) => {
  const order = curve.Fn.ORDER;
  const length = octetsOf(curve);
  const aNumber = fc.bigInt({ min: 1n, max: order - 1n });

  it('verifies what it signs, and nothing else: another digest, another key, swapped numbers', () => {
    fc.assert(
      fc.property(aNumber, aNumber, fc.uint8Array({ minLength: 32, maxLength: 32 }), (d, e, random) => {
        const signature = signDigest(curve, d, e, hedgedNonces(order, d, e, random));
        const point = curve.BASE.multiply(d);
        expect(verifyDigest(curve, point, e, signature)).toBe(true);
        // A digest and its negative modulo the order give points with one abscissa: the highest one’s neighbour, zero, counts as 1.
        const other = e === order - 1n ? 5n : e + 1n;
        expect(verifyDigest(curve, point, other, signature)).toBe(false);
        expect(verifyDigest(curve, point.add(curve.BASE), e, signature)).toBe(false);
        expect(verifyDigest(curve, point, e, { r: signature.s, s: signature.r })).toBe(false);
      }),
      { numRuns: 10 },
    );
  });

  it.each([
    ['r is zero', { r: 0n }],
    ['s is zero', { s: 0n }],
    ['r is the order', { r: order }],
    ['s is the order', { s: order }],
    ['r is negative', { r: -1n }],
  ])('refuses a signature where %s', (_, change) => {
    const e = 7n;
    const right = signDigest(curve, 5n, e, always(11n));
    const point = curve.BASE.multiply(5n);
    expect(verifyDigest(curve, point, e, right)).toBe(true);
    expect(verifyDigest(curve, point, e, { ...right, ...change })).toBe(false);
  });

  it('refuses numbers that are right modulo the order only', () => {
    const right = signDigest(curve, 5n, 7n, always(11n));
    const point = curve.BASE.multiply(5n);
    expect(verifyDigest(curve, point, 7n, { ...right, s: right.s + order })).toBe(false);
    expect(verifyDigest(curve, point, 7n, { ...right, r: right.r + order })).toBe(false);
  });

  it('passes over a nonce that makes s zero', () => {
    // s = r·d + k·e; with e = −r·d/k the first nonce gives zero.
    const k = 12_345n;
    const r = curve.Fn.create(curve.BASE.multiply(k).toAffine().x);
    const d = 99n;
    const e = curve.Fn.neg(curve.Fn.mul(curve.Fn.mul(r, d), curve.Fn.inv(k)));
    const nonces = [k, 777n][Symbol.iterator]() as Iterator<bigint, never>;
    const signature = signDigest(curve, d, e, nonces);
    expect(verifyDigest(curve, curve.BASE.multiply(d), e, signature)).toBe(true);
  });

  it('takes a digest that is zero or the order for one (RFC 5832 §6.1)', () => {
    expect(digestNumber(curve, new Uint8Array(length))).toBe(1n);
    expect(digestNumber(curve, toLittleEndian(order, length))).toBe(1n);
    expect(digestNumber(curve, toLittleEndian(order + 5n, length))).toBe(5n);
  });
});

describe.each(curves)('keys on %s', (_name, encoding, curve) => {
  const order = curve.Fn.ORDER;
  const length = octetsOf(curve);
  const aNumber = fc.bigInt({ min: 1n, max: order - 1n });

  it('are read from the octets they are written to, and the domain agrees that the point is on the curve', () => {
    fc.assert(
      fc.property(aNumber, (d) => {
        const point = curve.BASE.multiply(d);
        const written = publicPointOctets(curve, point);
        expect(publicPointOf(curve, written)?.equals(point)).toBe(true);
        expect(isGostPoint(encoding, written)).toBe(true);
        expect(privateNumberOf(curve, toLittleEndian(d, length))).toBe(d);
      }),
      { numRuns: 10 },
    );
  });

  const base = publicPointOctets(curve, curve.BASE);
  const turned = base.map((octet, i) => (i === length + 8 ? octet ^ 1 : octet));
  const swapped = Uint8Array.from([...base.subarray(length), ...base.subarray(0, length)]);
  const beyond = Uint8Array.from([...toLittleEndian(curve.Fp.ORDER + 1n, length), ...base.subarray(length)]);
  it.each([
    ['one bit is another', turned],
    ['X and Y are swapped', swapped],
    ['X is the same modulo p', beyond],
    ['the point would be infinity', new Uint8Array(2 * length)],
    ['the octets are big-endian', Uint8Array.from(base).reverse()],
    ['an octet is missing', base.subarray(1)],
    ['an octet is too many', Uint8Array.from([...base, 0])],
  ])('[A01] are refused where %s', (_, point) => {
    expect(publicPointOf(curve, point)).toBeNull();
    expect(isGostPoint(encoding, point)).toBe(false);
  });

  it('refuses a private number of zero, of the order, beyond it, and of another length', () => {
    for (const d of [0n, order, order + 1n, (1n << BigInt(8 * length)) - 1n])
      expect(privateNumberOf(curve, toLittleEndian(d, length))).toBeNull();
    expect(privateNumberOf(curve, new Uint8Array(length - 1).fill(1))).toBeNull();
    expect(privateNumberOf(curve, new Uint8Array(length + 1).fill(1))).toBeNull();
    expect(privateNumberOf(curve, toLittleEndian(order - 1n, length))).toBe(order - 1n);
  });
});

describe('nonces', () => {
  const order = cryptoProA().Fn.ORDER;
  const take = (d: bigint, e: bigint, random: Uint8Array) => hedgedNonces(order, d, e, random).next().value;

  it('are in range, and differ with the key, the digest and the random octets', () => {
    const zeros = new Uint8Array(32);
    const nonces = [
      take(5n, 7n, zeros),
      take(6n, 7n, zeros),
      take(5n, 8n, zeros),
      take(
        5n,
        7n,
        zeros.map(() => 1),
      ),
    ];
    expect(new Set(nonces).size).toBe(4);
    for (const k of nonces) expect(k > 0n && k < order).toBe(true);
  });

  it('do not repeat within one signature, and are the same again only with the same random octets', () => {
    const random = new Uint8Array(32).fill(3);
    const source = hedgedNonces(order, 5n, 7n, random);
    const [first, second] = [source.next().value, source.next().value];
    expect(first).not.toBe(second);
    expect(take(5n, 7n, random)).toBe(first);
  });

  it('are those of RFC 6979 when no random octets are added (A.2.5, P-256, “sample”)', () => {
    const q = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;
    const d = 0xc9afa9d845ba75166b5c215767b1d6934e50c3db36e89b127b8a622b120f6721n;
    const e = 0xaf2bdbe1aa9b6ec1e2ade1d694f41fc71a831d0268e9891562113d8a62add1bfn;
    expect(hedgedNonces(q, d, e, new Uint8Array()).next().value).toBe(
      0xa6e3c57dd01abe90086538398355dd4c3b17aa873382b0f24d6129493d8aad60n,
    );
  });

  it('are those of RFC 6979 with the hash of the order’s length, one of 512 bits too', () => {
    const long = tc26A().Fn.ORDER;
    const nonces = [1n, 2n, 3n].map((e) => hedgedNonces(long, 5n, e, new Uint8Array(64)).next().value);
    expect(new Set(nonces).size).toBe(3);
    // Of three numbers below 2^512 one at least is beyond 2^500, but for a chance of 2^-36.
    expect(nonces.some((k) => k >> 500n > 0n)).toBe(true);
    for (const k of nonces) expect(k > 0n && k < long).toBe(true);
  });
});
