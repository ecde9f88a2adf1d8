import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { streebog512 } from '#adapters/gost/streebog.ts';
import { bytesToHex, hexToBytes } from '#domain/base/bytes.ts';
import { encodeUtf8 } from '#domain/base/utf8.ts';

const digits = encodeUtf8('012345678901234567890123456789012345678901234567890123456789012');
// «Се ветри, Стрибожи внуци, веютъ с моря стрелами на храбрыя плъкы Игоревы», in Windows-1251
const wind =
  'd1e520e2e5f2f0e82c20d1f2f0e8e1eee6e820e2edf3f6e82c20e2e5fef2fa20f120eceef0ff20f1f2f0e5ebe0ece820ede020f5f0e0e1f0fbff20efebfaeafb20c8e3eef0e5e2fb';

const long = 2_000_003;
const repeated = Uint8Array.from({ length: long }, (_, i) => i % 251);

describe('ГОСТ 34.11-2015 with 512 bits', () => {
  it.each([
    [
      'RFC 6986 §10.1',
      digits,
      '1b54d01a4af5b9d5cc3d86d68d285462b19abc2475222f35c085122be4ba1ffa00ad30f8767b3a82384c6574f024c311e2a481332b08ef7f41797891c1646f48',
    ],
    [
      'RFC 6986 §10.2',
      hexToBytes(wind) ?? new Uint8Array(),
      '1e88e62226bfca6f9994f1f2d51569e0daf8475a3b0fe61a5300eee46d961376035fe83549ada2b8620fcd7c496ce5b33f0cb9dddc2b6460143b03dabac9fb28',
    ],
    [
      'gost-engine: nothing',
      new Uint8Array(),
      '8e945da209aa869f0455928529bcae4679e9873ab707b55315f56ceb98bef0a7362f715528356ee83cda5f2aac4c6ad2ba3a715c1bcd81cb8e9f90bf4c1c1a8a',
    ],
    [
      'gost-engine: a whole block',
      new Uint8Array(64).fill(0xff),
      '41629de677d7e8090c3cd70affe3300d1e1cfba2db97945ec37feb4e1375bc02a53f00370b7d715b07f37f93cac844efadbfd1b85f9ddae3de9656c0e95affc7',
    ],
    [
      'gost-engine: two blocks of ones',
      new Uint8Array(128).fill(0xff),
      '90a161d12ad309498d3fe5d48202d8a4e9c406d6a264aeab258ac5ecc37a7962aaf9587a5abb09b6bb81ec4b3752a3ff5a838ef175be5772056bc5fe54fcfc7e',
    ],
    [
      'gost-engine: two million octets',
      repeated,
      '14da01ee10b4a8e3bd548710827360446a66233be6209b08f946a99544c7be39f21df9b41f30f09e32702441fe000e65bce496648cfa841048f2322570a78ecf',
    ],
  ])('gives the digest of %s', (_, message, digest) => {
    expect(bytesToHex(streebog512(message))).toBe(digest);
  });

  it('takes a view into a larger buffer at any offset', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.integer({ min: 0, max: 9 }), (message, offset) => {
        const buffer = new Uint8Array(message.length + offset + 3).fill(0xa5);
        buffer.set(message, offset);
        const view = buffer.subarray(offset, offset + message.length);
        expect(streebog512(view)).toEqual(streebog512(Uint8Array.from(message)));
      }),
    );
  });

  it('tells a message from the same one with a zero or a one after it', () => {
    const message = Uint8Array.of(1, 2, 3);
    const digests = [message, Uint8Array.of(1, 2, 3, 0), Uint8Array.of(1, 2, 3, 1)].map(streebog512);
    expect(new Set(digests.map(bytesToHex)).size).toBe(3);
  });
});
