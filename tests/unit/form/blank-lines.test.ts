import { readFileSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import { drawBlock } from '#adapters/pdf/draw-block.ts';
import { fontFiles } from '#adapters/pdf/pdf-printer.ts';
import { Sheet } from '#adapters/pdf/sheet.ts';
import type { FormBlock, FormContent } from '#domain/form/content.ts';
import { formNF1 } from '#domain/form/n-f1.ts';
import { sampleForms, sampleNF3Data } from '#tests/support/form-samples.ts';
import { sampleRootForms } from '#tests/support/root-form-samples.ts';
import { sampleStateForms } from '#tests/support/state-form-samples.ts';

const forms = { ...sampleForms(), ...sampleRootForms(), ...sampleStateForms() };
const load = (file: string) => new Uint8Array(readFileSync(`static/fonts/${file}`));
const fonts = {
  regular: load(fontFiles.regular),
  bold: load(fontFiles.bold),
  italic: load(fontFiles.italic),
};

function blockOf(name: string, wanted: (block: FormBlock) => boolean): FormBlock {
  const block = forms[name]?.blocks.find(wanted);
  if (block === undefined) throw new Error(`${name} has no such block`);
  return block;
}

/** The lines to write on, as from where and to where; and what is written, with its baseline. */
function drawn(block: FormBlock, like: FormContent = formNF1()) {
  const sheet = new Sheet(like, fonts);
  const rule = vi.spyOn(sheet, 'rule');
  const write = vi.spyOn(sheet, 'write');
  drawBlock(sheet, block);
  return {
    sheet,
    rules: rule.mock.calls.map(([from, to, y]) => ({ from, to, y })),
    words: write.mock.calls.map(([text, , baseline]) => ({ text, baseline })),
  };
}

const labelled = (label: string) => (block: FormBlock) => 'label' in block && block.label.startsWith(label);

describe('the blank lines of the empty forms', () => {
  it.each([
    ['[R-8]', 'R-F2-empty', 'Тіркеу куәлігінің сериялық нөмірі:', 2],
    ['[R-8]', 'R-F2-empty', 'Тіркеу куәлігін шығарушының криптографиялық', 2],
    ['[R-8]', 'R-F2-empty', 'Осы тіркеу куәлігі шығарушының ЭЦҚ:', 2],
    ['[R-11.1]', 'R-F3-empty', 'тіркеу куәлігінің сериялық нөмірі:', 2],
    ['[G-6]', 'G-F2-empty', 'Тіркеу куәлігінің сериялық нөмірі:', 2],
    ['[G-6]', 'G-F2-empty', 'Тіркеу куәлігі иесінің аты:', 1],
    ['[G-6]', 'G-F2-empty', 'Осы тіркеу куәлігі шығарушының ЭЦҚ:', 2],
    ['[N-3.2]', 'N-F2-empty', 'Мекеменің қысқартылған аты', 2],
    ['[N-8.1]', 'N-F5-empty', 'Ұйымның қысқартылған атауы', 2],
    ['[N-3.1]', 'N-F1-empty', 'ЖСН:', 1],
  ])('%s %s has at «%s» so many lines as the order: %i', (_clause, name, label, lines) => {
    expect(drawn(blockOf(name, labelled(label))).rules).toHaveLength(lines);
  });

  it('[G-6] the owner’s name and the order’s two whole lines start at the margin, below their label', () => {
    for (const label of ['Тіркеу куәлігі иесінің аты:', 'Осы тіркеу куәлігі шығарушының ЭЦҚ:']) {
      const { sheet, rules } = drawn(blockOf('G-F2-empty', labelled(label)));
      for (const { from, to } of rules) expect([from, to]).toEqual([sheet.left, sheet.right]);
    }
  });

  it('[G-12.1] the address of G-F4a has a whole line, and another that ends before its words', () => {
    const address = blockOf('G-F4a-empty', (block) => block.type === 'field' && block.after !== undefined);
    const { sheet, rules } = drawn(address);
    expect(rules).toHaveLength(2);
    expect(rules[0]?.to).toBe(sheet.right);
    expect(rules[1]?.to).toBeLessThan(sheet.right - 40);
  });

  it('room for 64 letters by hand is left for a short name', () => {
    for (const [name, label] of [
      ['N-F2-empty', 'Мекеменің қысқартылған аты'],
      ['N-F5-empty', 'Ұйымның қысқартылған атауы'],
    ] as const) {
      const { rules } = drawn(blockOf(name, labelled(label)));
      // A letter by hand takes some 3.2 mm.
      expect(rules.reduce((sum, { from, to }) => sum + to - from, 0)).toBeGreaterThan(64 * 3.2);
    }
  });

  it.each(['R-F1-empty', 'R-F3-empty', 'G-F1-empty', 'G-F4-empty', 'N-F5-empty'])(
    '%s has three blanks at the signature, the last two for name and surname',
    (name) => {
      const { rules } = drawn(blockOf(name, (block) => block.type === 'signature'));
      expect(rules).toHaveLength(3);
      const lengths = rules.map(({ from, to }) => Math.round((to - from) * 100));
      expect(new Set(lengths).size).toBe(1);
    },
  );
});

describe('what the order prints itself', () => {
  const texts = (name: string) =>
    (forms[name]?.blocks ?? []).flatMap((block) => (block.type === 'line' ? [block.text] : []));

  it('[R-8] [G-6] stands on the empty certificates, and on the filled ones what was used', () => {
    expect(texts('R-F2-empty')).toContain('ЭЦҚ құралы: МЕМСТ 34.310-2004');
    expect(texts('G-F2-empty')).toContain('ГОСТ 34.310-2004, ГОСТ 34.311-95, ГОСТ 28.147-89');
    for (const name of ['R-F2', 'G-F2']) {
      expect(texts(name).join(' ')).not.toMatch(/34\.31/u);
      expect(forms[name]?.blocks).toContainEqual({
        type: 'field',
        label: 'ЭЦҚ құралы:',
        value: 'Tirkelim 1.0, WebCrypto',
      });
    }
  });
});

describe('the term on N-F3', () => {
  it.each(['N-F3', 'N-F3-empty'])('[N-7] %s keeps «дейін жарамды» on the line of its day', (name) => {
    const content = forms[name];
    if (content === undefined) throw new Error(name);
    const term = blockOf(
      name,
      (block) => block.type === 'sentence' && block.parts[0] === 'Тіркеу куәлігінің қолдану мерзімі:',
    );
    const { words, rules } = drawn(term, content);
    const end = words.filter(({ text }) => text === 'дейін' || text === 'жарамды');
    expect(end).toHaveLength(2);
    expect(end[0]?.baseline).toBe(end[1]?.baseline);
    expect(rules.at(-1)?.y).toBe((end[0]?.baseline ?? 0) + 1);
    if (name === 'N-F3') {
      expect(words.find(({ text }) => text === sampleNF3Data.notAfter)?.baseline).toBe(end[0]?.baseline);
    }
  });
});
