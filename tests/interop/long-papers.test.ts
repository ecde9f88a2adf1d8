/** Papers with more on them than a sheet holds: nothing runs beyond the margins, heads come again, counts add up. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { drawForm, drawForms } from '#adapters/pdf/draw-form.ts';
import type { FormContent } from '#domain/form/content.ts';
import { formGF1, formGF1a } from '#domain/form/g-f1.ts';
import { formGF2 } from '#domain/form/g-f2.ts';
import { formGF3, formGF5 } from '#domain/form/g-f3.ts';
import { formGF4, formGF4a } from '#domain/form/g-f4.ts';
import { formRF1 } from '#domain/form/r-f1.ts';
import { formRF2 } from '#domain/form/r-f2.ts';
import { formRF3 } from '#domain/form/r-f3.ts';
import { sampleFacts } from '#tests/support/form-samples.ts';
import {
  sampleCertificatePaper,
  sampleDay,
  sampleRF1Data,
  sampleRF3Data,
} from '#tests/support/root-form-samples.ts';
import {
  sampleGF1aData,
  sampleGF4aData,
  sampleIssueJournal,
  samplePersons,
  sampleRevocationJournal,
} from '#tests/support/state-form-samples.ts';
import { itWith } from '#tests/support/tools.ts';

const load = (face: string) => new Uint8Array(readFileSync(`static/fonts/Tinos-${face}.ttf`));
const fonts = { regular: load('Regular'), bold: load('Bold'), italic: load('Italic') };
const facts = sampleFacts('long');
const name64 = `${'Ұзынатаулыбірінші '.repeat(3)}екіншібөлім`.slice(0, 64);
const oneWord = 'Ж'.repeat(300);

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tirkelim-long-papers-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function saved(name: string, content: FormContent): string {
  const drawn = drawForm(content, fonts);
  if (!drawn.ok) throw new Error(`${name}: ${JSON.stringify(drawn.error)}`);
  const file = join(folder, `${name}.pdf`);
  writeFileSync(file, drawn.value);
  return file;
}

function textOf(file: string, ...words: string[]): string {
  return spawnSync('pdftotext', [...words, file, '-'], { encoding: 'utf8', maxBuffer: 200_000_000 }).stdout;
}

/** Every text put into the same value, so that each blank is asked to hold it. */
function everywhere<T extends object>(data: T, text: string): T {
  const dates = new Set(['date', 'birthDate', 'issuedOn', 'serialNumberHex', 'publicKeyHex', 'signatureHex']);
  const kept = (key: string, value: unknown) =>
    dates.has(key) || key === 'fingerprintSha256Hex' || typeof value !== 'string';
  return Object.fromEntries(
    Object.entries(data).map(([key, value]) => [
      key,
      kept(key, value)
        ? Array.isArray(value) && key !== 'flags'
          ? value.map(() => text)
          : (value as unknown)
        : text,
    ]),
  ) as T;
}

/** Words that stand beyond the margins of 25, 15 and the edges of the sheet, by pdftotext's measure in points. */
function beyondMargins(file: string): readonly string[] {
  const point = 72 / 25.4;
  const found: string[] = [];
  let [width, height] = [0, 0];
  for (const line of textOf(file, '-bbox').split('\n')) {
    const page = /<page width="([\d.]+)" height="([\d.]+)"/.exec(line);
    if (page !== null) [width, height] = [Number(page[1]), Number(page[2])];
    const word = /xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*)<\/word>/.exec(
      line,
    );
    if (word === null) continue;
    const [left = 0, top = 0, right = 0, bottom = 0] = word.slice(1, 5).map(Number);
    const outside =
      left < 25 * point - 1 ||
      right > width - 15 * point + 1 ||
      top < 8 * point ||
      bottom > height - 5 * point;
    if (outside)
      found.push(`${word[5] ?? ''} at ${String(left)}–${String(right)}, ${String(top)}–${String(bottom)}`);
  }
  return found;
}

const persons = (text: string) => samplePersons(3).map((person) => everywhere(person, text));
const letter = (text: string) => ({ headName: text, date: sampleDay('2026-07-10'), persons: persons(text) });

describe('papers with long values', () => {
  const papers = (text: string): Readonly<Record<string, FormContent>> => ({
    'R-F1': formRF1(everywhere(sampleRF1Data, text), facts),
    'R-F2': formRF2(everywhere(sampleCertificatePaper, text), facts),
    'R-F3': formRF3(everywhere(sampleRF3Data, text), facts),
    'G-F1': formGF1(letter(text), facts),
    'G-F1a': formGF1a(everywhere(sampleGF1aData, text), facts),
    'G-F2': formGF2(everywhere(sampleCertificatePaper, text), facts),
    'G-F3': formGF3(
      sampleIssueJournal(4).map((row) => everywhere(row, text)),
      facts,
    ),
    'G-F4': formGF4(letter(text), facts),
    'G-F4a': formGF4a(everywhere(sampleGF4aData, text), facts),
    'G-F5': formGF5(
      sampleRevocationJournal(4).map((row) => everywhere(row, text)),
      facts,
    ),
  });
  const cases = Object.keys(papers(name64)).flatMap((form) => [
    [form, 'names of 64 letters', name64] as const,
    [form, 'a word of 300 letters', oneWord] as const,
  ]);

  itWith('pdftotext').each(cases)('%s holds %s within its margins', (form, _what, text) => {
    const content = papers(text)[form];
    if (content === undefined) throw new Error(form);
    const file = saved(`${form}-long`, content);
    expect(beyondMargins(file)).toEqual([]);
    const printed = textOf(file).replace(/\s+/g, '');
    expect(printed).toContain(text.replace(/\s+/g, '').slice(0, 8));
  });

  itWith('pdftotext')('a cell higher than a page goes on over the pages that it needs', () => {
    const [row] = sampleIssueJournal(1);
    if (row === undefined) throw new Error('no row');
    const bodyName = Array.from({ length: 400 }, (_, i) => `сөз${String(i)}`).join(' ');
    const file = saved('high', formGF3([{ ...row, bodyName }], facts));
    expect(beyondMargins(file)).toEqual([]);
    const words = new Set(textOf(file).match(/сөз\d+/g));
    expect(words.size).toBe(400);
  });
});

