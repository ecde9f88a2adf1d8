/**
 * Which days are worked in Kazakhstan: Monday to Friday, less public holidays and the days off moved because of them,
 * plus the days declared worked (Labour Code of 2015, articles 84(5) and 85(3)).
 */
import { addDays, calendarDate, type CalendarDate, weekdayOf } from '#domain/base/calendar-date.ts';
import { type HolidayId, holidaysOfYear } from './holiday.ts';
import type { HolidayTable } from './holiday-table.ts';

export type DayReason =
  | { readonly type: 'Weekday' }
  | { readonly type: 'DeclaredWorking'; readonly insteadOf: CalendarDate; readonly source: string }
  | { readonly type: 'Weekend' }
  | { readonly type: 'Holiday'; readonly holiday: HolidayId }
  /** The holiday fell on a day off, `from`, and is kept on this day. */
  | { readonly type: 'MovedHoliday'; readonly holiday: HolidayId; readonly from: CalendarDate }
  /** The Government moved a day off here; `working` is worked instead. */
  | { readonly type: 'MovedDayOff'; readonly working: CalendarDate; readonly source: string }
  | { readonly type: 'OrthodoxChristmas' }
  | { readonly type: 'KurbanAit'; readonly source: string };

export interface DayKind {
  readonly working: boolean;
  readonly reason: DayReason;
}

export function isWorkingDay(date: CalendarDate, table: HolidayTable): DayKind {
  return exceptionsOf(Number(date.slice(0, 4)), table).get(date) ?? usual(date);
}

function usual(date: CalendarDate): DayKind {
  return weekdayOf(date) <= 5
    ? { working: true, reason: { type: 'Weekday' } }
    : { working: false, reason: { type: 'Weekend' } };
}

type Exceptions = ReadonlyMap<CalendarDate, DayKind>;

/** Remembered for as long as the table lives: the deadline board asks for the same years again and again. */
const exceptionsByYear = new WeakMap<HolidayTable, Map<number, Exceptions>>();

function exceptionsOf(year: number, table: HolidayTable): Exceptions {
  const years = exceptionsByYear.get(table) ?? new Map<number, Exceptions>();
  exceptionsByYear.set(table, years);
  const known = years.get(year);
  if (known !== undefined) return known;
  const exceptions = reckonExceptions(year, table);
  years.set(year, exceptions);
  return exceptions;
}

/** The days of the year that differ from the plain week. No holiday of December moves past the year's end. */
function reckonExceptions(year: number, table: HolidayTable): Exceptions {
  const days = new Map<CalendarDate, DayKind>();
  const off = (date: CalendarDate, reason: DayReason) => days.set(date, { working: false, reason });
  const worked = (date: CalendarDate) => (days.get(date) ?? usual(date)).working;

  // These two are off and never move, whatever day they fall on (article 84(5)).
  const christmas = calendarDate(year, 1, 7);
  if (christmas !== null) off(christmas, { type: 'OrthodoxChristmas' });
  for (const row of table)
    if (row.kind === 'kurban-ait') off(row.off, { type: 'KurbanAit', source: row.source });

  const fixed = holidaysOfYear(year).flatMap(({ id, month, day }) => {
    const date = calendarDate(year, month, day);
    return date === null ? [] : [{ id, date, onDayOff: !worked(date) }];
  });
  for (const { id, date } of fixed) off(date, { type: 'Holiday', holiday: id });
  // All holidays stand before any of them moves: 7 May 2016, a Saturday, went to the 10th, since the 9th was taken.
  for (const { id, date, onDayOff } of fixed) {
    if (!onDayOff) continue;
    let day = addDays(date, 1);
    while (!worked(day)) day = addDays(day, 1);
    off(day, { type: 'MovedHoliday', holiday: id, from: date });
  }
  // Last, since the Government moves what stands after all this: 11 May 2020 was the 9th's, and was worked for the 8th.
  for (const row of table) {
    if (row.working === undefined) continue;
    const { working, source } = row;
    off(row.off, { type: 'MovedDayOff', working, source });
    days.set(working, { working: true, reason: { type: 'DeclaredWorking', insteadOf: row.off, source } });
  }
  return days;
}
