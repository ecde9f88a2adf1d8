import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTable } from '#adapters/csv/read-table.ts';
import { writeTable } from '#adapters/csv/write-table.ts';
import type { TableSpec } from '#ports/table-file.ts';

const spec: TableSpec = {
  columns: [
    { key: 'iin', names: ['ЖСН', 'ИИН', 'IIN'], required: true },
    { key: 'surname', names: ['Тегі', 'Фамилия', 'Surname'], required: true },
    { key: 'phone', names: ['Телефоны', 'Телефон', 'Phone'] },
  ],
  maxBytes: 100_000,
  maxRows: 50,
};

const utf8 = (text: string) => new TextEncoder().encode(text);

function utf16(text: string, bigEndian: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(text.length * 2));
  for (let i = 0; i < text.length; i++) view.setUint16(i * 2, text.charCodeAt(i), !bigEndian);
  return new Uint8Array(view.buffer);
}

/** Cyrillic of Russian only. */
function windows1251(text: string): Uint8Array {
  return Uint8Array.from(text, (letter) => {
    const code = letter.charCodeAt(0);
    return code >= 0x410 && code <= 0x44f ? code - 0x410 + 0xc0 : code;
  });
}

function rows(file: Uint8Array) {
  const read = readTable(file, spec);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value;
}

describe('reading a table', () => {
  it.each([
    ['UTF-8 with its mark', utf8('\ufeffЖСН;Тегі\n1;Әсем'), 'UTF-8', 'Әсем'],
    ['UTF-8 without', utf8('ЖСН;Тегі\n1;Әсем'), 'UTF-8', 'Әсем'],
    ['UTF-16, little end first', utf16('\ufeffЖСН;Тегі\n1;Әсем', false), 'UTF-16LE', 'Әсем'],
    ['UTF-16, big end first', utf16('\ufeffЖСН;Тегі\n1;Әсем', true), 'UTF-16BE', 'Әсем'],
    ['UTF-16 without its mark', utf16('IIN;Surname\n1;Әсем', false), 'UTF-16LE', 'Әсем'],
    ['windows-1251', windows1251('ИИН;Фамилия\n1;Сейтов'), 'windows-1251', 'Сейтов'],
  ])('%s is told from its octets', (_, file, encoding, surname) => {
    expect(rows(file)).toMatchObject({ encoding, rows: [{ line: 2, cells: { iin: '1', surname } }] });
  });

  it.each([
    [';', ';'],
    [',', ','],
    ['tab', '\t'],
  ])('the delimiter %s is told from the header', (_, delimiter) => {
    const file = utf8(
      ['"Т;е,л"', 'ЖСН', 'Тегі'].join(delimiter) + '\r\n' + ['x', '1', 'Әсем'].join(delimiter),
    );
    expect(rows(file)).toMatchObject({ delimiter, rows: [{ cells: { iin: '1', surname: 'Әсем' } }] });
  });

  it('headings are known in three languages, whatever their case, and with a Latin «i»', () => {
    expect(rows(utf8('жсн,ТЕГI,Телефон:\n1,Әсем,2')).rows[0]?.cells).toEqual({
      iin: '1',
      surname: 'Әсем',
      phone: '2',
    });
  });

  it('a heading that is not known is named, and its cells are left alone', () => {
    const read = rows(utf8('IIN,Surname,Shoe size\n1,A,44'));
    expect(read.unknownHeadings).toEqual(['Shoe size']);
    expect(read.rows[0]?.cells).toEqual({ iin: '1', surname: 'A' });
  });

  it('line breaks within quotes do not shift the numbers of the lines', () => {
    const read = rows(utf8('IIN,Surname\n1,"A\nB"\n\n2,"C ""D"""\n'));
    expect(read.rows).toEqual([
      { line: 2, cells: { iin: '1', surname: 'A B' } },
      { line: 5, cells: { iin: '2', surname: 'C "D"' } },
    ]);
  });

  it('a row that says the same as an earlier one names its line', () => {
    expect(rows(utf8('IIN,Surname\n1,A\n2,B\n1,A')).rows.map(({ sameAsLine }) => sameAsLine)).toEqual([
      undefined,
      undefined,
      2,
    ]);
  });

  it('empty cells at the end are no fault, too many cells are', () => {
    const read = rows(utf8('IIN,Surname\n1\n1,A,,\n1,A,B'));
    expect(read.rows.map(({ wrongCellCount }) => wrongCellCount)).toEqual([
      undefined,
      undefined,
      { expected: 2, seen: 3 },
    ]);
  });

  it.each([
    ['nothing', utf8(''), { type: 'TableEmpty' }],
    ['only empty lines', utf8('\n;;\n'), { type: 'TableEmpty' }],
    ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13, 0, 1), { type: 'TableNotText' }],
    ['a header without the IIN', utf8('Surname\nA'), { type: 'ColumnsMissing', keys: ['iin'] }],
    [
      'the same column twice',
      utf8('IIN,ЖСН,Surname\n1,1,A'),
      { type: 'ColumnTwice', key: 'iin', headings: ['IIN', 'ЖСН'] },
    ],
    ['a quote that does not end', utf8('IIN,Surname\n1,A\n2,"B\n3,C'), { type: 'QuoteNotClosed', line: 3 }],
    ['51 rows', utf8('IIN,Surname\n' + '1,A\n'.repeat(51)), { type: 'TooManyRows', max: 50, seen: 51 }],
    [
      '10 MB',
      new Uint8Array(10_000_000),
      { type: 'TableTooLarge', maxBytes: 100_000, seenBytes: 10_000_000 },
    ],
  ])('[I02] %s is refused', (_, file, error) => {
    expect(readTable(file, spec)).toEqual({ ok: false, error });
  });
});

describe('writing a table', () => {
  it('starts with a byte order mark, ends lines with CRLF and quotes what needs it', () => {
    expect(
      new TextDecoder('utf-8', { ignoreBOM: true }).decode(writeTable(['a', 'b;c'], [['1', '"x", y']])),
    ).toBe('\ufeffa,"b;c"\r\n1,"""x"", y"\r\n');
  });

  it.each([
    ...['=1+1', '+77011234567', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '\tтекст', '\nтекст'],
    ...['＝1+1', '＋1', '－1', '＠SUM(A1)', '  =1', '\u00a0=1', '\u3000＝1', ' \n@1', '\u200b=1', '\ufeff-1'],
  ])('[C02] %j cannot be taken for a formula', (cell) => {
    const text = new TextDecoder().decode(writeTable(['a'], [[cell]]));
    expect(text.split('\r\n')[1]?.replace(/^"/, '').startsWith("'")).toBe(true);
  });

  it('what was written is read again as it was', () => {
    const cell = fc
      .string({ unit: fc.constantFrom(...'aӘі,;"=+-@\' \t7') })
      .map((text) => text.trim().replace(/\s+/g, ' '))
      .filter((text) => text !== '' && !/^'\s*[=+\-@]/.test(text));
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 20 }), (table) => {
        const read = rows(writeTable(['ЖСН', 'Тегі'], table));
        expect(read.rows.map(({ cells }) => [cells['iin'], cells['surname']])).toEqual(table);
      }),
    );
  });
});
