import { type CalendarDate, compareCalendarDates } from '#domain/base/calendar-date.ts';
import type { HolidayTable } from '#domain/calendar/holiday-table.ts';
import { workingDaysLeft } from '#domain/calendar/period.ts';
import { words } from '#ui/i18n/language.svelte.ts';

/** How it stands with a deadline, in words: late is late without colour too. */
export function dueText(today: CalendarDate, dueOn: CalendarDate, table: HolidayTable): string {
  const t = words.t.revocation;
  const left = workingDaysLeft(today, dueOn, table);
  if (compareCalendarDates(today, dueOn) > 0) return t.late(Math.max(1, -left));
  return left === 0 ? t.lastDay : t.left(left);
}

export function isLate(today: CalendarDate, dueOn: CalendarDate): boolean {
  return compareCalendarDates(today, dueOn) > 0;
}
