/**
 * Rows of the journals of issue (G-9) and of revocation (G-14). A journal is a view over the acts: its rows are derived,
 * nothing is typed into it. A correction is a line of its own, at its own place in time, that names the line it puts right;
 * the older line stays as it was.
 */
import type { Registered } from '#domain/audit/registered.ts';
import { type Instant, compareInstants } from '#domain/base/instant.ts';

export type JournalName = 'G-F3' | 'G-F5';

/** Columns that a correction may give anew: those that people wrote. Numbers and days of the acts themselves stay. */
export const correctable = {
  'G-F3': ['bodyName', 'letter', 'ownerName', 'carrierSerialNumber', 'blankNumbers'],
  'G-F5': ['bodyName', 'ownerName', 'ground'],
} as const satisfies Record<JournalName, readonly string[]>;

export type CorrectableColumn = (typeof correctable)[JournalName][number];

export interface JournalCorrection extends Registered {
  readonly journal: JournalName;
  /** `key` of the row that it puts right: of an act, or of an earlier correction. */
  readonly corrects: string;
  readonly columns: Partial<Readonly<Record<CorrectableColumn, string>>>;
  /** Why, in the officer's words. */
  readonly reason: string;
  readonly at: Instant;
  readonly officer: string;
}

/** A row before it has a number. */
export interface JournalEvent<Columns> {
  /** Lasting name of the row: the serial number, the case's id, the correction's id. */
  readonly key: string;
  readonly at: Instant;
  readonly columns: Columns;
}

export interface JournalRow<Columns> extends JournalEvent<Columns> {
  /** Running number of the journal, from 1. It never changes: what comes later stands below. */
  readonly number: number;
  /** Number of the row that this one puts right. */
  readonly corrects?: number;
  /** Number of the row that puts this one right. */
  readonly correctedBy?: number;
  readonly correction?: JournalCorrection;
}

/** Puts acts and corrections in the order of time and numbers them. A correction of a row that is not there is left out. */
export function numberRows<Columns>(
  events: readonly JournalEvent<Columns>[],
  corrections: readonly JournalCorrection[],
  correct: (columns: Columns, correction: JournalCorrection) => Columns,
): readonly JournalRow<Columns>[] {
  const timed = [
    ...events.map((event) => ({ at: event.at, key: event.key, event })),
    ...corrections.map((correction) => ({ at: correction.at, key: correction.id, correction })),
  ].sort((a, b) => compareInstants(a.at, b.at) || order(a) - order(b) || (a.key < b.key ? -1 : 1));
  const rows: JournalRow<Columns>[] = [];
  const places = new Map<string, number>();
  for (const each of timed) {
    if ('event' in each) {
      places.set(each.key, rows.length);
      rows.push({ ...each.event, number: rows.length + 1 });
      continue;
    }
    const { correction } = each;
    const place = places.get(correction.corrects);
    const row = place === undefined ? undefined : rows[place];
    if (place === undefined || row === undefined) continue;
    const number = rows.length + 1;
    rows[place] = { ...row, correctedBy: number };
    places.set(each.key, rows.length);
    rows.push({
      key: each.key,
      at: each.at,
      columns: correct(row.columns, correction),
      number,
      corrects: row.number,
      correction,
    });
  }
  return rows;
}

/** An act and its correction in one second: the act came first. */
function order(each: object): number {
  return 'event' in each ? 0 : 1;
}
