import { type CalendarDate, formatCalendarDate } from '#domain/base/calendar-date.ts';
import { type Instant, almatyClockOf, calendarDateOf } from '#domain/base/instant.ts';

/**
 * Dates, times and numbers as all three languages write them; ours, since Chromium knows no Kazakh. All times are Almaty's.
 * What a language has words for stands in `format-in-words.ts`: the catalogues themselves use what is here.
 */
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

/** Groups of three with a narrow no-break space. */
export function numberOf(value: number): string {
  return String(value).replace(/\B(?=(?:\d{3})+$)/g, '\u202f');
}

/** Serial numbers and fingerprints, in groups of four. */
export function groupsOfFour(hex: string): string {
  return hex.replace(/(.{4})(?=.)/g, '$1 ');
}

/** Units of a language, and what stands before its decimals. */
export interface OctetUnits {
  readonly octets: string;
  readonly kib: string;
  readonly mib: string;
  readonly decimalMark: string;
}

/** A number of octets in the largest unit that it fills. */
export function octetsIn({ octets: unit, kib, mib, decimalMark }: OctetUnits, octets: number): string {
  if (octets < 1024) return `${numberOf(octets)} ${unit}`;
  if (octets < 1024 * 1024) return `${numberOf(Math.round(octets / 1024))} ${kib}`;
  const tenths = Math.round((octets * 10) / (1024 * 1024));
  return `${numberOf(Math.floor(tenths / 10))}${decimalMark}${String(tenths % 10)} ${mib}`;
}

/** Of what a stranger's file may have any number of: so many as a sentence can name, and how many more there are. */
export function firstFew(all: readonly string[]): {
  readonly shown: readonly string[];
  readonly more: number;
} {
  const most = 8;
  return {
    shown: all.slice(0, most).map((each) => each.slice(0, 120)),
    more: Math.max(0, all.length - most),
  };
}
