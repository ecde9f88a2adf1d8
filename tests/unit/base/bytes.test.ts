import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  base64ToBytes,
  bytesEqual,
  bytesToBase64,
  bytesToHex,
  compareBytes,
  concatBytes,
  hexToBytes,
} from '#domain/base/bytes.ts';

const octets = fc.uint8Array({ maxLength: 200 });

describe('octets', () => {
  it('come back from hex as they were', () => {
    fc.assert(
      fc.property(octets, (bytes) => {
        expect(hexToBytes(bytesToHex(bytes))).toEqual(bytes);
      }),
    );
  });

  it('are written in base64 as Node writes them, and come back', () => {
    fc.assert(
      fc.property(octets, (bytes) => {
        const text = bytesToBase64(bytes);
        expect(text).toBe(Buffer.from(bytes).toString('base64'));
        expect(base64ToBytes(text)).toEqual(bytes);
      }),
    );
  });

  it('are in the order of Buffer.compare', () => {
    fc.assert(
      fc.property(octets, octets, (a, b) => {
        expect(Math.sign(compareBytes(a, b))).toBe(Buffer.compare(a, b));
        expect(bytesEqual(a, b)).toBe(Buffer.compare(a, b) === 0);
      }),
    );
  });

  it('are joined in order', () => {
    expect(concatBytes(Uint8Array.of(1), new Uint8Array(0), Uint8Array.of(2, 3))).toEqual(
      Uint8Array.of(1, 2, 3),
    );
  });

  it.each(['abc', 'zz', '0x', 'a '])('hex %j is refused', (text) => expect(hexToBytes(text)).toBeNull());

  it.each(['QQ', 'QQ=', 'QR==', 'QUJ=', 'Q_-=', 'QUJD\n', '=QUJ', 'Q=JD'])('base64 %j is refused', (text) => {
    expect(base64ToBytes(text)).toBeNull();
  });
});
