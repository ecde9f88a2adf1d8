import fc from 'fast-check';
import { expect, it } from 'vitest';
import { bytesToHex } from '#domain/base/bytes.ts';
import { decodeOid, encodeOid, isDottedOid, isWellFormedOid } from '#domain/der/object-identifier.ts';
import { oid, oidName } from '#domain/der/object-identifiers.ts';

it('an object identifier with arcs of any size comes back as it was', () => {
  const arc = fc.oneof(fc.nat(200), fc.bigInt({ min: 0n, max: 2n ** 80n }));
  const tail = fc.array(arc, { minLength: 0, maxLength: 5 });
  fc.assert(
    fc.property(fc.constantFrom(0, 1, 2), fc.nat(39), tail, (first, second, rest) => {
      const dotted = [first, second, ...rest].join('.');
      expect(isDottedOid(dotted)).toBe(true);
      expect(isWellFormedOid(encodeOid(dotted))).toBe(true);
      expect(decodeOid(encodeOid(dotted))).toBe(dotted);
    }),
  );
  for (const dotted of ['2.999.3', '2.5.29.15', '1.2.840.113549.1.1.11', '2.18446744073709551615.1']) {
    expect(decodeOid(encodeOid(dotted))).toBe(dotted);
  }
  expect(bytesToHex(encodeOid('2.999.3'))).toBe('883703');
});

it.each(['', '1', '3.1', '1.40', '0.99', '1.2.', '1..2', '1.02', '1.2.a', `1.2.${'1'.repeat(200)}`])(
  '%j is no OID',
  (text) => {
    expect(isDottedOid(text)).toBe(false);
  },
);

it('every identifier in the table is one, and stands there once', () => {
  const dotted = Object.values(oid);
  expect(dotted.every(isDottedOid)).toBe(true);
  expect(new Set(dotted).size).toBe(dotted.length);
  expect(oidName('2.5.29.15')).toBe('keyUsage');
  expect(oidName('1.2.3')).toBeNull();
});
