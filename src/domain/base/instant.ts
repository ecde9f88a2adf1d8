/**
 * A moment in whole seconds of UTC, `2026-01-31T23:59:59Z`, years 1950 to 9999: what UTCTime and GeneralizedTime of a
 * certificate can hold (RFC 5280, 4.1.2.5). Its text sorts as time does. Nothing here reads the machine's clock or
 * zone: the office's days are those of Asia/Almaty by the table below.
 */
import { addDays, type CalendarDate, calendarDate } from './calendar-date.ts';

declare const instantBrand: unique symbol;
export type Instant = string & { readonly [instantBrand]: true };

const earliest = Date.UTC(1950, 0, 1) / 1000;
const latest = Date.UTC(9999, 11, 31, 23, 59, 59) / 1000;

/** `2026-01-31T23:59:59Z` and nothing else; null for 24:00, a leap second, fractions, offsets, a day that is none. */
export function parseInstant(text: string): Instant | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})Z$/.exec(text);
  if (match === null) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match.slice(1).map(Number);
  if (hour > 23 || minute > 59 || second > 59) return null;
  if (year < 1950 || calendarDate(year, month, day) === null) return null;
  return text as Instant;
}

/** Throws RangeError for a fraction and outside the years 1950 to 9999. */
export function instantFromEpochSeconds(seconds: number): Instant {
  if (!Number.isInteger(seconds) || seconds < earliest || seconds > latest) {
    throw new RangeError(`no instant: ${String(seconds)} s`);
  }
  return (new Date(seconds * 1000).toISOString().slice(0, 19) + 'Z') as Instant;
}

/** Seconds since 1 January 1970, 00:00 UTC. */
export function epochSeconds(instant: Instant): number {
  return Date.UTC(...fieldsOf(instant)) / 1000;
}

export function addSeconds(instant: Instant, seconds: number): Instant {
  return instantFromEpochSeconds(epochSeconds(instant) + seconds);
}

/** The same UTC time `years` later; 29 February becomes 28 February where the year has none, so no term is a day long. */
export function addYears(instant: Instant, years: number): Instant {
  const [year, month, day, hour, minute, second] = fieldsOf(instant);
  const sameDay = calendarDate(year + years, month + 1, day);
  return instantFromEpochSeconds(
    Date.UTC(year + years, month, sameDay === null ? day - 1 : day, hour, minute, second) / 1000,
  );
}

export function compareInstants(a: Instant, b: Instant): -1 | 0 | 1 {
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * Asia/Almaty went from UTC+6 to UTC+5 when 1 March 2024 began there (Government resolution of 19.01.2024 No. 20): its
 * 29 February has 25 hours. Clocks before October 2004 had summer time; that is out of scope, UTC+6 stands for it all.
 */
const changeOfOffset = Date.UTC(2024, 1, 29, 18, 0, 0) / 1000;
const hour = 3600;

/** Offset of Asia/Almaty from UTC at that moment, in seconds. */
export function almatyOffsetSeconds(instant: Instant): number {
  return (epochSeconds(instant) < changeOfOffset ? 6 : 5) * hour;
}

/** The day in Asia/Almaty. */
export function calendarDateOf(instant: Instant): CalendarDate {
  return almatyClockOf(instant).date;
}

/** What the clock on the office's wall shows: the day and `14:05:09`. */
export function almatyClockOf(instant: Instant): { readonly date: CalendarDate; readonly time: string } {
  const text = new Date((epochSeconds(instant) + almatyOffsetSeconds(instant)) * 1000).toISOString();
  return { date: text.slice(0, 10) as CalendarDate, time: text.slice(11, 19) };
}

/** The first second of the day in Asia/Almaty. */
export function startOfDay(date: CalendarDate): Instant {
  const midnight =
    Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1, Number(date.slice(8, 10))) / 1000;
  return instantFromEpochSeconds(midnight - (date < '2024-03-01' ? 6 : 5) * hour);
}

/** The last second of the day in Asia/Almaty: a period runs to its end. */
export function endOfDay(date: CalendarDate): Instant {
  return addSeconds(startOfDay(addDays(date, 1)), -1);
}

/** Year, month from 0, day, hour, minute, second: as Date.UTC takes them. */
function fieldsOf(instant: Instant): [number, number, number, number, number, number] {
  const at = (from: number, to: number) => Number(instant.slice(from, to));
  return [at(0, 4), at(5, 7) - 1, at(8, 10), at(11, 13), at(14, 16), at(17, 19)];
}

export function latestOf(one: Instant, other: Instant): Instant {
  return compareInstants(one, other) < 0 ? other : one;
}
