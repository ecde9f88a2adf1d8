import { announcedDays } from '#domain/calendar/announced-days.ts';
import type { HolidayTable } from '#domain/calendar/holiday-table.ts';
import type { Snapshot } from '#ports/register-store.ts';

/** The table of moved days as the office has edited it; the announced one before. */
export async function officeCalendar(snapshot: Snapshot): Promise<HolidayTable> {
  return (await snapshot.get('calendar', 'calendar'))?.rows ?? announcedDays;
}
