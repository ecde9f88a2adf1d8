/** The last lines of a paper: date, signature, seal. */
import { filled, type FormBlock } from '#domain/form/content.ts';
import { kazakhMonth } from '#domain/form/kazakh-date.ts';
import { drawSentence } from './draw-sentence.ts';
import { captionSize, type Sheet } from './sheet.ts';

const namePitch = 4.8;

type Block<T extends FormBlock['type']> = Extract<FormBlock, { type: T }>;

/** Never alone at the foot of a page: the signature and the seal that follow come with it. */
export function drawDate(
  sheet: Sheet,
  { lead, word, yearLast, date }: Block<'date'>,
  rest: readonly FormBlock[],
): void {
  sheet.need(3 + sheet.linePitch + heightOfEnd(sheet, rest));
  sheet.y += 3;
  const baseline = sheet.nextLine();
  let x = sheet.left;
  const text = (part: string) => {
    sheet.write(part, x, baseline, '');
    x += sheet.widthOf(part);
  };
  const blank = (width: number, value = '') => {
    sheet.ruleUnder(x, x + width, baseline);
    sheet.writeCentred(value, x + width / 2, baseline);
    x += width;
  };
  const day = () => {
    text('"');
    blank(10, date === undefined ? '' : String(Number(date.slice(8, 10))));
    text('" ');
    blank(42, date === undefined ? '' : kazakhMonth(date));
  };
  const year = () => {
    text('20');
    if (date === undefined) blank(8);
    else blank(sheet.widthOf('00'), date.slice(2, 4));
    text(` ${word} `);
  };
  if (lead !== '') text(`${lead} `);
  if (yearLast === true) {
    day();
    text(' ');
    year();
  } else {
    year();
    day();
  }
}

export function drawSignature(
  sheet: Sheet,
  { label, captions, halves, nameLabel, name }: Block<'signature'>,
): void {
  sheet.need(sheet.linePitch + 9);
  sheet.y += 3;
  if (nameLabel !== undefined) {
    const parts = [
      label,
      { widthMm: 42 },
      nameLabel,
      { widthMm: 60, toMargin: true, ...filled(name) },
    ] as const;
    return drawSentence(sheet, parts);
  }
  const labelLines = sheet.wrap(label, captions === undefined ? sheet.width - 60 : 60);
  const start = sheet.left + sheet.widthOf(labelLines.at(-1) ?? '') + 3;
  const count = captions?.length ?? 1;
  const gap = 4;
  const nameAt = Math.min(1, count - 1);
  // Three blanks of one length: the name has two of them.
  const blanks = halves === true ? count + 1 : count;
  const blank = (sheet.right - start - gap * (blanks - 1)) / blanks;
  const widthOf = (i: number) => (halves === true && i === nameAt ? blank * 2 + gap : blank);
  const width = widthOf(nameAt);
  // A long name stands over its line in several lines rather than beyond it.
  const nameLines = name === undefined ? [] : sheet.wrap(name, width);
  sheet.y += Math.max(0, (nameLines.length - 1) * namePitch - (labelLines.length - 1) * sheet.linePitch);
  let baseline = 0;
  for (const line of labelLines) {
    baseline = sheet.nextLine();
    sheet.write(line, sheet.left, baseline);
  }
  if (captions === undefined) {
    sheet.ruleUnder(start, Math.min(start + 70, sheet.right), baseline);
    return;
  }
  let from = start;
  for (const [i, caption] of captions.entries()) {
    const centre = from + widthOf(i) / 2;
    for (let at = from; at < from + widthOf(i); at += blank + gap) sheet.ruleUnder(at, at + blank, baseline);
    from += widthOf(i) + gap;
    sheet.face('regular', sheet.bodySize);
    for (const [n, line] of (i === nameAt ? [...nameLines].reverse() : []).entries()) {
      sheet.writeCentred(line, centre, baseline - n * namePitch);
    }
    sheet.face('regular', captionSize);
    sheet.writeCentred(caption, centre, baseline + 4.6);
  }
  sheet.y += 4;
}

export function drawSeal(sheet: Sheet, text: string): void {
  sheet.y += 3;
  sheet.write(text, sheet.left, sheet.nextLine());
}

/** Of the signature and the seal right below a date. */
function heightOfEnd(sheet: Sheet, rest: readonly FormBlock[]): number {
  let height = 0;
  for (const block of rest) {
    if (block.type === 'signature') height += sheet.linePitch + (block.captions === undefined ? 3 : 9);
    else if (block.type === 'seal') height += sheet.linePitch + 3;
    else break;
  }
  return height;
}
