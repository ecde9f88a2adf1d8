import type { jsPDF } from 'jspdf';

/** What jsPDF has at hand for its own plug-ins, and its types leave out. */
interface Inside {
  readonly internal: {
    /** Adds a line to the page's content. */
    write(line: string): void;
    getFont(): { readonly id: string };
  };
  /** Glyph numbers of a text, as hex; the font remembers each as used. */
  pdfEscape16(text: string, font: object): string;
}

/**
 * One face, letter by letter: every letter is measured and looked up once. jsPDF's own `text` does both anew each time,
 * and asks of each whether it is Arabic; a journal of ten thousand rows has two million letters.
 */
export class Letters {
  readonly #doc: jsPDF;
  readonly #inside: Inside;
  readonly #font: { readonly id: string };
  readonly #widths = new Map<string, number>();
  readonly #glyphs = new Map<string, string>();
  #isUsed = false;

  /** Of the font that is set. */
  constructor(doc: jsPDF) {
    this.#doc = doc;
    this.#inside = doc as unknown as Inside;
    this.#font = this.#inside.internal.getFont();
  }

  /** In units of the size of type; to be asked while this face is set. Papers have no kerning, so letters add up. */
  widthOf(text: string): number {
    let sum = 0;
    for (const letter of text) {
      let width = this.#widths.get(letter);
      if (width === undefined) {
        width = this.#doc.getStringUnitWidth(letter);
        this.#widths.set(letter, width);
      }
      sum += width;
    }
    return sum;
  }

  /** In black, in the face and size that are set; millimetres from the upper left corner. */
  write(text: string, sizePt: number, xMm: number, baselineMm: number): void {
    if (this.#isUsed) {
      this.#writeGlyphs(text, sizePt, xMm, baselineMm);
      return;
    }
    // The first text goes jsPDF's own way: so it knows that the file needs this font.
    this.#doc.text(text, xMm, baselineMm);
    this.#isUsed = true;
  }

  /** In points from the lower left corner (ISO 32000-1 §9.4). */
  #writeGlyphs(text: string, sizePt: number, xMm: number, baselineMm: number): void {
    const { scaleFactor, pageSize } = this.#doc.internal;
    let glyphs = '';
    for (const letter of text) glyphs += this.#glyphOf(letter);
    const x = (xMm * scaleFactor).toFixed(2);
    const y = ((pageSize.getHeight() - baselineMm) * scaleFactor).toFixed(2);
    this.#inside.internal.write(
      `BT /${this.#font.id} ${String(sizePt)} Tf 0 g ${x} ${y} Td <${glyphs}> Tj ET`,
    );
  }

  #glyphOf(letter: string): string {
    let glyph = this.#glyphs.get(letter);
    if (glyph === undefined) {
      glyph = this.#inside.pdfEscape16(letter, this.#font);
      this.#glyphs.set(letter, glyph);
    }
    return glyph;
  }
}
