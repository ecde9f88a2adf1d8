/** A numbered paper and the sheet annexed to it. */
import type { FormBlock } from '#domain/form/content.ts';
import { captionSize, type Sheet } from './sheet.ts';

type Block<T extends FormBlock['type']> = Extract<FormBlock, { type: T }>;

const numberWidth = 24;
const verbatimSize = 10.5;
const verbatimPitch = 5;

export function drawNumberedTitle(
  sheet: Sheet,
  { before, number = '', after = '' }: Block<'numbered-title'>,
): void {
  sheet.face('bold', 14);
  const title = numbered(sheet, before, number, after, sheet.width);
  sheet.need(title.lines.length * 6.3 + 20);
  drawNumbered(sheet, title, (sheet.left + sheet.right - title.width) / 2, 6.3);
  sheet.y += 3;
}

export function drawAnnex(sheet: Sheet, { number = '', words: [first, second] }: Block<'annex'>): void {
  sheet.continued = '';
  sheet.newPage();
  sheet.face('regular', 11);
  const head = numbered(sheet, '№', number, first, 90);
  const from = sheet.right - Math.max(head.width, sheet.widthOf(second));
  drawNumbered(sheet, head, from, 4.8);
  sheet.y += 4.8;
  sheet.write(second, from, sheet.y - 1.4);
  sheet.y += 8;
  sheet.face('regular', captionSize);
  const [short = ''] = sheet.wrap(number, 60);
  sheet.continued = `${short === '' ? '' : `№ ${short} `}${first} ${second} (жалғасы)`;
}

interface Numbered {
  readonly before: string;
  readonly after: string;
  /** Of the number: one, unless it is longer than its place. */
  readonly lines: readonly string[];
  readonly blank: number;
  readonly width: number;
}

/** `before` ____ `after` within the width, in the face that is set. */
function numbered(sheet: Sheet, before: string, number: string, after: string, most: number): Numbered {
  const space = sheet.widthOf(' ');
  const words = sheet.widthOf(before) + space + (after === '' ? 0 : space + sheet.widthOf(after));
  const lines = sheet.wrap(number, most - words - 2);
  const blank = Math.max(numberWidth, ...lines.map((line) => sheet.widthOf(line) + 2));
  return { before, after, lines, blank, width: words + blank };
}

function drawNumbered(
  sheet: Sheet,
  { before, after, lines, blank }: Numbered,
  from: number,
  pitch: number,
): void {
  const space = sheet.widthOf(' ');
  const at = from + sheet.widthOf(before) + space;
  for (const [i, line] of lines.entries()) {
    sheet.y += pitch;
    const baseline = sheet.y - 1.4;
    if (i === 0) sheet.write(before, from, baseline);
    sheet.writeCentred(line, at + blank / 2, baseline);
    sheet.ruleUnder(at, at + blank, baseline);
    if (i === lines.length - 1) sheet.write(after, at + blank + space, baseline);
  }
}

/** Each line as it is: whoever copies the text from the file gets what a program can read. */
export function drawVerbatim(sheet: Sheet, { text, emptyLines }: Block<'verbatim'>): void {
  if (text === undefined) {
    for (let i = 0; i < emptyLines; i++) sheet.rule(sheet.left, sheet.right, sheet.nextLine() + 1);
    return;
  }
  sheet.face('regular', verbatimSize);
  sheet.y += 2;
  for (const line of text
    .trimEnd()
    .split('\n')
    .flatMap((each) => sheet.wrap(each, sheet.width))) {
    sheet.need(verbatimPitch);
    sheet.y += verbatimPitch;
    sheet.write(line, sheet.left, sheet.y - 1.4, '');
  }
  sheet.y += 2;
}
