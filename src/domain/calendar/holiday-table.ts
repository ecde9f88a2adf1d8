/**
 * What is announced year by year and so is the office's to edit: the first day of Kurban Ait, and the days off that
 * the Government moves (Labour Code of 2015, article 85(3)). Each row names its source.
 */
import type { CalendarDate } from '#domain/base/calendar-date.ts';

export interface HolidayRow {
  readonly kind: 'kurban-ait' | 'moved-day';
  /** For `kurban-ait` the day itself; for `moved-day` the working day that becomes a day off. */
  readonly off: CalendarDate;
  /** For `moved-day`: the day off that is worked instead. */
  readonly working?: CalendarDate;
  readonly source: string;
  /** Reckoned ahead and not announced yet: the year still counts as one without an announced table. */
  readonly calculated?: boolean;
}

export type HolidayTable = readonly HolidayRow[];

/** Years of which it is known that the Government moved no day. */
const yearsWithoutMoves: readonly number[] = [2015, 2026];

/**
 * Whether the days moved in that year are known. Kurban Ait alone says nothing of them: others announce it, and earlier. Periods
 * that reach into a year of which they are not known are shown with a note.
 */
export function isYearAnnounced(year: number, table: HolidayTable): boolean {
  const isOfYear = (row: HolidayRow): boolean => Number(row.off.slice(0, 4)) === year;
  const isKnown = table.some((row) => row.calculated !== true && isOfYear(row));
  if (!isKnown) return false;
  return yearsWithoutMoves.includes(year) || table.some((row) => row.kind === 'moved-day' && isOfYear(row));
}
