/** Each kind of block on paper. Values stand over their line, captions centred below it, labels before it. */
import type { FormBlock } from '#domain/form/content.ts';
import { drawAnnex, drawNumberedTitle, drawVerbatim } from './draw-annex.ts';
import { drawFingerprint, drawHex } from './draw-digits.ts';
import { drawDate, drawSeal, drawSignature } from './draw-end.ts';
import { drawSentence } from './draw-sentence.ts';
import { drawTable, leastTable } from './draw-table.ts';
import { ascent, captionSize, type Sheet } from './sheet.ts';
import type { Tag } from './structure-tree.ts';

type Block<T extends FormBlock['type']> = Extract<FormBlock, { type: T }>;

/** A blank shorter than this is no place to write in: it starts on the next line. */
const leastBlank = 38;
/** Between lines of running text, which nobody writes on. */
const textPitch = 5.6;

/** `rest` are the blocks that follow: a head stays with what it heads, a date with the signature and the seal below it. */
export function drawBlock(sheet: Sheet, block: FormBlock, rest: readonly FormBlock[] = []): void {
  sheet.face('regular', sheet.bodySize);
  if (block.type === 'table') {
    drawTable(sheet, block);
    return;
  }
  sheet.tree.mark(tagOf(block), () => {
    drawMarked(sheet, block, rest);
  });
}

function tagOf({ type }: FormBlock): Tag {
  if (type === 'title' || type === 'numbered-title') return 'H1';
  return type === 'section' ? 'H2' : 'P';
}

