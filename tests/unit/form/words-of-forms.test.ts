import { describe, expect, it } from 'vitest';
import { printedTexts } from '#adapters/pdf/printed-text.ts';
import type { FormContent } from '#domain/form/content.ts';
import { sampleForms } from '#tests/support/form-samples.ts';
import { sampleRootForms } from '#tests/support/root-form-samples.ts';
import { sampleStateForms } from '#tests/support/state-form-samples.ts';
import { wordsOfForms } from '#tests/support/words-of-forms.ts';

const forms = { ...sampleForms(), ...sampleRootForms(), ...sampleStateForms() };

const clauseOf: Readonly<Record<string, string>> = {
  'R-F1': '[R-5]',
  'R-F2': '[R-8]',
  'R-F3': '[R-11.1]',
  'G-F1': '[G-3]',
  'G-F1a': '[G-3]',
  'G-F2': '[G-6]',
  'G-F3': '[G-9]',
  'G-F4': '[G-12.1]',
  'G-F4a': '[G-12.1]',
  'G-F5': '[G-14]',
  'N-F1': '[N-3.1]',
  'N-F3': '[N-7]',
  'N-F4': '[N-8.1]',
  'N-F5': '[N-8.1]',
};

const blockOfAnnex = {
  R: ['Қазақстан Республикасы', 'Негізгі куәландырушы орталығы', 'қызметінің Қағидаларына'],
  G: [
    'Қазақстан Республикасы',
    'Мемлекеттік органдарының',
    'куәландырушы орталығы',
    'қызметінің Қағидаларына',
  ],
  N: ['Қазақстан Республикасының', 'Ұлттық куәландыру орталығы', 'қызметінің Қағидаларына'],
} as const;

function form(name: string): FormContent {
  const content = forms[name];
  if (content === undefined) throw new Error(name);
  return content;
}

/** Without blanks, spaces, quotes, and the row of the columns' numbers: what is left are the words and their order. */
function wordsOf(lines: readonly string[]): string {
  return lines
    .filter((line) => !/^\|[ \d|]+\|$/.test(line))
    .map((line) => line.replace(/20_+/g, '').replace(/_{2,}|\||"|\s/g, ''))
    .join('');
}

function printedWords(content: FormContent): string {
  const blocks = content.blocks.filter(({ type }) => type !== 'heading');
  return wordsOf(printedTexts({ ...content, blocks }).map(({ text }) => text));
}

describe('the words of the forms', () => {
  it.each(Object.keys(wordsOfForms).map((name) => [clauseOf[name], name] as const))(
    '%s the empty form %s has the order’s words, all of them, in their order, and no other',
    (_clause, name) => {
      expect(printedWords(form(`${name}-empty`))).toBe(wordsOf(wordsOfForms[name] ?? []));
    },
  );

  it.each([
    ['R-F1', 'R', 1],
    ['R-F2', 'R', 2],
    ['R-F3', 'R', 3],
    ['G-F1', 'G', 1],
    ['G-F2', 'G', 2],
    ['G-F3', 'G', 3],
    ['G-F4', 'G', 4],
    ['G-F5', 'G', 5],
    ['N-F1', 'N', 1],
    ['N-F5', 'N', 5],
  ] as const)('%s says at its head of which rules it is the annex, and which', (name, kind, annex) => {
    const [heading] = form(name).blocks;
    const lines = [...blockOfAnnex[kind], `${String(annex)}-қосымша`];
    // The order leaves «Нысан» away on the first form of annex 1.
    const mark = name === 'R-F1' ? {} : { mark: 'Нысан' };
    expect(heading).toEqual({ type: 'heading', lines, ...mark });
  });

  it.each([
    ['G-F1a', ['Тіркеу куәлігін шығаруға', 'өтінішке қосымша']],
    ['G-F4a', ['Тіркеу куәлігін кері қайтарып', 'алуға (жоюға) өтінішке қосымша']],
  ])('%s is an annex to an application', (name, lines) => {
    expect(form(name).blocks[0]).toEqual({ type: 'heading', lines, mark: 'Нысан' });
  });

  it('have no Latin letter within a Kazakh word', () => {
    const texts = Object.values(forms).flatMap((content) => printedTexts(content).map(({ text }) => text));
    expect(texts.join('\n')).not.toMatch(
      /[А-Яа-яӘәҒғҚқҢңӨөҰұҮүҺһІі][A-Za-z]|[a-z][А-Яа-яӘәҒғҚқҢңӨөҰұҮүҺһІі]/,
    );
  });
});
