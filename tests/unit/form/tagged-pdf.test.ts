import { readFileSync } from 'node:fs';
import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { drawForm, drawForms } from '#adapters/pdf/draw-form.ts';
import { fontFiles } from '#adapters/pdf/pdf-printer.ts';
import { formGF3 } from '#domain/form/g-f3.ts';
import { formNF1 } from '#domain/form/n-f1.ts';
import type { FormContent } from '#domain/form/content.ts';
import { sampleFacts, sampleForms, sampleNF2Data } from '#tests/support/form-samples.ts';
import { sampleIssueJournal, sampleStateForms } from '#tests/support/state-form-samples.ts';

const load = (file: string) => new Uint8Array(readFileSync(`static/fonts/${file}`));
const fonts = {
  regular: load(fontFiles.regular),
  bold: load(fontFiles.bold),
  italic: load(fontFiles.italic),
};

function pdfOf(...contents: readonly FormContent[]): string {
  const drawn = drawForms(contents, fonts);
  if (!drawn.ok) throw new Error(drawn.error.letter);
  return Buffer.from(drawn.value).toString('latin1');
}

/** How often each kind of element is there. */
function tagsOf(pdf: string): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const [, tag = ''] of pdf.matchAll(/\/StructElem \/S \/(\w+)/gu)) counts[tag] = (counts[tag] ?? 0) + 1;
  return counts;
}

/** The contents of the pages, inflated. */
function contentsOf(pdf: string): readonly string[] {
  return [...pdf.matchAll(/\/Filter \/FlateDecode\s*>>\s*stream\n([\s\S]*?)\nendstream/gu)].flatMap(
    ([, stream = '']) => {
      const text = inflateSync(Buffer.from(stream, 'latin1')).toString('latin1');
      return text.includes(' BDC') || text.includes(' BMC') ? [text] : [];
    },
  );
}

const nF3 = sampleForms()['N-F3'] ?? formNF1();

describe('a tagged PDF', () => {
  it('says that it is one, in which language, and shows its title', () => {
    const pdf = pdfOf(nF3);
    expect(pdf).toContain('/MarkInfo <</Marked true>>');
    expect(pdf).toContain('/Lang (kk)');
    expect(pdf).toContain('/DisplayDocTitle true');
    expect(pdf).toMatch(/\/StructTreeRoot \d+ 0 R/u);
  });

  it('has a heading, paragraphs, and tables with rows, heads and cells', () => {
    const tags = tagsOf(pdfOf(nF3));
    expect(tags).toMatchObject({ Document: 1, Sect: 1, H1: 1, Table: 1, TR: 3, TH: 2, TD: 4 });
    expect(tags['P']).toBeGreaterThan(20);
    expect(tagsOf(pdfOf(nF3, nF3))).toMatchObject({ Document: 1, Sect: 2, H1: 2 });
  });

  it('every part that is begun on a page ends on it, and no part has another within', () => {
    const paper = sampleStateForms(true)['G-F2'] ?? nF3;
    const pages = contentsOf(pdfOf(paper));
    expect(pages.length).toBeGreaterThan(1);
    for (const page of pages) {
      const marks = [...page.matchAll(/(BDC|BMC|EMC)$/gmu)].map(([mark]) =>
        mark === 'EMC' ? 'end' : 'begin',
      );
      expect(marks.length).toBeGreaterThan(2);
      expect(marks.every((mark, i) => mark === (i % 2 === 0 ? 'begin' : 'end'))).toBe(true);
      const numbers = [...page.matchAll(/<<\/MCID (\d+)>> BDC/gu)].map(([, number]) => Number(number));
      expect(numbers).toEqual(numbers.map((_, i) => i));
    }
  });

  it('an element that goes on upon the next page has a part on each, and each page knows whose its parts are', () => {
    const usageAreas = Array.from({ length: 60 }, (_, i) => `Ақпараттық жүйе № ${String(i)}`);
    const pdf = pdfOf(formNF1({ ...sampleNF2Data, usageAreas }, sampleFacts('a1')));
    const pages = contentsOf(pdf).length;
    expect(pages).toBeGreaterThan(2);
    expect(pdf.match(/\/StructParents \d+/gu)).toHaveLength(pages);
    const nums = /\/Nums \[(.*)\]>>/u.exec(pdf)?.[1] ?? '';
    expect(nums.match(/\d+ \[/gu)).toHaveLength(pages);
    const parts = contentsOf(pdf).flatMap((page) => page.match(/\/MCID/gu) ?? []).length;
    expect(nums.match(/ 0 R/gu)).toHaveLength(parts);
    expect(pdf.match(/\/Type \/MCR/gu)).toHaveLength(parts);
  });

  it('a head that comes again on the next page is told once; of a long journal the rows are one paragraph', () => {
    const journal = tagsOf(pdfOf(formGF3(sampleIssueJournal(60), sampleFacts('j'))));
    expect(journal).toMatchObject({ Table: 1, TR: 62, TH: 22, TD: 660 });
    expect(tagsOf(pdfOf(formGF3(sampleIssueJournal(501), sampleFacts('j'))))).not.toHaveProperty('Table');
  });

  it('is drawn to the same bytes again', () => {
    expect(drawForm(nF3, fonts)).toEqual(drawForm(nF3, fonts));
  });
});
