import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gost3411 } from '#adapters/gost/gost-3411.ts';
import type { SubstitutionName } from '#adapters/gost/substitution.ts';
import { bytesToHex, hexToBytes } from '#domain/base/bytes.ts';
import { encodeUtf8 } from '#domain/base/utf8.ts';

interface DigestVector {
  readonly message: string;
  readonly hex?: string;
  readonly test: string;
  readonly cryptopro: string;
}

const { vectors } = vectorFile<{ vectors: readonly DigestVector[] }>('gost341194_digests');
const rfc5831 = vectorFile<{ vectors: readonly { message: string; digest_be: string }[] }>('rfc5831');

function vectorFile<T>(name: string): T {
  return JSON.parse(readFileSync(new URL(`../../vectors/gost/${name}.json`, import.meta.url), 'utf8')) as T;
}

function messageOf({ hex }: DigestVector): Uint8Array {
  // The one without its octets is a million letters.
  return hex === undefined ? new Uint8Array(1_000_000).fill(0x61) : (hexToBytes(hex) ?? new Uint8Array());
}

describe('ГОСТ 34.311-95', () => {
  it.each(vectors.map((vector) => [vector.message, vector] as const))(
    'digests «%s» as others do',
    (_, vector) => {
      const message = messageOf(vector);
      for (const substitution of ['test', 'cryptopro'] as const)
        expect(bytesToHex(gost3411(message, substitution))).toBe(vector[substitution]);
    },
  );

  it.each(rfc5831.vectors)('gives the example of RFC 5831 §7.3 for «$message»', ({ message, digest_be }) => {
    // The RFC prints the number, with the most significant digit first and without a leading zero.
    const digest = bytesToHex(gost3411(encodeUtf8(message), 'test').reverse());
    expect(digest).toBe(digest_be.padStart(64, '0'));
  });

  it('takes a view into a larger buffer at any offset', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 200 }),
        fc.integer({ min: 0, max: 9 }),
        fc.constantFrom<SubstitutionName>('test', 'cryptopro'),
        (message, offset, substitution) => {
          const buffer = new Uint8Array(message.length + offset + 3).fill(0xa5);
          buffer.set(message, offset);
          const view = buffer.subarray(offset, offset + message.length);
          expect(gost3411(view, substitution)).toEqual(gost3411(Uint8Array.from(message), substitution));
        },
      ),
    );
  });

  it('tells a message from the same one with zeros after it, and one substitution from the other', () => {
    const message = Uint8Array.of(1, 2, 3);
    const longer = Uint8Array.of(1, 2, 3, 0);
    expect(gost3411(message, 'test')).not.toEqual(gost3411(longer, 'test'));
    expect(gost3411(message, 'test')).not.toEqual(gost3411(message, 'cryptopro'));
  });
});
