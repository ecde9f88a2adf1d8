import type { AuthorityRules } from '#domain/authority/rule-set.ts';
import { type UnderRuleSet, rulesOf, rulesOfRecord } from '#domain/authority/rule-sets.ts';
import type { Station } from '#domain/authority/station.ts';
import { announcedDays } from '#domain/calendar/announced-days.ts';
import type { HolidayTable } from '#domain/calendar/holiday-table.ts';
import type { Desk } from '#ports/desk.ts';
import type { Snapshot } from '#ports/register-store.ts';

/** The table of moved days as the office has edited it; the announced one before. */
export async function officeCalendar(snapshot: Snapshot): Promise<HolidayTable> {
  return (await snapshot.get('calendar', 'calendar'))?.rows ?? announcedDays;
}

/** The rules that the station follows now, or those that the record came in under: periods, documents, terms. */
export function rulesAtDesk(
  desk: Pick<Desk, 'ruleSets'>,
  station: Station,
  record?: UnderRuleSet,
): AuthorityRules {
  return record === undefined
    ? rulesOf(station, desk.ruleSets)
    : rulesOfRecord(station, record, desk.ruleSets);
}
