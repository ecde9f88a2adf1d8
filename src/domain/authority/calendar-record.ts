import type { Registered } from '#domain/audit/registered.ts';
import type { HolidayTable } from '#domain/calendar/holiday-table.ts';

/** The table of moved days as the office edited it; until then the announced one applies. */
export interface CalendarRecord extends Registered {
  readonly id: 'calendar';
  readonly rows: HolidayTable;
}
