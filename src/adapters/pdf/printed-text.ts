import type { FormBlock, FormContent } from '#domain/form/content.ts';

export interface PrintedText {
  readonly text: string;
  /** The label it stands at. */
  readonly field: string;
}

/** Every text that would be printed, so that each letter is looked for in the font before anything is drawn. */
export function printedTexts({ blocks }: FormContent): readonly PrintedText[] {
  return blocks.flatMap((block) => textsOf(block));
}

function textsOf(block: FormBlock): PrintedText[] {
  const under = (field: string, ...texts: (string | undefined)[]): PrintedText[] =>
    texts.flatMap((text) => (text === undefined ? [] : [{ text, field }]));
  switch (block.type) {
    case 'heading':
    case 'title':
      return under(block.type, ...block.lines);
    case 'numbered-title':
      return under(block.before, block.before, block.number, block.after);
    case 'annex':
      return under(block.words.join(' '), '№', block.number, ...block.words);
    case 'caption':
    case 'section':
    case 'paragraph':
    case 'line':
    case 'seal':
      return under(block.text.slice(0, 60), block.text);
    case 'field':
      return under(block.label, block.label, block.value, block.after);
    case 'captioned':
      return under(block.caption, block.label, block.caption, block.value);
    case 'boxed':
      return under(block.label, block.label, block.value);
    case 'sentence':
      return under(
        block.parts.find((part) => typeof part === 'string') ?? '',
        ...block.parts.map((part) => (typeof part === 'string' ? part : part.value)),
      );
    case 'date':
      return under(block.lead, block.lead, block.word);
    case 'signature':
      return under(block.label, block.label, ...(block.captions ?? []), block.nameLabel, block.name);
    case 'table':
      return [
        ...block.columns.flatMap(({ head }, i) => under(head, head, ...block.rows.map((row) => row[i]))),
        ...under('totals', block.totals?.beyond, block.totals?.page, block.totals?.all),
      ];
    case 'hex':
      return under(block.label, block.label, block.hex);
    case 'verbatim':
      return under('verbatim', block.text);
    case 'fingerprint':
      return under(block.caption, block.caption, block.sha256Hex);
  }
}
