/** Days and moments as Kazakh papers write them. The names of the months are ours: Chromium has no Kazakh locale data. */
import type { CalendarDate } from '#domain/base/calendar-date.ts';
import { formatCalendarDate } from '#domain/base/calendar-date.ts';
import { almatyClockOf, almatyOffsetSeconds, type Instant } from '#domain/base/instant.ts';

const months = [
  'қаңтар',
  'ақпан',
  'наурыз',
  'сәуір',
  'мамыр',
  'маусым',
  'шілде',
  'тамыз',
  'қыркүйек',
  'қазан',
  'қараша',
  'желтоқсан',
] as const;

export function kazakhMonth(date: CalendarDate): string {
  return months[Number(date.slice(5, 7)) - 1] ?? '';
}

/** `15.07.2026 10:00:00 (UTC+5)`: the office's clock, and how it stands to that of the certificate. */
export function kazakhMoment(instant: Instant): string {
  const { date, time } = almatyClockOf(instant);
  return `${formatCalendarDate(date)} ${time} (UTC+${String(almatyOffsetSeconds(instant) / 3600)})`;
}
