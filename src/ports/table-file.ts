import type { Result } from '#domain/base/result.ts';

/** A column that a table is asked for, with every name it may have in the header: Kazakh, Russian, English. */
export interface TableColumnSpec {
  readonly key: string;
  /** Compared without regard to case, blanks, «ё» and look-alike letters. */
  readonly names: readonly string[];
  readonly required?: boolean;
}

export interface TableSpec {
  readonly columns: readonly TableColumnSpec[];
  readonly maxBytes: number;
  readonly maxRows: number;
}

export interface TableRow {
  /** Line of the file on which the row begins, from 1; the header is on the first. */
  readonly line: number;
  /** Cells by the key of their column, trimmed; an absent or empty cell is a missing key. */
  readonly cells: Readonly<Record<string, string>>;
  /** The row has not as many cells as the header: nothing can be said of what stands where. */
  readonly wrongCellCount?: { readonly expected: number; readonly seen: number };
  /** Line of an earlier row with the same cells. */
  readonly sameAsLine?: number;
}

export type TableEncoding = 'UTF-8' | 'UTF-16LE' | 'UTF-16BE' | 'windows-1251';

export interface TableRead {
  readonly encoding: TableEncoding;
  readonly delimiter: ';' | ',' | '\t';
  readonly rows: readonly TableRow[];
  /** Headings that no column is known by: shown, and not read. */
  readonly unknownHeadings: readonly string[];
}

export type TableRefusal =
  | { readonly type: 'TableTooLarge'; readonly maxBytes: number; readonly seenBytes: number }
  | { readonly type: 'TableEmpty' }
  | { readonly type: 'TableNotText' }
  | { readonly type: 'TooManyRows'; readonly max: number; readonly seen: number }
  /** Keys of the required columns that the header lacks. */
  | { readonly type: 'ColumnsMissing'; readonly keys: readonly string[] }
  | { readonly type: 'ColumnTwice'; readonly key: string; readonly headings: readonly string[] }
  | { readonly type: 'QuoteNotClosed'; readonly line: number };

/** Tables as spreadsheet programs exchange them (CSV). */
export interface TableFile {
  read(file: Uint8Array, spec: TableSpec): Result<TableRead, TableRefusal>;
  /** RFC 4180 with a byte order mark; no cell can be taken for a formula. */
  write(headings: readonly string[], rows: readonly (readonly string[])[]): Uint8Array;
}
