/** Rows of a CSV file by the names of their columns. What the cells say is judged elsewhere. */
import Papa from 'papaparse';
import { err, ok, type Result } from '#domain/base/result.ts';
import { foldForSearch, tidyText } from '#domain/base/text.ts';
import type { TableRead, TableRefusal, TableRow, TableSpec } from '#ports/table-file.ts';
import { decodeText } from './decode-text.ts';
import { isFormula } from './formula.ts';

const delimiters = [';', ',', '\t'] as const;
type Delimiter = (typeof delimiters)[number];

export function readTable(file: Uint8Array, spec: TableSpec): Result<TableRead, TableRefusal> {
  if (file.length > spec.maxBytes) {
    return err({ type: 'TableTooLarge', maxBytes: spec.maxBytes, seenBytes: file.length });
  }
  const decoded = decodeText(file);
  if (decoded === null) return err({ type: 'TableNotText' });
  const text = decoded.text.replace(/^\ufeff/, '');
  const delimiter = delimiterOf(text);
  const records = recordsOf(text, delimiter);
  if (!records.ok) return records;
  const [header, ...body] = records.value;
  if (header === undefined) return err({ type: 'TableEmpty' });
  if (body.length > spec.maxRows) return err({ type: 'TooManyRows', max: spec.maxRows, seen: body.length });
  const columns = matchColumns(header.cells, spec);
  if (!columns.ok) return columns;
  const { keys, unknownHeadings } = columns.value;
  return ok({ encoding: decoded.encoding, delimiter, rows: rowsOf(body, keys), unknownHeadings });
}

interface RawRecord {
  readonly line: number;
  readonly cells: readonly string[];
}

/** The delimiter that occurs most in the first line, outside quotes. */
function delimiterOf(text: string): Delimiter {
  const counts = new Map<string, number>();
  let quoted = false;
  for (const letter of text.slice(0, 20_000)) {
    if (letter === '"') quoted = !quoted;
    if (!quoted && (letter === '\n' || letter === '\r') && counts.size > 0) break;
    if (!quoted) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  }
  const most = (best: Delimiter, next: Delimiter) =>
    (counts.get(next) ?? 0) > (counts.get(best) ?? 0) ? next : best;
  return delimiters.reduce(most);
}

/** Records with the line each begins on; lines with nothing in them are passed over. */
function recordsOf(text: string, delimiter: Delimiter): Result<readonly RawRecord[], TableRefusal> {
  const records: RawRecord[] = [];
  let line = 1;
  let cursor = 0;
  const brokenLines: number[] = [];
  Papa.parse<string[]>(text, {
    delimiter,
    step: ({ data, errors, meta }) => {
      if (errors.some(({ type }) => type === 'Quotes')) brokenLines.push(line);
      const cells = data.map((cell) => cell.trim());
      if (cells.some((cell) => cell !== '')) records.push({ line, cells });
      line += lineBreaks(text.slice(cursor, meta.cursor));
      cursor = meta.cursor;
    },
  });
  const [broken] = brokenLines;
  return broken === undefined ? ok(records) : err({ type: 'QuoteNotClosed', line: broken });
}

function lineBreaks(text: string): number {
  return text.match(/\r\n|\r|\n/g)?.length ?? 0;
}

function matchColumns(
  headings: readonly string[],
  spec: TableSpec,
): Result<
  { readonly keys: readonly (string | null)[]; readonly unknownHeadings: readonly string[] },
  TableRefusal
> {
  const keyByName = new Map(
    spec.columns.flatMap(({ key, names }) => names.map((name) => [foldHeading(name), key])),
  );
  const keys = headings.map((heading) => keyByName.get(foldHeading(heading)) ?? null);
  for (const key of new Set(keys)) {
    const same = headings.filter((_, i) => keys[i] === key);
    if (key !== null && same.length > 1) return err({ type: 'ColumnTwice', key, headings: same });
  }
  const missing = spec.columns.filter(({ key, required }) => required === true && !keys.includes(key));
  if (missing.length > 0) return err({ type: 'ColumnsMissing', keys: missing.map(({ key }) => key) });
  return ok({ keys, unknownHeadings: headings.filter((heading, i) => keys[i] === null && heading !== '') });
}

function foldHeading(heading: string): string {
  return foldForSearch(heading).replace(/[^\p{L}\p{N}]/gu, '');
}

function rowsOf(records: readonly RawRecord[], keys: readonly (string | null)[]): TableRow[] {
  const lineByContent = new Map<string, number>();
  return records.map(({ line, cells }) => {
    const content = JSON.stringify(cells);
    const sameAsLine = lineByContent.get(content);
    if (sameAsLine === undefined) lineByContent.set(content, line);
    // Spreadsheets leave empty cells at the end of a row away, or add some: that is no fault.
    const seen = cells.length - trailingBlanks(cells);
    const named = keys.flatMap((key, i) => {
      const cell = withoutGuard(tidyText(cells[i] ?? ''));
      return key === null || cell === '' ? [] : [[key, cell] as const];
    });
    return {
      line,
      cells: Object.fromEntries(named),
      ...(seen > keys.length ? { wrongCellCount: { expected: keys.length, seen } } : {}),
      ...(sameAsLine === undefined ? {} : { sameAsLine }),
    };
  });
}

function trailingBlanks(cells: readonly string[]): number {
  return [...cells].reverse().findIndex((cell) => cell !== '');
}

/** The apostrophe that `writeTable` puts before what could be taken for a formula. */
function withoutGuard(cell: string): string {
  return cell.startsWith("'") && isFormula(cell.slice(1)) ? cell.slice(1) : cell;
}
