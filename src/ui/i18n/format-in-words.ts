import { type CalendarDate, datePartsOf, weekdayOf } from '#domain/base/calendar-date.ts';
import { type Instant, calendarDateOf } from '#domain/base/instant.ts';
import { octetsIn } from './format.ts';
import { words } from './language.svelte.ts';

/** «23 қараша 2026», «23 ноября 2026», “23 November 2026”. */
export function longDateOf(at: Instant | CalendarDate): string {
  const date = at.length > 10 ? calendarDateOf(at as Instant) : (at as CalendarDate);
  const { year, month, day } = datePartsOf(date);
  return `${String(day)} ${words.t.calendar.monthsOfDate[month - 1] ?? ''} ${String(year)}`;
}

export function weekdayName(date: CalendarDate): string {
  return words.t.calendar.weekdays[weekdayOf(date) - 1] ?? '';
}

export function octetsOf(octets: number): string {
  return octetsIn(words.t.units, octets);
}
