import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reading } from '#domain/der/der-refusal.ts';
import { displayName, nameOf, valuesOf, writeName } from '#domain/der/name.ts';
import { nameProblems } from '#domain/der/name-bounds.ts';
import { nameAttributeTypes, subjectOrder } from '#domain/der/name-attributes.ts';
import { oid } from '#domain/der/object-identifiers.ts';
import { readDer } from '#domain/der/reader.ts';
import { bmp, rdn } from '#tests/support/der-samples.ts';
import { sequence, setOf, utf8String } from '#domain/der/writer.ts';

function read(der: Uint8Array) {
  return nameOf(readDer(der), 'name');
}

const iinSubject = writeName([
  { oid: oid.countryName, value: 'KZ' },
  { oid: oid.localityName, value: 'Алматы' },
  { oid: oid.commonName, value: 'ӘБІЛОВ ҒАЛЫМ' },
  { oid: oid.serialNumber, value: 'IIN850101300015' },
  { oid: oid.emailAddress, value: 'g.abilov@example.kz' },
]);

describe('distinguished names', () => {
  it('are shown from the last attribute to the first, as form N-F3 prints them', () => {
    expect(displayName(read(iinSubject))).toBe(
      'E=g.abilov@example.kz, SERIALNUMBER=IIN850101300015, CN=ӘБІЛОВ ҒАЛЫМ, L=Алматы, C=KZ',
    );
    expect(valuesOf(read(iinSubject), oid.serialNumber)).toEqual(['IIN850101300015']);
    expect(nameProblems(read(iinSubject))).toEqual([]);
  });

  it('come back as they were written, each attribute in its own RDN', () => {
    const attributes = fc.array(
      fc.record({
        oid: fc.constantFrom(oid.commonName, oid.organizationName),
        value: fc.string({ unit: 'grapheme', maxLength: 64 }),
      }),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(attributes, (written) => {
        const { rdns } = read(writeName(written));
        expect(rdns.map(([first]) => ({ oid: first?.oid, value: first?.value }))).toEqual(written);
      }),
    );
  });

  it('[A17] [A18] hostile letters are escaped for one line of text', () => {
    const name = read(writeName([{ oid: oid.commonName, value: '#<a>,"b"+c=d\\\u0000\n ' }]));
    expect(displayName(name)).toBe('CN=\\#\\<a\\>\\,\\"b\\"\\+c\\=d\\\\\\00\\0a\\ ');
  });

  it('[A18] every bound of X.520 is kept: the upper bound passes, one letter more is named', () => {
    for (const { oid: type, upperBound, syntax } of nameAttributeTypes) {
      if (type === oid.countryName) continue;
      const letter = syntax === 'directory' ? 'қ' : 'q';
      const at = (count: number) =>
        nameProblems(read(writeName([{ oid: type, value: letter.repeat(count) }])));
      expect(at(upperBound)).toEqual([]);
      expect(at(upperBound + 1)).toEqual([
        { type: 'ValueTooLong', attributeOid: type, max: upperBound, seen: upperBound + 1 },
      ]);
    }
  });

  it.each(['RU ', 'RUS', 'kz', 'K', 'К3'])('[A18] country %j is named', (country) => {
    const name = read(sequence(rdn(oid.countryName, utf8String(country))));
    expect(nameProblems(name).map(({ type }) => type)).toContain('CountryNotIso3166');
  });

  it('[A18] an empty RDN is refused', () => {
    expect(reading(() => read(sequence(setOf())))).toMatchObject({
      ok: false,
      error: { problem: 'MissingElement' },
    });
  });

  it('[A18] several attributes in one RDN are kept and named', () => {
    const attribute = (type: string, text: string) => rdn(type, utf8String(text)).subarray(2);
    const name = read(sequence(setOf(attribute(oid.commonName, 'А'), attribute(oid.localityName, 'Б'))));
    expect(name.rdns[0]).toHaveLength(2);
    expect(displayName(name)).toBe('CN=А + L=Б');
    expect(nameProblems(name)).toEqual([{ type: 'MultiValuedRdn', position: 0 }]);
  });

  it('all string types are read, the unusual ones named', () => {
    const name = read(sequence(rdn(oid.commonName, bmp('Қайрат'))));
    expect(displayName(name)).toBe('CN=Қайрат');
    expect(nameProblems(name)).toEqual([
      { type: 'UnusualStringType', attributeOid: oid.commonName, tag: 0x1e },
    ]);
  });

  it('[I02] a letter that turns the direction of writing is named', () => {
    const name = read(writeName([{ oid: oid.commonName, value: 'А\u202eБ' }]));
    expect(nameProblems(name)).toEqual([
      { type: 'ControlCharacter', attributeOid: oid.commonName, codePoint: 0x202e },
    ]);
  });

  it('our subjects have the eight attributes of N-F3', () => expect(subjectOrder).toHaveLength(8));
});
