import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { derEcdsaSignature, rawEcdsaSignature } from '#domain/der/ecdsa-signature.ts';
import { curveByName, isPointOnCurve } from '#domain/der/elliptic-curve.ts';
import { integer, sequence } from '#domain/der/writer.ts';
import { ecKeyPair } from '#tests/support/request-samples.ts';
import { readPublicKey } from '#domain/der/public-key.ts';

describe('ECDSA signatures', () => {
  it('go from r ‖ s to DER and back, with leading zeros and high bits', () => {
    for (const name of ['P-256', 'P-384'] as const) {
      const { n, fieldOctets } = curveByName(name);
      const number = fc.oneof(fc.bigInt({ min: 1n, max: n - 1n }), fc.bigInt({ min: 1n, max: 1n << 64n }));
      fc.assert(
        fc.property(number, number, (r, s) => {
          const hex = [r, s].map((value) => value.toString(16).padStart(2 * fieldOctets, '0')).join('');
          const raw = Uint8Array.from(Buffer.from(hex, 'hex'));
          expect(derEcdsaSignature(raw, name)).toEqual(sequence(integer(r), integer(s)));
          expect(rawEcdsaSignature(sequence(integer(r), integer(s)), name)).toEqual({ ok: true, value: raw });
        }),
      );
    }
  });

  it('[A01] are refused out of range, negative, padded, with a third number, or of another size', () => {
    const { n } = curveByName('P-256');
    const wrong = [
      sequence(integer(0), integer(1)),
      sequence(integer(1), integer(0)),
      sequence(integer(n), integer(1)),
      sequence(integer(1), integer(n)),
      sequence(integer(-1), integer(1)),
      sequence(integer(1n << 300n), integer(1)),
      sequence(integer(1)),
      sequence(integer(1), integer(1), integer(1)),
      Uint8Array.of(0x30, 7, 2, 2, 0, 1, 2, 1, 1),
      new Uint8Array(64),
    ];
    for (const der of wrong) expect(rawEcdsaSignature(der, 'P-256').ok).toBe(false);
    expect(() => derEcdsaSignature(new Uint8Array(63), 'P-256')).toThrow(RangeError);
  });

  it("a point of the platform's own keys lies on its curve, and with any bit turned it does not", () => {
    for (const name of ['P-256', 'P-384'] as const) {
      const { keyBits } = readPublicKey(ecKeyPair(name).spkiDer);
      expect(isPointOnCurve(curveByName(name), keyBits)).toBe(true);
      for (let i = 0; i < 40; i++) {
        const turned = Uint8Array.from(keyBits);
        turned[1 + i] = (turned[1 + i] ?? 0) ^ (1 << (i % 8));
        expect(isPointOnCurve(curveByName(name), turned)).toBe(false);
      }
    }
  });
});
