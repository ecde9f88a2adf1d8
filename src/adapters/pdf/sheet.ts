/**
 * Paper, pen and place: an A4 document, the line that is written next, and the faces of the font. Millimetres from the
 * upper left corner; sizes of type in points.
 */
import { jsPDF } from 'jspdf';
import type { FormContent } from '#domain/form/content.ts';

export type Face = 'regular' | 'bold' | 'italic';
export type PaperFonts = Readonly<Record<Face, Uint8Array>>;

/** Left 25 for the punch of a folder, right 15. */
const margins = { left: 25, right: 15, top: 16, bottom: 16 } as const;

export const captionSize = 9;

/** Size of the text, and from one ruled line to the next. */
const spacings = {
  dense: { bodySize: 11, linePitch: 5.4 },
  usual: { bodySize: 12, linePitch: 6.9 },
  wide: { bodySize: 12, linePitch: 8 },
} as const;

/** As reader programs name them. */
const fontNames: Readonly<Record<Face, string>> = {
  regular: 'Tinos-Regular',
  bold: 'Tinos-Bold',
  italic: 'Tinos-Italic',
};
const mmPerPoint = 25.4 / 72;

export class Sheet {
  readonly doc: jsPDF;
  readonly left: number = margins.left;
  readonly bodySize: number;
  readonly linePitch: number;
  readonly right: number;
  /** Top of what is written next. */
  y: number = margins.top;
  readonly #height: number;
  readonly #demonstration: boolean;
  #type: readonly [Face, number] = ['regular', captionSize];

  constructor(content: FormContent, fonts: PaperFonts) {
    ({ bodySize: this.bodySize, linePitch: this.linePitch } = spacings[content.spacing ?? 'usual']);
    const orientation = content.landscape === true ? 'landscape' : 'portrait';
    this.doc = new jsPDF({ unit: 'mm', format: 'a4', orientation, compress: true, putOnlyUsedFonts: true });
    for (const face of ['regular', 'bold', 'italic'] as const) {
      this.doc.addFileToVFS(`${face}.ttf`, binaryString(fonts[face]));
      this.doc.addFont(`${face}.ttf`, fontNames[face], 'normal', undefined, 'Identity-H');
    }
    this.right = this.doc.internal.pageSize.getWidth() - margins.right;
    this.#height = this.doc.internal.pageSize.getHeight();
    this.#demonstration = content.facts.demonstration === true;
    this.#mark();
  }

  get width(): number {
    return this.right - this.left;
  }

  /** The lowest line that may be written on. */
  get foot(): number {
    return this.#height - margins.bottom;
  }

  face(face: Face, sizePt: number): void {
    this.#type = [face, sizePt];
    this.doc.setFont(fontNames[face], 'normal');
    this.doc.setFontSize(sizePt);
  }

  widthOf(text: string): number {
    return this.doc.getTextWidth(text);
  }

  write(text: string, x: number, baseline: number): void {
    if (text !== '') this.doc.text(text, x, baseline);
  }

  writeCentred(text: string, centre: number, baseline: number): void {
    this.write(text, centre - this.widthOf(text) / 2, baseline);
  }

  rule(from: number, to: number, y: number): void {
    this.doc.setLineWidth(0.15);
    this.doc.line(from, y, to, y);
  }

  /** A new page when there is no room for `height` more; true when there was none. */
  need(height: number): boolean {
    if (this.y + height <= this.foot) return false;
    this.doc.addPage();
    this.y = margins.top;
    const type = this.#type;
    this.#mark();
    this.face(...type);
    return true;
  }

  /** Lines of at most `width`, the first of at most `firstWidth`, in the face that is set. Only words too long are cut. */
  wrap(text: string, width: number, firstWidth = width): string[] {
    const lines: string[] = [];
    let line = '';
    const room = () => (lines.length === 0 ? firstWidth : width);
    for (const word of text.split(/[ \n]+/)) {
      const longer = line === '' ? word : `${line} ${word}`;
      if (this.widthOf(longer) <= room()) {
        line = longer;
        continue;
      }
      if (line !== '' || (lines.length === 0 && firstWidth < width)) lines.push(line);
      line = '';
      for (const letter of this.widthOf(word) <= room() ? [word] : word) {
        if (this.widthOf(line + letter) > room()) {
          lines.push(line);
          line = '';
        }
        line += letter;
      }
    }
    return [...lines, line];
  }

  /** `2/3` at the foot of each page, when there is more than one. */
  numberPages(): void {
    const count = this.doc.getNumberOfPages();
    if (count < 2) return;
    for (let page = 1; page <= count; page++) {
      this.doc.setPage(page);
      this.face('regular', captionSize);
      this.writeCentred(`${String(page)}/${String(count)}`, (this.left + this.right) / 2, this.#height - 8);
    }
  }

  /** Beneath the text of a demonstration paper, on every page. */
  #mark(): void {
    if (!this.#demonstration) return;
    const centre = (this.left + this.right) / 2;
    this.face('bold', 110);
    this.doc.setTextColor(228);
    const half = this.widthOf('СЫНАҚ') / 2;
    const angle = 50;
    const turn = (angle * Math.PI) / 180;
    const middle = this.#height / 2 + 20;
    this.doc.text('СЫНАҚ', centre - half * Math.cos(turn) + 10, middle + half * Math.sin(turn), { angle });
    this.doc.setTextColor(0);
    this.face('italic', captionSize);
    this.writeCentred('Сынақ құжаты, заңды күші жоқ', centre, 10);
  }
}

/** Millimetres from the baseline of a size up to the top of its capitals, roughly. */
export function ascent(sizePt: number): number {
  return sizePt * mmPerPoint * 0.72;
}

function binaryString(bytes: Uint8Array): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += 8192) text += String.fromCharCode(...bytes.subarray(i, i + 8192));
  return text;
}
