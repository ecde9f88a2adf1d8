import { type CalendarDate, formatCalendarDate } from '#domain/base/calendar-date.ts';
import { calendarDateOf } from '#domain/base/instant.ts';
import type { RegisterEntry } from '#domain/register/register-entry.ts';

/** First and last day of the certificate's term. */
export function termOfEntry({
  notBefore,
  notAfter,
}: Pick<RegisterEntry, 'notBefore' | 'notAfter'>): readonly [CalendarDate, CalendarDate] {
  return [calendarDateOf(notBefore), calendarDateOf(notAfter)];
}

/** `12-3/45, 03.11.2026`: number and day of the paper, in the way of the journals. */
export function numberAndDay(number: string, date: CalendarDate): string {
  return `${number}, ${formatCalendarDate(date)}`;
}
