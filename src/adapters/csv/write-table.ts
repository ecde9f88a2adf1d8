import { isFormula } from './formula.ts';

/**
 * A table as CSV of RFC 4180 in UTF-8: commas, CRLF, quotes where needed, and a byte order mark, without which Excel takes
 * Kazakh for something else. A cell that a spreadsheet would run as a formula gets an apostrophe before it.
 */
export function writeTable(headings: readonly string[], rows: readonly (readonly string[])[]): Uint8Array {
  const lines = [headings, ...rows].map((cells) => cells.map(cellText).join(',') + '\r\n');
  return new TextEncoder().encode('\ufeff' + lines.join(''));
}

function cellText(cell: string): string {
  const guarded = isFormula(cell) ? `'${cell}` : cell;
  return /[",\r\n;]|^\s|\s$/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}
