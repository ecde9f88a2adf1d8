/**
 * Paper, pen and place: an A4 document, the line that is written next, and the faces of the font. Millimetres from the
 * upper left corner; sizes of type in points.
 */
import { jsPDF } from 'jspdf';
import type { FormContent } from '#domain/form/content.ts';
import type { PrintProgress } from '#ports/printer.ts';
import { Letters } from './letters.ts';
import { StructureTree } from './structure-tree.ts';

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
  readonly tree: StructureTree;
  /** Told by whoever draws much. */
  readonly progress: PrintProgress | undefined;
  readonly left: number = margins.left;
  bodySize = 0;
  linePitch = 0;
  right = 0;
  /** Top of what is written next. */
  y: number = margins.top;
  /** Small at the top right of every page that begins from now on: what is continued there. */
  continued = '';
  #height = 0;
  #orientation: 'portrait' | 'landscape';
  #demonstration = false;
  /** First page of the paper that is written now. */
  #firstPage = 1;
  #type: readonly [Face, number] = ['regular', captionSize];
  readonly #letters: Readonly<Record<Face, Letters>>;

  constructor(content: FormContent, fonts: PaperFonts, progress?: PrintProgress) {
    this.progress = progress;
    this.#orientation = orientationOf(content);
    this.doc = new jsPDF({
      unit: 'mm',
      format: 'a4',
      orientation: this.#orientation,
      compress: true,
      putOnlyUsedFonts: true,
    });
    this.tree = new StructureTree(this.doc);
    for (const face of ['regular', 'bold', 'italic'] as const) {
      this.doc.addFileToVFS(`${face}.ttf`, binaryString(fonts[face]));
      this.doc.addFont(`${face}.ttf`, fontNames[face], 'normal', undefined, 'Identity-H');
    }
    const lettersOf = (face: Face) => {
      this.face(face, captionSize);
      return new Letters(this.doc);
    };
    this.#letters = {
      regular: lettersOf('regular'),
      bold: lettersOf('bold'),
      italic: lettersOf('italic'),
    };
    this.#lay(content);
  }

  /** The next paper of the same file, on a page of its own. */
  nextPaper(content: FormContent): void {
    this.#orientation = orientationOf(content);
    this.doc.addPage('a4', this.#orientation);
    this.#firstPage = this.doc.getNumberOfPages();
    this.#lay(content);
  }

  /** Measures and spacing of the paper whose first page is there. */
  #lay({ spacing, facts }: FormContent): void {
    ({ bodySize: this.bodySize, linePitch: this.linePitch } = spacings[spacing ?? 'usual']);
    this.right = this.doc.internal.pageSize.getWidth() - margins.right;
    this.#height = this.doc.internal.pageSize.getHeight();
    this.#demonstration = facts.demonstration === true;
    this.y = margins.top;
    this.continued = '';
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

  /** Millimetres, in the face and size that are set. */
  widthOf(text: string): number {
    const [face, sizePt] = this.#type;
    return this.#letters[face].widthOf(text) * sizePt * mmPerPoint;
  }

  /** With a space behind it, which parts it from what is written next for whoever has the paper read aloud; `tail` '' joins the two. */
  write(text: string, x: number, baseline: number, tail: ' ' | '' = ' '): void {
    if (text === '') return;
    const [face, sizePt] = this.#type;
    this.#letters[face].write(text + tail, sizePt, x, baseline);
  }

  writeCentred(text: string, centre: number, baseline: number): void {
    this.write(text, centre - this.widthOf(text) / 2, baseline);
  }

  rule(from: number, to: number, y: number): void {
    this.doc.setLineWidth(0.15);
    this.doc.line(from, y, to, y);
  }

  /** The line that a value stands over. */
  ruleUnder(from: number, to: number, baseline: number): void {
    this.rule(from, to, baseline + 1);
  }

  hasRoom(height: number): boolean {
    return this.y + height <= this.foot;
  }

  /** A new page when there is no room for `height` more; true when there was none. */
  need(height: number): boolean {
    if (this.hasRoom(height)) return false;
    this.newPage();
    return true;
  }

  newPage(): void {
    this.tree.turn(() => {
      this.doc.addPage('a4', this.#orientation);
      this.y = margins.top;
      const type = this.#type;
      this.#mark();
      this.tree.artifact(() => {
        this.face('regular', captionSize);
        this.write(this.continued, this.right - this.widthOf(this.continued), margins.top - 4);
      });
      this.face(...type);
    });
  }

  /** A line of the usual pitch; gives its baseline. */
  nextLine(): number {
    this.need(this.linePitch);
    this.y += this.linePitch;
    return this.y - this.linePitch * 0.28;
  }

  /** Lines of at most `width`, the first of at most `firstWidth`, in the face that is set. Only words too long are cut. */
  wrap(text: string, width: number, firstWidth = width): string[] {
    const lines: string[] = [];
    const space = this.widthOf(' ');
    let line = '';
    let used = 0;
    const room = () => (lines.length === 0 ? firstWidth : width);
    const end = () => {
      lines.push(line);
      line = '';
      used = 0;
    };
    // «№ 12» stays together: between the two stands what no name contains, until the lines are made.
    for (const word of text.replaceAll('№ ', '№\u00a0').split(/[ \n]+/)) {
      const length = this.widthOf(word);
      const gap = line === '' ? 0 : space;
      if (used + gap + length <= room()) {
        line = line === '' ? word : `${line} ${word}`;
        used += gap + length;
        continue;
      }
      if (line !== '' || (lines.length === 0 && firstWidth < width)) end();
      for (const part of length <= room() ? [word] : word) {
        const step = this.widthOf(part);
        if (used + step > room()) end();
        line += part;
        used += step;
      }
    }
    end();
    return lines.map((each) => each.replaceAll('№\u00a0', '№ '));
  }

  /** `2/3` at the foot of each page of the paper, when it has more than one. */
  numberPages(): void {
    const count = this.doc.getNumberOfPages() - this.#firstPage + 1;
    if (count < 2) return;
    for (let page = 1; page <= count; page++) {
      this.doc.setPage(this.#firstPage + page - 1);
      this.face('regular', captionSize);
      this.tree.artifact(() => {
        this.writeCentred(`${String(page)}/${String(count)}`, (this.left + this.right) / 2, this.#height - 8);
      });
    }
  }

  /** Beneath the text of a demonstration paper, on every page. */
  #mark(): void {
    if (!this.#demonstration) return;
    this.tree.artifact(() => {
      this.#drawMark();
    });
  }

  #drawMark(): void {
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

function orientationOf({ landscape }: FormContent): 'portrait' | 'landscape' {
  return landscape === true ? 'landscape' : 'portrait';
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
