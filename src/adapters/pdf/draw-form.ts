/**
 * A form as PDF on A4, tagged and in Kazakh. The text can be searched and copied, the fonts are inside, nothing in it runs, and the same content
 * gives the same bytes: its date and id come from the record. Needs no DOM: it runs in a worker and in Node.
 */
import { err, ok, type Result } from '#domain/base/result.ts';
import type { FormContent } from '#domain/form/content.ts';
import type { PrintProgress, PrintRefusal } from '#ports/printer.ts';
import { drawBlock } from './draw-block.ts';
import { lettersOfFont } from './font-letters.ts';
import { printedTexts } from './printed-text.ts';
import { type PaperFonts, Sheet } from './sheet.ts';

export function drawForm(
  content: FormContent,
  fonts: PaperFonts,
  progress?: PrintProgress,
): Result<Uint8Array, PrintRefusal> {
  return drawForms([content], fonts, progress);
}

/**
 * Many papers as one file, each with its own page numbers; dated by the first. Nothing is drawn when one of them has a letter
 * that the font lacks: the refusal says which one. Throws when there is no paper.
 */
export function drawForms(
  contents: readonly FormContent[],
  fonts: PaperFonts,
  progress?: PrintProgress,
): Result<Uint8Array, PrintRefusal> {
  const papers = contents.map(inComposedLetters);
  const [first] = papers;
  if (first === undefined) throw new Error('no paper to draw');
  for (const [i, paper] of papers.entries()) {
    const refusal = missingLetter(paper, fonts);
    if (refusal !== null) return err(papers.length === 1 ? refusal : { ...refusal, paper: i + 1 });
  }

  const sheet = new Sheet(first, fonts, papers.length === 1 ? progress : undefined);
  const { doc } = sheet;
  doc.setProperties({ title: first.title, creator: 'Tirkelim' });
  doc.setLanguage('kk');
  doc.setCreationDate(pdfDate(first.facts.recordedAt));
  doc.setFileId(fileId(papers));
  for (const [i, paper] of papers.entries()) {
    if (i > 0) sheet.nextPaper(paper);
    sheet.tree.group('Sect', () => {
      for (const [n, block] of paper.blocks.entries()) drawBlock(sheet, block, paper.blocks.slice(n + 1));
    });
    sheet.numberPages();
    if (papers.length > 1) progress?.(i + 1, papers.length);
  }
  return ok(new Uint8Array(doc.output('arraybuffer')));
}

/** NFC throughout: a letter and its mark apart would be drawn as two. */
function inComposedLetters(content: FormContent): FormContent {
  return JSON.parse(JSON.stringify(content).normalize('NFC')) as FormContent;
}

/** The first letter that one of the faces lacks; line breaks are no letters. */
function missingLetter(content: FormContent, fonts: PaperFonts): PrintRefusal | null {
  const faces = [fonts.regular, fonts.bold, fonts.italic].map(lettersOfFont);
  for (const { text, field } of printedTexts(content)) {
    for (const letter of text) {
      const codePoint = letter.codePointAt(0) ?? 0;
      if (letter !== '\n' && !faces.every((letters) => letters.has(codePoint))) {
        return { type: 'LetterNotInFont', letter, codePoint, field };
      }
    }
  }
  return null;
}

/** As text: given a Date, jsPDF would write the machine's own zone. */
function pdfDate(instant: string): string {
  return `D:${instant.replace(/[-T:Z]/g, '')}+00'00'`;
}

/** 128 bits of FNV-1a over the papers (four runs with their own seeds): an id of the file and no proof of anything. */
function fileId(papers: readonly FormContent[]): string {
  const text = JSON.stringify(papers);
  return [0x811c9dc5, 0x01000193, 0x9e3779b9, 0x85ebca6b]
    .map((seed) => {
      let hash = seed;
      for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
      return (hash >>> 0).toString(16).padStart(8, '0');
    })
    .join('')
    .toUpperCase();
}
