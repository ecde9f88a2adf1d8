import { formatCalendarDate, parseTypedDate } from '#domain/base/calendar-date.ts';
import { type Instant, addSeconds, almatyClockOf, startOfDay } from '#domain/base/instant.ts';

/** The moment as a day and a time are typed, to the minute. */
export function clockNow(now: Instant): { readonly day: string; readonly time: string } {
  const { date, time } = almatyClockOf(now);
  return { day: formatCalendarDate(date), time: time.slice(0, 5) };
}

/** Null when the day is none, or the time is not `9:05` or `14:30`. */
export function typedMoment(day: string, time: string): Instant | null {
  const read = parseTypedDate(day);
  const [, hours = '', minutes = ''] = /^(\d{1,2}):(\d{2})$/u.exec(time.trim()) ?? [];
  const isTime = hours !== '' && Number(hours) < 24 && Number(minutes) < 60;
  if (!read.ok || !isTime) return null;
  return addSeconds(startOfDay(read.value.date), Number(hours) * 3600 + Number(minutes) * 60);
}

/** What is typed to the minute says nothing of the seconds: in the minute of `earliest` it is that very moment. */
export function notBefore(earliest: Instant | undefined, typed: Instant | null): Instant | null {
  if (earliest === undefined || typed === null) return typed;
  return typed < earliest && addSeconds(typed, 60) > earliest ? earliest : typed;
}
