import { type CalendarDate, formatCalendarDate } from '#domain/base/calendar-date.ts';
import { calendarDateOf } from '#domain/base/instant.ts';
import { fullName } from '#domain/party/person-name.ts';
import type { EntrySubject, RegisterEntry } from '#domain/register/register-entry.ts';

/** Surname, given name and patronymic of a person; an authority has the name it goes by. */
export function fullNameOfSubject(subject: EntrySubject): string {
  return subject.kind === 'authority' ? subject.commonName : fullName(subject);
}

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
