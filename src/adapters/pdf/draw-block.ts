/** Each kind of block on paper. Values stand over their line, captions centred below it, labels before it. */
import { kazakhMonth } from '#domain/form/kazakh-date.ts';
import type { FormBlock, SentencePart } from '#domain/form/content.ts';
import { drawFingerprint, drawHex, drawWords } from './draw-digits.ts';
import { drawTable } from './draw-table.ts';
import { ascent, captionSize, type Sheet } from './sheet.ts';

type Block<T extends FormBlock['type']> = Extract<FormBlock, { type: T }>;

/** A blank shorter than this is no place to write in: it starts on the next line. */
const leastBlank = 38;
/** Between lines of running text, which nobody writes on. */
const textPitch = 5.6;

export function drawBlock(sheet: Sheet, block: FormBlock): void {
  sheet.face('regular', sheet.bodySize);
  switch (block.type) {
    case 'heading':
      return drawHeading(sheet, block);
    case 'title':
      return drawTitle(sheet, block.lines);
    case 'caption':
      return drawCaption(sheet, block.text);
    case 'section':
      return drawSection(sheet, block.text);
    case 'field':
      return drawField(sheet, block);
    case 'captioned':
      return drawCaptioned(sheet, block);
    case 'boxed':
      return drawBoxed(sheet, block);
    case 'sentence':
      return drawSentence(sheet, block.parts);
    case 'paragraph':
      return drawParagraph(sheet, block);
    case 'line':
      return drawLine(sheet, block.text);
    case 'date':
      return drawDate(sheet, block);
    case 'signature':
      return drawSignature(sheet, block);
    case 'seal':
      return drawSeal(sheet, block.text);
    case 'table':
      return drawTable(sheet, block);
    case 'hex':
      return drawHex(sheet, block.label, block.hex);
    case 'words':
      return drawWords(sheet, block.words);
    case 'fingerprint':
      return drawFingerprint(sheet, block.caption, block.sha256Hex);
  }
}

/** A line of the usual pitch; gives its baseline. */
function nextLine(sheet: Sheet): number {
  sheet.need(sheet.linePitch);
  sheet.y += sheet.linePitch;
  return sheet.y - sheet.linePitch * 0.28;
}

/** The line that a value stands over. */
function ruleUnder(sheet: Sheet, from: number, to: number, baseline: number): void {
  sheet.rule(from, to, baseline + 1);
}

function drawHeading(sheet: Sheet, { lines, mark }: Block<'heading'>): void {
  sheet.face('regular', 11);
  const wrapped = lines.flatMap((line) => sheet.wrap(line, 75));
  const widest = Math.max(...wrapped.map((line) => sheet.widthOf(line)));
  const x = sheet.right - widest;
  for (const line of wrapped) {
    sheet.y += 4.8;
    sheet.write(line, x, sheet.y - 1);
  }
  if (mark !== undefined) {
    sheet.y += 6.4;
    sheet.write(mark, sheet.right - sheet.widthOf(mark), sheet.y - 1);
  }
  sheet.y += 5;
}

function drawTitle(sheet: Sheet, lines: readonly string[]): void {
  sheet.face('bold', 14);
  const wrapped = lines.flatMap((line) => sheet.wrap(line, sheet.width));
  sheet.need(wrapped.length * 6.3 + 20);
  for (const line of wrapped) {
    sheet.y += 6.3;
    sheet.writeCentred(line, (sheet.left + sheet.right) / 2, sheet.y - 1.4);
  }
  sheet.y += 3;
}

function drawCaption(sheet: Sheet, text: string): void {
  sheet.face('regular', 11);
  sheet.y += 2;
  sheet.writeCentred(text, (sheet.left + sheet.right) / 2, sheet.y);
  sheet.y += 4;
}

/** Kept on one page with the line after it. */
function drawSection(sheet: Sheet, text: string): void {
  sheet.need(sheet.linePitch * 2 + 1.5);
  sheet.y += 1.5;
  sheet.face('bold', sheet.bodySize);
  sheet.write(text, sheet.left, nextLine(sheet));
}

function drawLine(sheet: Sheet, text: string): void {
  for (const line of sheet.wrap(text, sheet.width)) sheet.write(line, sheet.left, nextLine(sheet));
}

function drawParagraph(sheet: Sheet, { text, small }: Block<'paragraph'>): void {
  const pitch = small === true ? 4.2 : textPitch;
  sheet.face('regular', small === true ? captionSize : sheet.bodySize);
  sheet.y += 1.5;
  for (const line of text.split('\n').flatMap((part) => sheet.wrap(part, sheet.width))) {
    sheet.need(pitch);
    sheet.y += pitch;
    sheet.write(line, sheet.left, sheet.y - 1.4);
  }
  sheet.y += 1.5;
}

function drawField(sheet: Sheet, { label, value, after }: Block<'field'>): void {
  const labelLines = sheet.wrap(label, sheet.width);
  sheet.need(labelLines.length * sheet.linePitch);
  for (const line of labelLines.slice(0, -1)) {
    sheet.y += textPitch;
    sheet.write(line, sheet.left, sheet.y - 1.4);
  }
  const baseline = nextLine(sheet);
  sheet.write(labelLines.at(-1) ?? '', sheet.left, baseline);
  // «O=», «SN=IIN» and their like are one word with what follows.
  const gap = /[=A-Z]$/.test(label) ? 0.4 : 1.8;
  const tail = after === undefined ? 0 : sheet.widthOf(after) + 1.8;
  const from = sheet.left + sheet.widthOf(labelLines.at(-1) ?? '') + gap;
  const room = sheet.right - tail - from;
  const [first = '', ...rest] = value === undefined ? [] : sheet.wrap(value, sheet.width, room - 1);
  if (room >= leastBlank || (value !== undefined && rest.length === 0)) {
    ruleUnder(sheet, from, sheet.right - tail, baseline);
    sheet.write(first, from + (gap > 1 ? 1 : 0), baseline);
  } else {
    const lines = value === undefined ? [''] : sheet.wrap(value, sheet.width);
    return drawRuledLines(sheet, lines);
  }
  if (after !== undefined) sheet.write(after, sheet.right - tail + 1.8, baseline);
  drawRuledLines(sheet, rest);
}

