import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeUtf8, encodeUtf8 } from '#domain/base/utf8.ts';

describe('UTF-8', () => {
  it('is written as TextEncoder writes it, and comes back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const bytes = encodeUtf8(text);
        expect(bytes).toEqual(new TextEncoder().encode(text));
        expect(decodeUtf8(bytes)).toBe(text);
      }),
    );
  });

  it('is refused exactly where a fatal TextDecoder refuses it', () => {
    const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 12 }), (bytes) => {
        let expected: string | null;
        try {
          expected = decoder.decode(bytes);
        } catch {
          expected = null;
        }
        expect(decodeUtf8(bytes)).toBe(expected);
      }),
      { numRuns: 3000 },
    );
  });

  it.each([
    ['an overlong slash', [0xc0, 0xaf]],
    ['an overlong euro sign', [0xf0, 0x82, 0x82, 0xac]],
    ['a surrogate', [0xed, 0xa0, 0x80]],
    ['a code point above U+10FFFF', [0xf4, 0x90, 0x80, 0x80]],
    ['a cut letter', [0xd0]],
  ])('%s is refused', (_, bytes) => expect(decodeUtf8(Uint8Array.from(bytes))).toBeNull());

  it('a text of a million letters does not overflow the stack', () => {
    const text = 'Қазақстан '.repeat(100_000);
    expect(decodeUtf8(encodeUtf8(text))).toBe(text);
  });

  it('a lone surrogate is a fault of the program', () => {
    expect(() => encodeUtf8('a\ud800')).toThrow(RangeError);
    expect(() => encodeUtf8('\udc00')).toThrow(RangeError);
  });
});
