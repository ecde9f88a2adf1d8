import { readFileSync } from 'node:fs';
import { sha256 } from '#adapters/digest/digest.ts';
import { drawForms } from '#adapters/pdf/draw-form.ts';
import type { FormsPrinter } from '#operations/archive/package-forms.ts';
import type { Desk } from '#ports/desk.ts';
import { papersOfLife } from '#ui/form/archive-papers.ts';
import type { PaperContext } from '#ui/form/paper-of.ts';

const load = (face: string) => new Uint8Array(readFileSync(`static/fonts/Tinos-${face}.ttf`));

/** Prints the forms of a package as the page does, without a browser. */
export async function formsPrinterOf(desk: Desk): Promise<FormsPrinter> {
  const fonts = { regular: load('Regular'), bold: load('Bold'), italic: load('Italic') };
  const snapshot = await desk.store.read();
  const atDesk = {
    station: await snapshot.get('station', 'station'),
    officers: await snapshot.list('officer'),
    office: { sha256 },
  } as unknown as PaperContext;
  return (lives) =>
    Promise.resolve(
      drawForms(
        lives.flatMap((life) => papersOfLife(atDesk, life)),
        fonts,
      ),
    );
}
