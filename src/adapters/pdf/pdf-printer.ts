import type { Result } from '#domain/base/result.ts';
import type { FormContent } from '#domain/form/content.ts';
import type { Printer, PrintProgress, PrintRefusal } from '#ports/printer.ts';
import { drawForm } from './draw-form.ts';
import type { PaperFonts } from './sheet.ts';

/** Names of the faces in `static/fonts`, for whoever loads them. */
export const fontFiles = {
  regular: 'Tinos-Regular.ttf',
  bold: 'Tinos-Bold.ttf',
  italic: 'Tinos-Italic.ttf',
} as const;

/** Draws with jsPDF; the fonts are loaded at the first print and kept. */
export class PdfPrinter implements Printer {
  readonly #loadFont: (file: string) => Promise<Uint8Array>;
  #fonts: Promise<PaperFonts> | undefined;

  /** `loadFont` gives the octets of a file of `fontFiles`; a failure is thrown and tried again at the next print. */
  constructor(loadFont: (file: string) => Promise<Uint8Array>) {
    this.#loadFont = loadFont;
  }

  async print(content: FormContent, progress?: PrintProgress): Promise<Result<Uint8Array, PrintRefusal>> {
    this.#fonts ??= this.#load();
    try {
      return drawForm(content, await this.#fonts, progress);
    } catch (fault) {
      this.#fonts = undefined;
      throw fault;
    }
  }

  async #load(): Promise<PaperFonts> {
    const load = this.#loadFont;
    const [regular, bold, italic] = await Promise.all([
      load(fontFiles.regular),
      load(fontFiles.bold),
      load(fontFiles.italic),
    ]);
    return { regular, bold, italic };
  }
}
