/** Running words with blanks in them. */
import type { SentencePart } from '#domain/form/content.ts';
import type { Sheet } from './sheet.ts';

/** A value longer than its blank makes the blank longer, and goes on in the next lines when it is longer than one. */
export function drawSentence(sheet: Sheet, parts: readonly SentencePart[]): void {
  const space = sheet.widthOf(' ');
  let baseline = sheet.nextLine();
  let x = sheet.left;
  const newLine = () => {
    baseline = sheet.nextLine();
    x = sheet.left;
  };
  const writeWords = (text: string) => {
    // «, қала»: a comma stands at the blank before it.
    if (text.startsWith(',')) x -= space;
    for (const word of text.split(' ')) {
      const width = sheet.widthOf(word);
      if (x > sheet.left && x + width > sheet.right) newLine();
      sheet.write(word, x, baseline);
      x += width + space;
    }
  };
  const blank = (value: string, from: number, to: number) => {
    sheet.rule(from, to, baseline + 1);
    sheet.writeCentred(value, (from + to) / 2, baseline);
    x = to + space;
  };
  for (const [i, part] of parts.entries()) {
    if (typeof part === 'string') {
      writeWords(part);
      continue;
    }
    const { value = '', widthMm, toMargin, withNext } = part;
    const width = Math.max(widthMm, sheet.widthOf(value) + 2);
    const next = parts[i + 1];
    const tail = withNext === true && typeof next === 'string' ? space + sheet.widthOf(next) : 0;
    if (x > sheet.left && x + width + tail > sheet.right) newLine();
    if (width > sheet.width) {
      for (const line of sheet.wrap(value, sheet.width - 2)) {
        if (x > sheet.left) newLine();
        blank(line, x, Math.max(x + sheet.widthOf(line) + 2, sheet.right));
      }
      continue;
    }
    blank(value, x, toMargin === true ? sheet.right : x + width);
  }
}
