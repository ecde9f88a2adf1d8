/**
 * A day of the office's calendar, `2026-01-31`, in the proleptic Gregorian calendar, years 1800 to 9999 (an IIN may
 * name the 19th century). It has no time and no zone; `instant.ts` says when a day begins in Asia/Almaty.
 */
import { err, ok, type Result } from './result.ts';

declare const calendarDateBrand: unique symbol;
export type CalendarDate = string & { readonly [calendarDateBrand]: true };

export interface DateParts {
  readonly year: number;
  /** 1 to 12 */
  readonly month: number;
  /** 1 to 31 */
  readonly day: number;
}

/** ISO 8601 `2026-01-31` and nothing else; null for another shape or a day that does not exist. */
export function parseCalendarDate(text: string): CalendarDate | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (match === null) return null;
  return calendarDate(Number(match[1]), Number(match[2]), Number(match[3]));
}

export type TypedDateRefusal =
  | { readonly type: 'NotADate'; readonly seen: string }
  | { readonly type: 'AmbiguousDate'; readonly seen: string }
  | { readonly type: 'NoSuchDay'; readonly day: number; readonly month: number; readonly year: number };

export interface TypedDate {
  readonly date: CalendarDate;
  /** The date as дд.мм.жжжж when that is not what was typed: to be put back into the field, so that it is seen. */
  readonly normalisedText?: string;
}

/**
 * A date as typed: `31.01.2026`; `31.1.2026` and `2026-01-31` are taken and shown as `31.01.2026`. Dates with a
 * slash, with a year of two digits or with the year first and unpadded can be read in two ways and are refused.
 */
export function parseTypedDate(text: string): Result<TypedDate, TypedDateRefusal> {
  const typed = text.trim();
  const seen = typed.slice(0, 40);
  const match = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(typed);
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(typed);
  if (match === null && iso === null) {
    return err({
      type: /^\d{1,4}[-./ ]\d{1,2}[-./ ]\d{1,4}$/.test(typed) ? 'AmbiguousDate' : 'NotADate',
      seen,
    });
  }
  const [year, month, day] = (match === null ? iso?.slice(1) : match.slice(1).reverse())?.map(Number) ?? [];
  if (year === undefined || month === undefined || day === undefined) return err({ type: 'NotADate', seen });
  const date = calendarDate(year, month, day);
  if (date === null) return err({ type: 'NoSuchDay', day, month, year });
  const normalisedText = formatCalendarDate(date);
  return ok(normalisedText === text ? { date } : { date, normalisedText });
}

/** The day, or null when there is no such day or its year is not 1800 to 9999. */
export function calendarDate(year: number, month: number, day: number): CalendarDate | null {
  if (![year, month, day].every(Number.isInteger) || year < 1800 || year > 9999) return null;
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
  return `${String(year)}-${two(month)}-${two(day)}` as CalendarDate;
}

export function datePartsOf(date: CalendarDate): DateParts {
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) };
}

/** дд.мм.жжжж, as the office writes it: `31.01.2026`. */
export function formatCalendarDate(date: CalendarDate): string {
  return `${date.slice(8, 10)}.${date.slice(5, 7)}.${date.slice(0, 4)}`;
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

export function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/** Throws RangeError when the result is outside the years 1800 to 9999. */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  return fromDayNumber(dayNumber(date) + days);
}

/** The same day `months` later, or the month's last day when it has no such day (31 January + 1 = 28 February). */
export function addMonths(date: CalendarDate, months: number): CalendarDate {
  const { year, month, day } = datePartsOf(date);
  const count = year * 12 + month - 1 + months;
  const toYear = Math.floor(count / 12);
  const toMonth = (count % 12) + 1;
  return existing(toYear, toMonth, Math.min(day, daysInMonth(toYear, toMonth)));
}

/** The same day `years` later; 29 February becomes 28 February where the year has none. */
export function addCalendarYears(date: CalendarDate, years: number): CalendarDate {
  return addMonths(date, years * 12);
}

/** Days from `from` to `to`: 1 from today to tomorrow, negative when `to` is earlier. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** 1 Monday to 7 Sunday (ISO 8601). */
export function weekdayOf(date: CalendarDate): number {
  // 1 January 1970, day 0, was a Thursday.
  return ((((dayNumber(date) + 3) % 7) + 7) % 7) + 1;
}

export function compareCalendarDates(a: CalendarDate, b: CalendarDate): -1 | 0 | 1 {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Days since 1 January 1970. */
function dayNumber(date: CalendarDate): number {
  const { year, month, day } = datePartsOf(date);
  return Date.UTC(year, month - 1, day) / 86_400_000;
}

function fromDayNumber(days: number): CalendarDate {
  const at = new Date(days * 86_400_000);
  return existing(at.getUTCFullYear(), at.getUTCMonth() + 1, at.getUTCDate());
}

function existing(year: number, month: number, day: number): CalendarDate {
  const date = calendarDate(year, month, day);
  if (date === null) throw new RangeError(`no such day: ${String(year)}-${String(month)}-${String(day)}`);
  return date;
}

function two(n: number): string {
  return String(n).padStart(2, '0');
}
