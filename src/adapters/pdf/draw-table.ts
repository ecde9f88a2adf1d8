/** Ruled tables with a header that comes again on every page. */
import type { FormBlock } from '#domain/form/content.ts';
import { captionSize, type Sheet } from './sheet.ts';

type Table = Extract<FormBlock, { type: 'table' }>;
/** Of each cell, its lines. */
type Row = readonly (readonly string[])[];

const padding = 1.4;
/** Header and one row. */
export const leastTable = 24;
const totalsHeight = 6;
/** Rows from one word about the progress to the next. */
const progressStep = 250;

const types = {
  usual: { size: 10.5, pitch: 4.6 },
  dense: { size: 9, pitch: 3.9 },
} as const;

/** With more rows a table is one running paragraph to a reader program: an element for each cell would outgrow the paper. */
const mostTaggedRows = 500;

export function drawTable(sheet: Sheet, table: Table): void {
  sheet.y += 2;
  sheet.need(leastTable);
  if (table.rows.length > mostTaggedRows) {
    sheet.tree.mark('P', () => {
      drawGrid(sheet, table, false);
    });
  } else {
    sheet.tree.group('Table', () => {
      drawGrid(sheet, table, true);
    });
  }
  sheet.y += 2;
}

function drawGrid(sheet: Sheet, table: Table, isTagged: boolean): void {
  const grid = new Grid(sheet, table, isTagged);
  const { rows, columns, emptyRows = 0 } = table;
  const empty = Array.from({ length: emptyRows }, () => columns.map(() => ''));
  for (const [i, row] of [...rows, ...empty].entries()) {
    grid.add(row);
    const isTold = i % progressStep === progressStep - 1 || i === rows.length - 1;
    if (isTold && rows.length >= progressStep) sheet.progress?.(i + 1, rows.length);
  }
  grid.close();
}

/** The rows on one page have their vertical lines in one stroke: a journal has ten thousand of them. */
class Grid {
  readonly #sheet: Sheet;
  readonly #table: Table;
  readonly #edges: readonly number[];
  readonly #type: { readonly size: number; readonly pitch: number };
  readonly #isTagged: boolean;
  #isHeadTold = false;
  #top = 0;
  #onPage = 0;
  #count = 0;

  constructor(sheet: Sheet, table: Table, isTagged: boolean) {
    this.#isTagged = isTagged;
    this.#sheet = sheet;
    this.#table = table;
    this.#type = types[table.dense === true ? 'dense' : 'usual'];
    const shares = table.columns.reduce((sum, { share }) => sum + share, 0);
    let x = sheet.left;
    this.#edges = [x, ...table.columns.map(({ share }) => (x += (share / shares) * sheet.width))];
    this.#begin();
  }

  add(row: readonly string[]): void {
    const sheet = this.#sheet;
    let rest: Row = this.#wrapped(row);
    const totals = this.#table.totals === undefined ? 0 : totalsHeight;
    let height = this.#heightOf(rest);
    if (!sheet.hasRoom(height + totals) && this.#onPage > 0) this.#nextPage();
    // A row higher than a page goes on over the pages that it needs.
    while (!sheet.hasRoom(height + totals)) {
      const fits = Math.max(1, Math.floor((sheet.foot - totals - sheet.y - padding * 2) / this.#type.pitch));
      this.#draw(
        rest.map((lines) => lines.slice(0, fits)),
        false,
      );
      rest = rest.map((lines) => lines.slice(fits));
      height = this.#heightOf(rest);
      this.#nextPage();
    }
    this.#draw(rest, false);
    this.#onPage += 1;
    this.#count += 1;
  }

  close(): void {
    const sheet = this.#sheet;
    sheet.doc.setLineWidth(0.2);
    for (const x of this.#edges) sheet.doc.line(x, this.#top, x, sheet.y);
    const { totals } = this.#table;
    if (totals === undefined) return;
    sheet.face('regular', this.#type.size);
    const counts = `${totals.page}: ${String(this.#onPage)}.  ${totals.all}: ${String(this.#count)}.`;
    const text = `${totals.beyond}. ${counts}`;
    sheet.tree.artifact(() => {
      sheet.write(text, sheet.right - sheet.widthOf(text), sheet.y + 4.4);
    });
    sheet.y += totalsHeight;
  }

  #nextPage(): void {
    this.close();
    this.#sheet.newPage();
    this.#begin();
  }

  #begin(): void {
    const { columns, numbered } = this.#table;
    const sheet = this.#sheet;
    this.#top = sheet.y;
    this.#onPage = 0;
    sheet.doc.setLineWidth(0.2);
    sheet.doc.line(sheet.left, sheet.y, sheet.right, sheet.y);
    const head = () => {
      sheet.face('bold', this.#type.size);
      this.#draw(this.#wrapped(columns.map(({ head: text }) => text)), true);
      sheet.face('regular', captionSize);
      if (numbered === true) this.#draw(this.#wrapped(columns.map((_, i) => String(i + 1))), true);
      sheet.face('regular', this.#type.size);
    };
    // Told once: on further pages it comes again for the eye.
    if (this.#isHeadTold) sheet.tree.artifact(head);
    else head();
    this.#isHeadTold = true;
  }

  #wrapped(row: readonly string[]): Row {
    return this.#table.columns.map((_, i) => this.#sheet.wrap(row[i] ?? '', this.#widthOf(i) - padding * 2));
  }

  #widthOf(column: number): number {
    return (this.#edges[column + 1] ?? 0) - (this.#edges[column] ?? 0);
  }

  /** A row with an empty cell is high enough for handwriting. */
  #heightOf(row: Row): number {
    const lines = Math.max(...row.map(({ length }) => length));
    const empty = row.some((cell) => cell.join('') === '');
    return Math.max(lines * this.#type.pitch + padding * 2 - 0.6, empty ? 8 : 0);
  }

  #draw(row: Row, centred: boolean): void {
    const { tree } = this.#sheet;
    const isHeadAgain = centred && this.#isHeadTold;
    if (this.#isTagged && !isHeadAgain) {
      tree.group('TR', () => {
        this.#drawCells(row, centred, (draw) => {
          tree.mark(centred ? 'TH' : 'TD', draw);
        });
      });
    } else {
      this.#drawCells(row, centred, (draw) => {
        draw();
      });
    }
    const sheet = this.#sheet;
    sheet.y += this.#heightOf(row);
    sheet.doc.line(sheet.left, sheet.y, sheet.right, sheet.y);
  }

  #drawCells(row: Row, centred: boolean, tagged: (draw: () => void) => void): void {
    const sheet = this.#sheet;
    for (const [i, lines] of row.entries()) {
      const from = this.#edges[i] ?? 0;
      tagged(() => {
        for (const [n, line] of lines.entries()) {
          const baseline = sheet.y + padding + n * this.#type.pitch + this.#type.size * 0.315;
          if (centred) sheet.writeCentred(line, from + this.#widthOf(i) / 2, baseline);
          else sheet.write(line, from + padding, baseline);
        }
      });
    }
  }
}
