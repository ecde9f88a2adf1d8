import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bytesToHex, hexToBytes } from '#domain/base/bytes.ts';
import { type DerRefusal, reading } from '#domain/der/der-refusal.ts';
import { bigIntOf, smallIntegerOf } from '#domain/der/element.ts';
import {
  certificateLimits,
  contentOf,
  type DerElement,
  type ToleratedDeviation,
  octetsOf,
  readDer,
} from '#domain/der/reader.ts';
import { contextTag, tag } from '#domain/der/tag.ts';
import {
  element,
  integer,
  namedBits,
  sequence,
  setOf,
  unsignedInteger,
  utf8String,
} from '#domain/der/writer.ts';
import { inHashings } from '#tests/support/in-hashings.ts';

function der(hex: string): Uint8Array {
  const bytes = hexToBytes(hex.replaceAll(' ', ''));
  if (bytes === null) throw new Error(`not hex: ${hex}`);
  return bytes;
}

function refusal(bytes: Uint8Array): Pick<DerRefusal, 'problem' | 'offset'> | null {
  const result = reading(() => readDer(bytes));
  return result.ok ? null : { problem: result.error.problem, offset: result.error.offset };
}

describe('the DER reader', () => {
  it.each([
    ['indefinite length', '3080 0500 0000', 'IndefiniteLength', 1],
    ['length padded to two octets', '308102 0500', 'PaddedLength', 1],
    ['length with a leading zero', '30820002 0500', 'PaddedLength', 1],
    ['BOOLEAN 01', '3003 010101', 'BooleanValue', 4],
    ['BOOLEAN of two octets', '3004 0102ffff', 'BooleanValue', 4],
    ['padded positive INTEGER', '3004 02020001', 'PaddedInteger', 4],
    ['padded negative INTEGER', '3004 0202ff80', 'PaddedInteger', 4],
    ['empty INTEGER', '3002 0200', 'PaddedInteger', 4],
    ['padded ENUMERATED', '3004 0a020001', 'PaddedInteger', 4],
    ['constructed OCTET STRING', '3005 2403040141', 'ConstructedPrimitive', 2],
    ['constructed UTF8String', '3005 2c030c0141', 'ConstructedPrimitive', 2],
    ['primitive SEQUENCE', '3002 1000', 'PrimitiveConstructed', 2],
    ['BIT STRING with bits set in its padding', '3004 030201ff', 'BitStringPadding', 4],
    ['BIT STRING without its first octet', '3002 0300', 'BitStringPadding', 4],
    ['BIT STRING with 8 unused bits', '3004 03020800', 'BitStringPadding', 4],
    ['NULL with content', '3003 050100', 'NullWithContent', 4],
    ['object identifier with a padded arc', '3005 06032a8001', 'ObjectIdentifier', 4],
    ['object identifier cut in an arc', '3004 06022a86', 'ObjectIdentifier', 4],
    ['empty object identifier', '3002 0600', 'ObjectIdentifier', 4],
    ['a tag number of 30 in the long form', '3004 9f1e0100', 'HighTagNumber', 2],
    ['a long tag number that is padded', '3005 9f801f0100', 'HighTagNumber', 2],
    ['a long tag number that never ends', '3003 9f9f9f', 'Truncated', 2],
    ['a universal tag number above 30', '3004 1f200100', 'UnknownTag', 5],
    ['broken UTF-8', '3003 0c01ff', 'StringLetters', 4],
    ['@ in PrintableString', '3003 130140', 'StringLetters', 4],
    ['ә in IA5String', '3003 1601d3', 'StringLetters', 4],
    ['odd BMPString', '3003 1e0141', 'StringLetters', 4],
    ['letters in NumericString', '3003 120141', 'StringLetters', 4],
    ['REAL', '3003 090100', 'UnknownTag', 4],
    ['SET OF out of order', '3106 020102 020101', 'SetOrder', 5],
    ['octets after the end', '3000 00', 'TrailingOctets', 2],
    ['a child longer than its parent', '3003 0202 01', 'Truncated', 2],
    ['a cut file', '3005 0500', 'Truncated', 0],
    ['one octet', '30', 'Truncated', 0],
    ['nothing', '', 'Empty', 0],
    ['a length of 2^32', '3085 0100000000', 'LengthTooLong', 1],
    ['a length of 126 octets', `30fe ${'01'.repeat(126)}`, 'LengthTooLong', 1],
  ])('[A11] [A13] refuses %s and says where', (_, hex, problem, offset) => {
    expect(refusal(der(hex))).toEqual({ problem, offset });
  });

  it('[A13] refuses 10,000 nested elements without overflowing its own stack', () => {
    let nested = Uint8Array.of(0x30, 0);
    for (let i = 0; i < 9_999; i++) nested = Uint8Array.from(sequence(nested));
    expect(refusal(nested)).toMatchObject({ problem: 'TooDeep' });
  });

  it('[A13] refuses 1 MiB of 0x30 in an instant', () => {
    const taken = inHashings(() => {
      expect(refusal(new Uint8Array(2 ** 20).fill(0x30))).toEqual({ problem: 'TooLarge', offset: 65_536 });
      expect(refusal(new Uint8Array(65_536).fill(0x30))).not.toBeNull();
    });
    expect(taken).toBeLessThan(3);
  });

  it('[A15] refuses a SEQUENCE of 5 million NULLs by size, and one of 5,000 by number', () => {
    const nulls = (count: number) => {
      const content = new Uint8Array(2 * count);
      for (let i = 0; i < content.length; i += 2) content[i] = tag.null;
      return element(tag.sequence, content);
    };
    const [large, many] = [nulls(5_000_000), nulls(5_000)];
    const taken = inHashings(() => {
      expect(refusal(large)).toMatchObject({ problem: 'TooLarge' });
      expect(refusal(many)).toMatchObject({ problem: 'TooManyElements' });
    });
    expect(taken).toBeLessThan(12);
  });

  it('takes what the writer writes, whatever its size', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 300 }), { maxLength: 20 }), (contents) => {
        const whole = sequence(...contents.map((content) => element(tag.octetString, content)));
        const read = readDer(whole);
        expect(read.children.map(contentOf)).toEqual(contents);
        expect(octetsOf(read)).toEqual(whole);
      }),
    );
  });

  it('lists tolerated departures of certificates met in the wild instead of refusing them', () => {
    const toleratedDeviations: ToleratedDeviation[] = [];
    readDer(der('3003 130140'), { ...certificateLimits, toleratedDeviations });
    expect(toleratedDeviations).toEqual([{ problem: 'StringLetters', offset: 4 }]);
    expect(reading(() => readDer(der('3003 010101'), { ...certificateLimits, toleratedDeviations })).ok).toBe(
      false,
    );
  });
});

