import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { drawForm, drawForms } from '#adapters/pdf/draw-form.ts';
import { lettersOfFont } from '#adapters/pdf/font-letters.ts';
import { fontFiles, PdfPrinter } from '#adapters/pdf/pdf-printer.ts';
import { Sheet } from '#adapters/pdf/sheet.ts';
import { formGF3 } from '#domain/form/g-f3.ts';
import { formNF1 } from '#domain/form/n-f1.ts';
import { sampleIssueJournal } from '#tests/support/state-form-samples.ts';
import { sampleFacts, sampleForms, sampleNF2Data } from '#tests/support/form-samples.ts';

const load = (file: string) => new Uint8Array(readFileSync(`static/fonts/${file}`));
const fonts = {
  regular: load(fontFiles.regular),
  bold: load(fontFiles.bold),
  italic: load(fontFiles.italic),
};

describe('a printed form', () => {
  it('the same record prints the same bytes, whatever the zone and time of the machine', () => {
    const zone = process.env['TZ'];
    const print = () => drawForm(formNF1(sampleNF2Data, sampleFacts('a1')), fonts);
    process.env['TZ'] = 'Pacific/Kiritimati';
    const first = print();
    process.env['TZ'] = 'America/New_York';
    const second = print();
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
    expect(first.ok).toBe(true);
    expect(second).toEqual(first);
  });

  it('another record prints other bytes', () => {
    const one = drawForm(formNF1(sampleNF2Data, sampleFacts('a1')), fonts);
    expect(drawForm(formNF1(sampleNF2Data, sampleFacts('a2')), fonts)).not.toEqual(one);
  });

  it.each([
    ['Ғайша\u05d0', '\u05d0'],
    ['王小明', '王'],
    ['Ғайша\u0000', '\u0000'],
    ['Ғайша😀', '😀'],
    ['Ғай\u00adша\u202e', '\u202e'],
  ])('[C11] a letter that the font lacks is refused by name: %j', (givenName, letter) => {
    expect(drawForm(formNF1({ ...sampleNF2Data, givenName }, sampleFacts('a1')), fonts)).toEqual({
      ok: false,
      error: { type: 'LetterNotInFont', letter, codePoint: letter.codePointAt(0), field: '(жеке тұлғадан)' },
    });
  });

  it('letters that came apart are put together: й of two parts is printed', () => {
    const givenName = 'Ғайша'.normalize('NFD');
    expect(drawForm(formNF1({ ...sampleNF2Data, givenName }, sampleFacts('a1')), fonts)).toEqual(
      drawForm(formNF1(sampleNF2Data, sampleFacts('a1')), fonts),
    );
  });

  it('has as many pages as it needs', () => {
    const usageAreas = Array.from({ length: 60 }, (_, i) => `Ақпараттық жүйе № ${String(i)}`);
    const drawn = drawForm(formNF1({ ...sampleNF2Data, usageAreas }, sampleFacts('a1')), fonts);
    if (!drawn.ok) throw new Error(drawn.error.letter);
    expect(
      Buffer.from(drawn.value)
        .toString('latin1')
        .match(/\/Type \/Page\n/g)?.length,
    ).toBeGreaterThan(2);
  });
});

describe('many papers in one file', () => {
  const person = (givenName: string) => formNF1({ ...sampleNF2Data, givenName }, sampleFacts(givenName));

  it('are told of one by one', () => {
    const told: string[] = [];
    const drawn = drawForms([person('Ғайша'), person('Ерлан')], fonts, (done, total) => {
      told.push(`${String(done)}/${String(total)}`);
    });
    expect(drawn.ok).toBe(true);
    expect(told).toEqual(['1/2', '2/2']);
  });

  it('one of them alone gives the same bytes as by itself', () => {
    expect(drawForms([person('Ғайша')], fonts)).toEqual(drawForm(person('Ғайша'), fonts));
  });

  it('[C11] none is drawn when one has a letter that the font lacks, and it is said which', () => {
    const drawn = drawForms([person('Ғайша'), person('王'), person('Ерлан')], fonts);
    expect(drawn).toMatchObject({ ok: false, error: { type: 'LetterNotInFont', letter: '王', paper: 2 } });
  });

  it('no paper at all is a fault', () => {
    expect(() => drawForms([], fonts)).toThrow('no paper');
  });
});

describe('a journal', () => {
  it('tells how many of its rows are drawn', () => {
    const told: number[] = [];
    drawForm(formGF3(sampleIssueJournal(600), sampleFacts('j')), fonts, (done, total) => {
      expect(total).toBe(600);
      told.push(done);
    });
    expect(told).toEqual([250, 500, 600]);
  });
});

it('a new page goes on in the type of the page before, also under the mark of a demonstration', () => {
  const sheet = new Sheet(formNF1(sampleNF2Data, sampleFacts('a1', true)), fonts);
  sheet.face('bold', 14);
  const before = sheet.widthOf('Тіркеу куәлігі');
  expect(sheet.need(1000)).toBe(true);
  expect(sheet.widthOf('Тіркеу куәлігі')).toBe(before);
});

describe('the fonts of the papers', () => {
  it('have all letters of Kazakh, Russian and English', () => {
    const needed = 'АӘБВГҒДЕЁЖЗИЙКҚЛМНҢОӨПРСТУҰҮФХҺЦЧШЩЪЫІЬЭЮЯ';
    for (const font of Object.values(fonts)) {
      const letters = lettersOfFont(font);
      for (const letter of needed + needed.toLowerCase() + 'AZaz09«»№–—’"()') {
        expect(letters.has(letter.codePointAt(0) ?? 0), letter).toBe(true);
      }
      expect(letters.has(0x5d0)).toBe(false);
    }
  });

  it('are loaded once for many prints, and again after a failure', async () => {
    let loads = 0;
    const printer = new PdfPrinter((file) => {
      loads++;
      return loads === 1 ? Promise.reject(new Error('no such file')) : Promise.resolve(load(file));
    });
    const [content] = Object.values(sampleForms());
    if (content === undefined) throw new Error('no sample');
    await expect(printer.print(content)).rejects.toThrow('no such file');
    const before = loads;
    expect((await printer.print(content)).ok).toBe(true);
    expect((await printer.print(content)).ok).toBe(true);
    expect(loads - before).toBe(3);
  });
});
