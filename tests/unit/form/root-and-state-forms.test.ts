import { describe, expect, it } from 'vitest';
import type { FormBlock, FormContent } from '#domain/form/content.ts';
import { formGF1, formGF1a } from '#domain/form/g-f1.ts';
import { formGF2 } from '#domain/form/g-f2.ts';
import { formGF3, formGF5 } from '#domain/form/g-f3.ts';
import { formGF4, formGF4a } from '#domain/form/g-f4.ts';
import { formRF1 } from '#domain/form/r-f1.ts';
import { formRF2 } from '#domain/form/r-f2.ts';
import { formRF3 } from '#domain/form/r-f3.ts';
import { documentsReceipt } from '#domain/form/notices.ts';
import { sampleFacts, samplePapers } from '#tests/support/form-samples.ts';
import {
  sampleCertificatePaper,
  sampleDay,
  sampleRF1Data,
  sampleRF3Data,
  sampleRootForms,
} from '#tests/support/root-form-samples.ts';
import {
  sampleGF1aData,
  sampleGF4aData,
  sampleIssueJournal,
  samplePersons,
  sampleRevocationJournal,
  sampleStateForms,
} from '#tests/support/state-form-samples.ts';

const forms = { ...sampleRootForms(), ...sampleStateForms() };
const facts = sampleFacts('x');
type Table = Extract<FormBlock, { type: 'table' }>;

function emptied({ blocks }: FormContent): readonly unknown[] {
  return blocks.map((block) =>
    block.type === 'sentence'
      ? block.parts.map((part) => (typeof part === 'string' ? part : 'blank'))
      : { ...block, value: undefined, date: undefined, name: undefined },
  );
}

function tableOf(content: FormContent): Table {
  const table = content.blocks.find((block): block is Table => block.type === 'table');
  if (table === undefined) throw new Error(`${content.form} has no table`);
  return table;
}

describe('the forms of annexes 1 and 2', () => {
  it.each(['R-F1', 'R-F3', 'G-F1a', 'G-F4a'])('%s is the same paper filled and empty', (name) => {
    const [full, empty] = [forms[name], forms[`${name}-empty`]];
    expect(full && emptied(full)).toEqual(empty && emptied(empty));
  });

  it('an empty form holds no value at all', () => {
    for (const [name, { blocks }] of Object.entries(forms)) {
      if (!name.endsWith('-empty')) continue;
      for (const block of blocks) {
        for (const key of ['value', 'date', 'hex', 'name', 'number', 'sha256Hex']) {
          expect(block, name).not.toHaveProperty(key);
        }
        if (block.type === 'table') expect(block.rows).toEqual([]);
        if (block.type === 'verbatim') expect(block.text).toBeUndefined();
      }
    }
  });

  it('[R-5] an authority that names three usage areas gets three lines', () => {
    const labels = formRF1({ ...sampleRF1Data, usageAreas: ['бір', 'екі', 'үш'] }, facts).blocks.flatMap(
      (block) => (block.type === 'field' && /^\d\.$/.test(block.label) ? [block.value] : []),
    );
    expect(labels).toEqual(['бір', 'екі', 'үш']);
  });

  it('[R-11.1] who applies to revoke is named with the day of birth, the certificate by its number in groups', () => {
    const { blocks } = formRF3(sampleRF3Data, facts);
    expect(blocks).toContainEqual({
      type: 'captioned',
      caption: '(Тегі, аты, әкесінің аты, туған күні)',
      value: 'Жұмабекұлы Ерлан, 01.01.1985',
    });
    expect(blocks).toContainEqual({
      type: 'field',
      label: 'тіркеу куәлігінің сериялық нөмірі:',
      lines: 2,
      value: '011f 6ac4 550b 7a2f 6f1d 3f9e 8c1b 2a3d 4e5f 6071',
    });
  });

  it.each([
    ['[R-8]', formRF2(sampleCertificatePaper, facts)],
    ['[G-6]', formGF2(sampleCertificatePaper, facts)],
  ])(
    '%s the certificate has a sheet annexed that bears its number and holds it whole',
    (_clause, content) => {
      const from = content.blocks.findIndex(({ type }) => type === 'annex');
      const [annex, format, text] = content.blocks.slice(from);
      expect(annex).toMatchObject({ number: '000014', words: ['Тіркеу', 'куәлігіне қосымша'] });
      expect(format).toMatchObject({ parts: ['Тіркеу куәлігі', { value: 'PEM' }, expect.any(String)] });
      expect(text).toMatchObject({ type: 'verbatim', text: sampleCertificatePaper.annexText });
      expect(content.blocks.slice(0, from)).toContainEqual(
        expect.objectContaining({
          label: 'Осы тіркеу куәлігі шығарушының ЭЦҚ:',
          hex: sampleCertificatePaper.signatureHex,
        }),
      );
    },
  );

  it('[G-3] each person of a body’s list has a row, numbered, and an annex of one’s own', () => {
    const persons = samplePersons(40);
    const data = { persons, headName: 'Бекқожин Мұхтар', date: sampleDay('2026-07-10') };
    const { rows } = tableOf(formGF1(data, facts));
    expect(rows).toHaveLength(40);
    expect(rows[0]).toEqual([
      '1',
      'Әлімжанова Ғайша Құрманғазықызы',
      'Қазақстан Республикасының Қаржы министрлігі',
      'бас маман',
      'Қазақстан',
      'Астана қаласы, Есіл ауданы',
    ]);
    // Without a patronymic there is none, and no blank in its place.
    expect(rows[3]?.[1]).toBe('Құрманғазина Һибатолла');
    expect(formGF1a(sampleGF1aData, facts).blocks).toContainEqual({
      type: 'signature',
      label: 'Қолы',
      nameLabel: 'Т.А.Ә',
      name: 'Әлімжанова Ғайша Құрманғазықызы',
    });
  });

  it('[G-2.1] the annex names the state bodies’ document system itself and leaves a line for another', () => {
    const texts = (furtherUsageAreas: string[]) =>
      formGF1a({ ...sampleGF1aData, furtherUsageAreas }, facts).blocks.flatMap((block) =>
        block.type === 'line' && block.text.startsWith('1.')
          ? [block.text]
          : block.type === 'field' && /^\d\.$/.test(block.label)
            ? [`${block.label} ${block.value ?? ''}`]
            : [],
      );
    const first = '1. Мемлекеттік органдардың электрондық құжат айналымының бірыңғай жүйесі';
    expect(texts([])).toEqual([first, '2. ']);
    expect(texts(['бір', 'екі'])).toEqual([first, '2. бір', '3. екі']);
  });

  it('[G-12.1] an application to revoke lists the serial numbers, and its annex gives each person’s reason', () => {
    const data = { persons: samplePersons(2), headName: 'Бекқожин Мұхтар', date: sampleDay('2026-11-02') };
    expect(tableOf(formGF4(data, facts)).rows.map((row) => row[4])).toEqual([
      '0000 6ac4 550b 7a2f 6f1d 3f9e 8c1b 2a3d 4e5f 6071',
      '0001 6ac4 550b 7a2f 6f1d 3f9e 8c1b 2a3d 4e5f 6071',
    ]);
    const values = formGF4a(sampleGF4aData, facts).blocks.flatMap((block) =>
      'value' in block ? [block.value] : [],
    );
    expect(values).toContain('жұмыстың тоқтатылуына');
    expect(values).toContain('0000 6ac4 550b 7a2f 6f1d 3f9e 8c1b 2a3d 4e5f 6071, 15.07.2026');
  });
});