describe('numbers', () => {
  it('come back from INTEGER as they were', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(2n ** 160n), max: 2n ** 160n }), (value) => {
        expect(bigIntOf(contentOf(readDer(integer(value))))).toBe(value);
      }),
    );
    fc.assert(
      fc.property(fc.integer(), (value) => {
        expect(smallIntegerOf(readDer(integer(value)), 'n')).toBe(value);
      }),
    );
  });

  it('an unsigned number of any octets is positive and minimal', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 24 }), (octets) => {
        const value = bigIntOf(contentOf(readDer(unsignedInteger(octets))));
        expect(value).toBe(BigInt(`0x0${bytesToHex(octets)}`));
      }),
    );
  });
});

it('a set is written in order', () => {
  const set: DerElement = readDer(setOf(utf8String('б'), integer(5), utf8String('а'), integer(-3)));
  expect(set.children.map(octetsOf).map(bytesToHex)).toEqual(['020105', '0201fd', '0c02d0b0', '0c02d0b1']);
});

it('named bits lose their trailing zeros', () => {
  expect(bytesToHex(namedBits([0, 1]))).toBe('030206c0');
  expect(bytesToHex(namedBits([5, 6]))).toBe('03020106');
  expect(bytesToHex(namedBits([8]))).toBe('0303070080');
  expect(bytesToHex(namedBits([]))).toBe('030100');
});

it('context tags are what RFC 5280 draws', () => expect(contextTag(3)).toBe(0xa3));
