import { type CalendarDate, datePartsOf, formatCalendarDate, weekdayOf } from '#domain/base/calendar-date.ts';
import { type Instant, almatyClockOf, calendarDateOf } from '#domain/base/instant.ts';
import { words } from './language.svelte.ts';

/** Dates, times and numbers as each language writes them; ours, since Chromium knows no Kazakh. All times are Almaty's. */
export function dateOf(at: Instant | CalendarDate): string {
  return formatCalendarDate(at.length > 10 ? calendarDateOf(at as Instant) : (at as CalendarDate));
}

export function dateTimeOf(at: Instant): string {
  const { date, time } = almatyClockOf(at);
  return `${formatCalendarDate(date)} ${time.slice(0, 5)}`;
}

export function dateTimeSecondsOf(at: Instant): string {
  const { date, time } = almatyClockOf(at);
  return `${formatCalendarDate(date)} ${time}`;
}

/** «23 қараша 2026», «23 ноября 2026», “23 November 2026”. */
export function longDateOf(at: Instant | CalendarDate): string {
  const date = at.length > 10 ? calendarDateOf(at as Instant) : (at as CalendarDate);
  const { year, month, day } = datePartsOf(date);
  return `${String(day)} ${words.t.calendar.monthsOfDate[month - 1] ?? ''} ${String(year)}`;
}

export function weekdayName(date: CalendarDate): string {
  return words.t.calendar.weekdays[weekdayOf(date) - 1] ?? '';
}

/** Groups of three with a narrow no-break space. */
export function numberOf(value: number): string {
  return String(value).replace(/\B(?=(?:\d{3})+$)/g, '\u202f');
}

/** Serial numbers and fingerprints, in groups of four. */
export function groupsOfFour(hex: string): string {
  return hex.replace(/(.{4})(?=.)/g, '$1 ');
}

export function octetsOf(octets: number): string {
  if (octets < 1024) return `${numberOf(octets)} ${words.t.units.octets}`;
  if (octets < 1024 * 1024) return `${numberOf(Math.round(octets / 1024))} ${words.t.units.kib}`;
  const tenths = Math.round((octets * 10) / (1024 * 1024));
  const mark = words.language === 'en' ? '.' : ',';
  return `${numberOf(Math.floor(tenths / 10))}${mark}${String(tenths % 10)} ${words.t.units.mib}`;
}