function drawMarked(
  sheet: Sheet,
  block: Exclude<FormBlock, { type: 'table' }>,
  rest: readonly FormBlock[],
): void {
  switch (block.type) {
    case 'heading':
      return drawHeading(sheet, block);
    case 'title':
      return drawTitle(sheet, block.lines);
    case 'numbered-title':
      return drawNumberedTitle(sheet, block);
    case 'annex':
      return drawAnnex(sheet, block);
    case 'caption':
      return drawCaption(sheet, block.text);
    case 'section':
      return drawSection(sheet, block.text, rest[0]);
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
      return drawDate(sheet, block, rest);
    case 'signature':
      return drawSignature(sheet, block);
    case 'seal':
      return drawSeal(sheet, block.text);
    case 'hex':
      return drawHex(sheet, block);
    case 'verbatim':
      return drawVerbatim(sheet, block);
    case 'fingerprint':
      return drawFingerprint(sheet, block.caption, block.sha256Hex);
  }
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

/** Kept on one page with the line, or with the first row of the table, after it. */
function drawSection(sheet: Sheet, text: string, next: FormBlock | undefined): void {
  sheet.need(sheet.linePitch + 1.5 + (next?.type === 'table' ? leastTable : sheet.linePitch));
  sheet.y += 1.5;
  sheet.face('bold', sheet.bodySize);
  sheet.write(text, sheet.left, sheet.nextLine());
}

function drawLine(sheet: Sheet, text: string): void {
  for (const line of sheet.wrap(text, sheet.width)) sheet.write(line, sheet.left, sheet.nextLine());
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

function drawField(sheet: Sheet, { label, value, after, lines: least = 1, below }: Block<'field'>): void {
  const labelLines = sheet.wrap(label, sheet.width);
  sheet.need(labelLines.length * sheet.linePitch);
  for (const line of labelLines.slice(0, -1)) {
    sheet.y += textPitch;
    sheet.write(line, sheet.left, sheet.y - 1.4);
  }
  const baseline = sheet.nextLine();
  // «O=», «SN=IIN» and their like are one word with what follows.
  const isOneWord = /[=A-Z]$/.test(label);
  sheet.write(labelLines.at(-1) ?? '', sheet.left, baseline, isOneWord ? '' : ' ');
  const gap = label === '' ? 0 : isOneWord ? 0.4 : 1.8;
  const tail = after === undefined ? 0 : sheet.widthOf(after) + 1.8;
  const from = sheet.left + sheet.widthOf(labelLines.at(-1) ?? '') + gap;
  const indent = gap > 1 || label === '' ? 1 : 0;
  const room = sheet.right - from - indent;
  if (below === true) {
    drawRuledLines(sheet, wholeLines(sheet, value, least), after);
    return;
  }
  const [first = '', ...more] = atLeast(
    least,
    value === undefined ? [''] : sheet.wrap(value, sheet.width, room),
  );
  // With one line, «мекен жайы бойынша тұратын» and its like stand on it; with more, behind the last of them.
  const end = more.length === 0 ? sheet.right - tail : sheet.right;
  const isTooLong = more.length === 0 && sheet.widthOf(first) + indent > end - from;
  if (end - from < leastBlank && (value === undefined || more.length > 0 || isTooLong)) {
    drawRuledLines(sheet, wholeLines(sheet, value, least), after);
    return;
  }
  sheet.ruleUnder(from, isTooLong ? sheet.right : end, baseline);
  sheet.write(first, from + indent, baseline);
  if (more.length === 0 && !isTooLong) {
    if (after !== undefined) sheet.write(after, sheet.right - tail + 1.8, baseline);
    return;
  }
  drawRuledLines(sheet, more, after);
}

function wholeLines(sheet: Sheet, value: string | undefined, least: number): readonly string[] {
  return atLeast(least, value === undefined ? [''] : sheet.wrap(value, sheet.width));
}

/** With empty lines behind them: the order gives room for so much. */
function atLeast(count: number, lines: readonly string[]): readonly string[] {
  return [...lines, ...Array<string>(Math.max(0, count - lines.length)).fill('')];
}

/** Full lines; the words that close the field stand on the last one, or alone when it has no room for them. */
function drawRuledLines(sheet: Sheet, lines: readonly string[], after?: string): void {
  const tail = after === undefined ? 0 : sheet.widthOf(after) + 1.8;
  for (const [i, line] of lines.entries()) {
    const baseline = sheet.nextLine();
    const hasTail = tail > 0 && i === lines.length - 1 && sheet.widthOf(line) <= sheet.width - tail;
    sheet.write(line, sheet.left, baseline);
    sheet.ruleUnder(sheet.left, hasTail ? sheet.right - tail : sheet.right, baseline);
    if (!hasTail) continue;
    sheet.write(after ?? '', sheet.right - tail + 1.8, baseline);
    return;
  }
  if (after !== undefined) sheet.write(after, sheet.left, sheet.nextLine());
}

function drawCaptioned(sheet: Sheet, { label = '', value = '', caption }: Block<'captioned'>): void {
  const start = label === '' ? sheet.left : sheet.left + sheet.widthOf(label) + 1.8;
  const lines = sheet.wrap(value, sheet.width - 4, sheet.right - start - 4);
  sheet.face('regular', captionSize);
  const captionLines = sheet.wrap(caption, sheet.width);
  sheet.face('regular', sheet.bodySize);
  sheet.need(lines.length * sheet.linePitch + captionLines.length * 3.6 + 1.6);
  for (const [i, line] of lines.entries()) {
    const baseline = sheet.nextLine();
    const from = i === 0 ? start : sheet.left;
    if (i === 0) sheet.write(label, sheet.left, baseline);
    sheet.writeCentred(line, (from + sheet.right) / 2, baseline);
    sheet.ruleUnder(from, sheet.right, baseline);
  }
  const centre = ((lines.length === 1 ? start : sheet.left) + sheet.right) / 2;
  sheet.face('regular', captionSize);
  for (const line of captionLines) {
    sheet.writeCentred(line, centre, sheet.y + 2.6);
    sheet.y += 3.6;
  }
  sheet.y += 1.6;
}

function drawBoxed(sheet: Sheet, { label, value = '' }: Block<'boxed'>): void {
  sheet.y += 1.5;
  const baseline = sheet.nextLine();
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
