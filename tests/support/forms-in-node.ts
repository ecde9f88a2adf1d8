import { readFileSync } from 'node:fs';
import { drawForms } from '#adapters/pdf/draw-form.ts';
import type { FormContent } from '#domain/form/content.ts';
import type { Printer } from '#ports/printer.ts';

const load = (face: string) => new Uint8Array(readFileSync(`static/fonts/Tinos-${face}.ttf`));

/** Draws papers as the page's printer does, without a browser. */
export function printerInNode(): Printer {
  const fonts = { regular: load('Regular'), bold: load('Bold'), italic: load('Italic') };
  const listOf = (content: FormContent | readonly FormContent[]): readonly FormContent[] =>
    'length' in content ? content : [content];
  return { print: (content) => Promise.resolve(drawForms(listOf(content), fonts)) };
}
