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
  /** Running number of the act's own record: which of two in one second was first. */
  readonly order: string;
  readonly columns: Columns;
}

export interface JournalRow<Columns> extends Omit<JournalEvent<Columns>, 'order'> {
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
  const acts = [...events].sort(
    (a, b) => compareInstants(a.at, b.at) || (a.order < b.order ? -1 : a.order > b.order ? 1 : 0),
  );
  const waiting = [...corrections].sort((a, b) => compareInstants(a.at, b.at));
  const rows: JournalRow<Columns>[] = [];
  const places = new Map<string, number>();
  /** Corrections up to that moment; of two in one second the one comes first that the other corrects. */
  const placeCorrections = (until?: Instant) => {
    const isDue = ({ at, corrects }: JournalCorrection) =>
      places.has(corrects) && (until === undefined || compareInstants(at, until) < 0);
    for (let next = waiting.findIndex(isDue); next >= 0; next = waiting.findIndex(isDue)) {
      const [correction] = waiting.splice(next, 1);
      const place = correction === undefined ? undefined : places.get(correction.corrects);
      const row = place === undefined ? undefined : rows[place];
      if (correction === undefined || place === undefined || row === undefined) return;
      const number = rows.length + 1;
      rows[place] = { ...row, correctedBy: number };
      places.set(correction.id, rows.length);
      const { id: key, at } = correction;
      rows.push({
        key,
        at,
        columns: correct(row.columns, correction),
        number,
        corrects: row.number,
        correction,
      });
    }
  };
  for (const { key, at, columns } of acts) {
    placeCorrections(at);
    places.set(key, rows.length);
    rows.push({ key, at, columns, number: rows.length + 1 });
  }
  placeCorrections();
  return rows;
}