describe('papers beyond the order’s forms', () => {
  const papers = samplePapers();
  const said = (name: string) =>
    (papers[name]?.blocks ?? [])
      .flatMap((block) => (block.type === 'paragraph' ? [block.text] : []))
      .join(' ');

  it('[G-15] to the owner of a state body’s certificate the paper itself is the notice, to others the CRL is', () => {
    expect(said('revocation-notice-state-body')).toContain('15-тармағына сәйкес осы хабарламамен');
    expect(said('revocation-notice-state-body')).not.toContain('КТКТ');
    expect(said('revocation-notice')).toContain('(КТКТ) жарияланады');
  });

  it('a receipt names the term of a document that has one', () => {
    const document = { name: 'Аккредиттеу туралы куәлік', number: '12', issuer: 'Министрлік' };
    const receipt = documentsReceipt(
      {
        sender: { organisation: 'Орталық', officerName: 'Сейтқали Бауыржан', officerPosition: 'бас маман' },
        applicationNumber: '2026-000001',
        receivedAt: '15.07.2026 10:00:00 (UTC+5)',
        applicant: 'Орталық',
        identification: 'БСН 101040000012',
        documents: [
          { ...document, date: sampleDay('2025-01-10'), expires: sampleDay('2030-01-10') },
          { ...document, date: sampleDay('2025-01-10') },
        ],
        date: sampleDay('2026-07-15'),
      },
      facts,
    );
    expect(tableOf(receipt).rows.map((row) => row[3])).toEqual(['10.01.2025 – 10.01.2030', '10.01.2025']);
  });

  it('[R-17] [G-19] [N-15] the statement of a transfer counts what went over and names the file that was verified', () => {
    const statement = papers['archive-statement'];
    if (statement === undefined) throw new Error('no statement');
    expect(tableOf(statement).rows).toEqual([
      ['1', 'Кері қайтарып алынған тіркеу куәліктерінің тізімдері (КТКТ)', '52', '15.07.2026 – 31.12.2026'],
      ['2', 'Тіркеу куәліктері', '1204', '15.07.2026'],
    ]);
    expect(statement.blocks).toContainEqual(expect.objectContaining({ value: 'murahat-2032-01.age' }));
    expect(statement.blocks.filter(({ type }) => type === 'signature')).toHaveLength(2);
  });
});

describe('the journals', () => {
  it.each([
    ['[G-9]', formGF3(sampleIssueJournal(3), facts), 11],
    ['[G-14]', formGF5(sampleRevocationJournal(3), facts), 9],
  ] as const)(
    '%s lie on landscape, with numbered columns, counts, and a column to sign in',
    (_clause, content, columns) => {
      const table = tableOf(content);
      expect(content.landscape).toBe(true);
      expect(table.columns).toHaveLength(columns);
      expect(table).toMatchObject({
        numbered: true,
        totals: { beyond: 'Нысаннан тыс', page: 'Осы беттегі жазбалар', all: 'Басынан бері' },
      });
      for (const row of table.rows) {
        expect(row).toHaveLength(columns);
        expect(row.at(-1)).toBe('');
      }
    },
  );

  it('[G-14] a correction is a row of its own that names the row it puts right', () => {
    const rows = tableOf(formGF5(sampleRevocationJournal(3), facts)).rows;
    expect(rows.map((row) => row[0])).toEqual(['1', '2', '3']);
    expect(rows[1]?.[3]).toBe('жұмыстың тоқтатылуы, № 03-12/401, 02.11.2026 (1-жазбаны түзету)');
    expect(rows[2]?.[3]).toBe('жұмыстың тоқтатылуы, № 03-12/402, 02.11.2026');
  });

  it('an empty journal has rows to write in and no counts', () => {
    for (const content of [formGF3(), formGF5()]) {
      expect(tableOf(content)).toMatchObject({ rows: [], emptyRows: 9 });
      expect(tableOf(content)).not.toHaveProperty('totals');
    }
  });
});
