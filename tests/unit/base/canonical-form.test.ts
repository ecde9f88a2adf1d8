import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalForm, type CanonicalValue } from '#domain/base/canonical-form.ts';

const text = fc.string({ unit: 'grapheme', maxLength: 8 });
const { value: values } = fc.letrec<{ value: CanonicalValue }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    text,
    fc.maxSafeInteger(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(text, tie('value'), { maxKeys: 4, noNullPrototype: true }),
  ),
}));

describe('the canonical form (RFC 8785)', () => {
  it('is JSON that means the same', () => {
    fc.assert(
      fc.property(values, (value) => {
        expect(JSON.parse(canonicalForm(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it('does not depend on the order in which members were written', () => {
    fc.assert(
      fc.property(fc.dictionary(text, fc.integer(), { noNullPrototype: true }), (members) => {
        const reversed = Object.fromEntries(Object.entries(members).reverse());
        expect(canonicalForm(reversed)).toBe(canonicalForm(members));
      }),
    );
  });

  it('sorts keys by UTF-16 units, as the example of §3.2.3 does', () => {
    const members = {
      '\u20ac': 1,
      '\r': 2,
      '\ufb33': 3,
      '1': 4,
      '\ud83d\ude00': 5,
      '\u0080': 6,
      '\u00f6': 7,
    };
    const order = [...canonicalForm(members).matchAll(/:(\d)/g)].map((match) => match[1]).join('');
    expect(order).toBe('2467153');
  });

  it('has the shortest escapes', () => {
    expect(canonicalForm('\u0000\b\t\n\f\r"\\/\u001fә')).toBe('"\\u0000\\b\\t\\n\\f\\r\\"\\\\/\\u001fә"');
  });

  it.each([1.5, Number.NaN, 2 ** 53, Infinity])('%d is a fault of the program', (number) => {
    expect(() => canonicalForm(number)).toThrow(RangeError);
  });

  it('a lone surrogate is a fault of the program, in a key too', () => {
    expect(() => canonicalForm(['\ud800'])).toThrow(RangeError);
    expect(() => canonicalForm({ '\udfff': 1 })).toThrow(RangeError);
  });

  it('zero has one form', () => expect(canonicalForm([0, -0])).toBe('[0,0]'));
});
