/** Ruled tables with a header that comes again on every page. */
import type { FormBlock } from '#domain/form/content.ts';
import { captionSize, type Sheet } from './sheet.ts';

type Table = Extract<FormBlock, { type: 'table' }>;

const cellSize = 10.5;
const cellPitch = 4.6;
const padding = 1.4;

export function drawTable(sheet: Sheet, { columns, rows, emptyRows = 0, numbered }: Table): void {
  const shares = columns.reduce((sum, { share }) => sum + share, 0);
  const widths = columns.map(({ share }) => (share / shares) * sheet.width);
  const header = () => {
    sheet.face('bold', cellSize);
    drawRow(
      sheet,
      widths,
      columns.map(({ head }) => head),
      true,
    );
    if (numbered !== true) return;
    sheet.face('regular', captionSize);
    drawRow(
      sheet,
      widths,
      columns.map((_, i) => String(i + 1)),
      true,
    );
  };
  sheet.y += 2;
  sheet.need(24);
  header();
  sheet.face('regular', cellSize);
  for (const row of [...rows, ...Array.from({ length: emptyRows }, () => columns.map(() => ''))]) {
    if (sheet.need(heightOf(cellLines(sheet, widths, row)))) {
      header();
      sheet.face('regular', cellSize);
    }
    drawRow(sheet, widths, row, false);
  }
  sheet.y += 2;
}

function cellLines(sheet: Sheet, widths: readonly number[], row: readonly string[]): string[][] {
  return widths.map((width, i) => sheet.wrap(row[i] ?? '', width - padding * 2));
}

/** A row with an empty cell is high enough for handwriting. */
function heightOf(cells: readonly (readonly string[])[]): number {
  const lines = Math.max(...cells.map(({ length }) => length));
  const empty = cells.some((cell) => cell.join('') === '');
  return Math.max(lines * cellPitch + padding * 2 - 0.6, empty ? 8 : 0);
}

function drawRow(sheet: Sheet, widths: readonly number[], row: readonly string[], centred: boolean): void {
  const cells = cellLines(sheet, widths, row);
  const height = heightOf(cells);
  let x = sheet.left;
  sheet.doc.setLineWidth(0.2);
  for (const [i, width] of widths.entries()) {
    sheet.doc.rect(x, sheet.y, width, height);
    for (const [n, line] of (cells[i] ?? []).entries()) {
      const baseline = sheet.y + padding + n * cellPitch + 3.3;
      if (centred) sheet.writeCentred(line, x + width / 2, baseline);
      else sheet.write(line, x + padding, baseline);
    }
    x += width;
  }
  sheet.y += height;
}