describe('many papers in one file', () => {
  itWith('qpdf', 'pdftotext')('keep their own page numbers, landscape and margins', () => {
    const papers = [
      formGF1a(sampleGF1aData, facts),
      formGF3(sampleIssueJournal(12), facts),
      formRF2(sampleCertificatePaper, facts),
      formGF1a(sampleGF1aData, facts),
    ];
    const drawn = drawForms(papers, fonts);
    if (!drawn.ok) throw new Error(drawn.error.letter);
    const file = join(folder, 'many.pdf');
    writeFileSync(file, drawn.value);
    expect(spawnSync('qpdf', ['--check', file]).status).toBe(0);
    const pages = textOf(file).split('\f').slice(0, -1);
    const numberOf = (page: string) => /^\d\/\d$/mu.exec(page)?.[0];
    expect(pages.map(numberOf)).toEqual([undefined, '1/2', '2/2', '1/2', '2/2', undefined]);
    const info = spawnSync('pdfinfo', ['-f', '1', '-l', '6', file], { encoding: 'utf8' }).stdout;
    const widths = [...info.matchAll(/Page +\d+ size: +(\d+)/gu)].map(([, width]) => Number(width));
    expect(widths).toEqual([595, 841, 841, 595, 595, 595]);
    expect(beyondMargins(file)).toEqual([]);
  });
});

describe('papers of many pages', () => {
  itWith('pdftotext')(
    '[R-8] the annex sheet takes the pages that its text needs, each says whose annex it is',
    () => {
      const line = 'MIIB'.repeat(16);
      const annexText = [
        '-----BEGIN CERTIFICATE-----',
        ...Array.from({ length: 120 }, () => line),
        '-----END CERTIFICATE-----',
        '',
      ].join('\n');
      const pages = textOf(saved('annex', formRF2({ ...sampleCertificatePaper, annexText }, facts)))
        .split('\f')
        .slice(0, -1);
      expect(pages).toHaveLength(4);
      expect(
        pages.slice(2).every((page) => page.includes('№ 000014 Тіркеу куәлігіне қосымша (жалғасы)')),
      ).toBe(true);
      expect(pages.map((page) => page.trimEnd().split('\n').at(-1))).toEqual(['1/4', '2/4', '3/4', '4/4']);
      expect(pages.join('').split(line)).toHaveLength(121);
    },
  );

  itWith('pdftotext')(
    '[G-3] a list of 500 persons has its head on each page and its date, signature and seal together',
    () => {
      const data = {
        persons: samplePersons(500),
        headName: 'Бекқожин Мұхтар',
        date: sampleDay('2026-07-10'),
      };
      const file = saved('list', formGF1(data, facts));
      const pages = textOf(file, '-layout').split('\f').slice(0, -1);
      expect(pages.length).toBeGreaterThan(20);
      const withRows = pages.filter((page) => /^ *\d+ +Әлімжанова|Астана/mu.test(page));
      expect(withRows.every((page) => page.includes('Лауазымы'))).toBe(true);
      const ends = pages.filter((page) => page.includes('(аты, тегі)'));
      expect(ends).toHaveLength(1);
      expect(ends[0]).toMatch(/Күні 2026 жылғы[\s\S]*Басшы[\s\S]*МО/);
      expect(beyondMargins(file)).toEqual([]);
    },
  );

  itWith('pdftotext')(
    '[G-9] a journal of 1,000 rows has heads and counts on each page, and the counts add up',
    () => {
      const file = saved('journal', formGF3(sampleIssueJournal(1000), facts));
      const pages = textOf(file, '-layout').split('\f').slice(0, -1);
      expect(pages.length).toBeGreaterThan(100);
      let all = 0;
      for (const page of pages) {
        const counts = /Осы беттегі жазбалар: (\d+)\. +Басынан бері: (\d+)\./.exec(page);
        all += Number(counts?.[1]);
        expect(Number(counts?.[2])).toBe(all);
        expect(page).toContain('МО атауы');
        expect(page.match(/KZ-TOKEN/g)).toHaveLength(Number(counts?.[1]));
      }
      expect(all).toBe(1000);
      expect(beyondMargins(file)).toEqual([]);
    },
  );
});
