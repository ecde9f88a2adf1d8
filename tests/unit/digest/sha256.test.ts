import { sha256 as nobleSha256 } from '@noble/hashes/sha2.js';
import fc from 'fast-check';
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { sha256 } from '#adapters/digest/digest.ts';
import { bytesToHex } from '#domain/base/bytes.ts';

describe('our own SHA-256', () => {
  // FIPS 180-4's examples, of the Secure Hash Standard's validation vectors.
  it.each([
    ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
    ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
    [
      'abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq',
      '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
    ],
  ])('of %j is that of the standard', (text, expected) => {
    expect(bytesToHex(sha256(new TextEncoder().encode(text)))).toBe(expected);
  });

  it('is that of @noble/hashes for any octets, wherever they lie in their array', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), fc.nat({ max: 9 }), (bytes, skipped) => {
        const part = bytes.subarray(skipped);
        expect(sha256(part)).toEqual(nobleSha256(part));
      }),
      { numRuns: 1_000 },
    );
  });

  it('is right at each length about the ends of blocks', () => {
    for (let length = 0; length <= 260; length++) {
      const bytes = new Uint8Array(length).fill(0xa5);
      expect(sha256(bytes), String(length)).toEqual(nobleSha256(bytes));
    }
  });

  it('is right for millions of octets', () => {
    const bytes = Uint8Array.from({ length: 3_000_001 }, (_, i) => i * 7);
    expect(bytesToHex(sha256(bytes))).toBe(createHash('sha256').update(bytes).digest('hex'));
  });

  it('gives each answer an array of its own, and leaves what it reads as it was', () => {
    const bytes = Uint8Array.of(1, 2, 3);
    const first = sha256(bytes);
    const kept = first.slice();
    sha256(Uint8Array.of(4));
    expect(first).toEqual(kept);
    expect(bytes).toEqual(Uint8Array.of(1, 2, 3));
  });
});