function drawRuledLines(sheet: Sheet, lines: readonly string[]): void {
  for (const line of lines) {
    const baseline = nextLine(sheet);
    sheet.write(line, sheet.left, baseline);
    ruleUnder(sheet, sheet.left, sheet.right, baseline);
  }
}

function drawCaptioned(sheet: Sheet, { value, caption }: Block<'captioned'>): void {
  const centre = (sheet.left + sheet.right) / 2;
  const lines = sheet.wrap(value ?? '', sheet.width - 4);
  sheet.need(lines.length * sheet.linePitch + 5);
  for (const line of lines) {
    const baseline = nextLine(sheet);
    sheet.writeCentred(line, centre, baseline);
    ruleUnder(sheet, sheet.left, sheet.right, baseline);
  }
  sheet.face('regular', captionSize);
  for (const line of sheet.wrap(caption, sheet.width)) {
    sheet.writeCentred(line, centre, sheet.y + 2.6);
    sheet.y += 3.6;
  }
  sheet.y += 1.6;
}

function drawBoxed(sheet: Sheet, { label, value = '' }: Block<'boxed'>): void {
  sheet.y += 1.5;
  const baseline = nextLine(sheet);
  sheet.write(label, sheet.left, baseline);
  const from = sheet.left + sheet.widthOf(label) + 2.5;
  const width = Math.max(sheet.widthOf(value) + 4, 32);
  sheet.doc.setLineWidth(0.2);
  sheet.doc.rect(
    from,
    baseline - ascent(sheet.bodySize) - 1.6,
    Math.min(width, sheet.right - from),
    ascent(sheet.bodySize) + 3.2,
  );
  sheet.write(value, from + 2, baseline);
  sheet.y += 0.8;
}

function drawSentence(sheet: Sheet, parts: readonly SentencePart[]): void {
  let baseline = nextLine(sheet);
  let x = sheet.left;
  const space = sheet.widthOf(' ');
  const place = (width: number): number => {
    if (x > sheet.left && x + width > sheet.right) {
      baseline = nextLine(sheet);
      x = sheet.left;
    }
    const at = x;
    x += width + space;
    return at;
  };
  for (const part of parts) {
    if (typeof part === 'string') {
      for (const word of part.split(' ')) {
        const at = place(sheet.widthOf(word));
        sheet.write(word, at, baseline);
      }
      continue;
    }
    const { value = '' } = part;
    const width = Math.max(part.widthMm, sheet.widthOf(value) + 2);
    const from = place(width + space) + space / 2;
    ruleUnder(sheet, from, from + width, baseline);
    sheet.writeCentred(value, from + width / 2, baseline);
  }
}

function drawDate(sheet: Sheet, { lead, word, date }: Block<'date'>): void {
  sheet.y += 3;
  const baseline = nextLine(sheet);
  let x = sheet.left;
  const text = (part: string) => {
    sheet.write(part, x, baseline);
    x += sheet.widthOf(part);
  };
  const blank = (width: number, value = '') => {
    ruleUnder(sheet, x, x + width, baseline);
    sheet.writeCentred(value, x + width / 2, baseline);
    x += width;
  };
  text(`${lead} 20`);
  if (date === undefined) blank(8);
  else blank(sheet.widthOf('00'), date.slice(2, 4));
  text(` ${word} "`);
  blank(10, date === undefined ? '' : String(Number(date.slice(8, 10))));
  text('" ');
  blank(42, date === undefined ? '' : kazakhMonth(date));
}

function drawSignature(sheet: Sheet, { label, captions, name }: Block<'signature'>): void {
  sheet.need(sheet.linePitch + 9);
  sheet.y += 3;
  const labelLines = sheet.wrap(label, captions === undefined ? sheet.width - 60 : 60);
  let baseline = 0;
  for (const line of labelLines) {
    baseline = nextLine(sheet);
    sheet.write(line, sheet.left, baseline);
  }
  const start = sheet.left + sheet.widthOf(labelLines.at(-1) ?? '') + 3;
  if (captions === undefined) return ruleUnder(sheet, start, Math.min(start + 70, sheet.right), baseline);
  const gap = 4;
  const width = (sheet.right - start - gap * (captions.length - 1)) / captions.length;
  const nameAt = Math.min(1, captions.length - 1);
  for (const [i, caption] of captions.entries()) {
    const from = start + i * (width + gap);
    const centre = from + width / 2;
    ruleUnder(sheet, from, from + width, baseline);
    sheet.face('regular', sheet.bodySize);
    if (i === nameAt && name !== undefined) writeFitting(sheet, name, centre, width, baseline);
    sheet.face('regular', captionSize);
    sheet.writeCentred(caption, centre, baseline + 4.6);
  }
  sheet.y += 4;
}

/** A long name goes over its line in two lines rather than beyond the line. */
function writeFitting(sheet: Sheet, name: string, centre: number, width: number, baseline: number): void {
  const lines = sheet.wrap(name, width).reverse();
  for (const [i, line] of lines.entries()) sheet.writeCentred(line, centre, baseline - i * 4.8);
}

function drawSeal(sheet: Sheet, text: string): void {
  sheet.y += 3;
  sheet.write(text, sheet.left, nextLine(sheet));
}
