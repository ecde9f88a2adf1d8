import type { AuthorityRules } from '#domain/authority/rule-set.ts';
import { rulesOf } from '#domain/authority/rule-sets.ts';
import type { Station } from '#domain/authority/station.ts';
import { announcedDays } from '#domain/calendar/announced-days.ts';
import type { HolidayTable } from '#domain/calendar/holiday-table.ts';
import type { Desk } from '#ports/desk.ts';
import type { Snapshot } from '#ports/register-store.ts';

/** The table of moved days as the office has edited it; the announced one before. */
export async function officeCalendar(snapshot: Snapshot): Promise<HolidayTable> {
  return (await snapshot.get('calendar', 'calendar'))?.rows ?? announcedDays;
}

/** The rules that the station was set up under: periods, documents, terms. */
export function rulesAtDesk(desk: Pick<Desk, 'ruleSets'>, station: Station): AuthorityRules {
  return rulesOf(station, desk.ruleSets);
}
