import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sha256 } from '#adapters/digest/digest.ts';
import { canonicalRecord, recordDigest } from '#domain/audit/record-digest.ts';
import { bytesToHex } from '#domain/base/bytes.ts';
import { type CanonicalValue, canonicalForm, canonicalOctets } from '#domain/base/canonical-form.ts';

const text = fc.string({ unit: 'binary', maxLength: 12 });
const { value: values } = fc.letrec<{ value: CanonicalValue }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    text,
    fc.maxSafeInteger(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(text, tie('value'), { maxKeys: 5, noNullPrototype: true }),
  ),
}));

/** RFC 8785 by the platform's own JSON, for what has no fractions. */
function byPlatform(value: CanonicalValue): string {
  if (Array.isArray(value)) return `[${(value as CanonicalValue[]).map(byPlatform).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value as Record<string, CanonicalValue>).sort(([a], [b]) =>
    a < b ? -1 : 1,
  );
  return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${byPlatform(member)}`).join(',')}}`;
}

describe('the octets of a canonical form', () => {
  it('are those of the text that the platform writes', () => {
    fc.assert(
      fc.property(values, (value) => {
        const expected = byPlatform(value);
        expect(canonicalForm(value)).toBe(expected);
        expect(canonicalOctets(value)).toEqual(new TextEncoder().encode(expected));
      }),
      { numRuns: 1_000 },
    );
  });

  it('have every sign of ASCII as the platform writes it', () => {
    const signs = String.fromCharCode(...Array.from({ length: 0xa0 }, (_, code) => code));
    expect(canonicalForm(signs)).toBe(JSON.stringify(signs));
  });

  it('are those of a value of any size, and of the small one after it', () => {
    const long = { text: 'Қазақстан\n'.repeat(200_000), after: ['x'] };
    expect(canonicalForm(long)).toBe(byPlatform(long));
    expect(canonicalForm({ b: 1, a: 2 })).toBe('{"a":2,"b":1}');
  });

  it('are not what a value that can’t be written has left', () => {
    expect(() => canonicalForm(['long before it', 1.5])).toThrow(RangeError);
    expect(canonicalForm('x')).toBe('"x"');
    expect(() => recordDigest({ id: 'a', when: new Date(0) }, sha256)).toThrow(TypeError);
    expect(canonicalRecord({ id: 'a' })).toBe('{"id":"a"}');
  });

  it('are nobody’s but those who asked for them', () => {
    const first = canonicalOctets(['first']);
    canonicalOctets(['second']);
    expect(new TextDecoder().decode(first)).toBe('["first"]');
  });

  it('keep the order of keys, however many orders there were before', () => {
    const keys = Array.from({ length: 7 }, (_, i) => `k${String(i)}`);
    for (let turn = 0; turn < 200; turn++) {
      const given = keys.map((_, i) => keys[(i * 3 + turn) % 7] ?? '').sort(() => (turn % 2 === 0 ? 1 : -1));
      const members: Record<string, number> = { [`own ${String(turn)}`]: 2 };
      for (const key of given) members[key] = 1;
      expect(canonicalForm(members)).toBe(byPlatform(members));
    }
    const many = Object.fromEntries(Array.from({ length: 200 }, (_, i) => [`m${String((i * 7) % 200)}`, i]));
    expect(canonicalForm(many)).toBe(byPlatform(many));
  });

  it('refuse a member that is undefined, and what is no value', () => {
    const withUndefined = { a: undefined } as unknown as CanonicalValue;
    expect(() => canonicalForm(withUndefined)).toThrow(TypeError);
    expect(() => canonicalForm([undefined] as unknown as CanonicalValue)).toThrow(TypeError);
    expect(() => canonicalForm(1n as unknown as CanonicalValue)).toThrow(TypeError);
  });
});

describe('the canonical text of a record', () => {
  it('has octets in base64, whatever their number', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), (octets) => {
        const base64 = Buffer.from(octets).toString('base64');
        expect(canonicalRecord({ octets, id: 'a' })).toBe(`{"id":"a","octets":{"base64":"${base64}"}}`);
      }),
    );
  });

  it('leaves out what is undefined, and has every other member that a row can have', () => {
    expect(canonicalRecord({ b: undefined, a: 1 })).toBe('{"a":1}');
    // A stranger's row: a member of that name has to change the digest as any other does.
    const strange: object = JSON.parse('{"id":"a","__proto__":{"x":1}}') as object;
    expect(canonicalRecord(strange)).toBe('{"__proto__":{"x":1},"id":"a"}');
  });

  it('is what its digest is of', () => {
    const record = { id: 'a', names: ['Әсем', '😀'], der: Uint8Array.of(1, 2, 3, 4) };
    const octets = new TextEncoder().encode(canonicalRecord(record));
    expect(recordDigest(record, sha256)).toBe(bytesToHex(sha256(octets)));
  });

  it('is refused for more values than a record has', () => {
    const unfolding = Array.from({ length: 6 }).reduce<unknown>(
      (part) => Array.from({ length: 12 }, () => part),
      'x',
    );
    expect(() => recordDigest({ unfolding }, sha256)).toThrow(RangeError);
  });
});
