/**
 * G-15: on revoking, the owner is notified. The entry in the register is made in the act that revokes; its period of one day
 * is kept for the notice too, and runs until the notice is written down.
 */
import type { AuthorityRules } from '#domain/authority/rule-set.ts';
import { calendarDateOf } from '#domain/base/instant.ts';
import type { HolidayTable } from '#domain/calendar/holiday-table.ts';
import { type Period, addPeriod } from '#domain/calendar/period.ts';
import type { RevocationCase } from './revocation-case.ts';

/** Until when the owner has to be notified; null where nothing was revoked, or the rules ask for no notice. */
export function ownerNoticePeriod(
  { decision }: Pick<RevocationCase, 'decision'>,
  rules: Pick<AuthorityRules, 'periods'>,
  table: HolidayTable,
): Period | null {
  const rule = rules.periods.registerEntry;
  if (rule === undefined || decision?.outcome !== 'revoked') return null;
  return addPeriod(calendarDateOf(decision.at), rule, table);
}
