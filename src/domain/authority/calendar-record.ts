import type { Registered } from '#domain/audit/registered.ts';
import type { HolidayRow } from '#domain/calendar/holiday-table.ts';

/** A row of the office's table of moved days and of Kurban Ait, each with its source. */
export type CalendarRow = HolidayRow;

/** The table as the office edited it; until then the one of the rule set applies. */
export interface CalendarRecord extends Registered {
  readonly rows: readonly CalendarRow[];
}
