import { keepUntil } from '#domain/authority/retention.ts';
import type { AuthorityRules } from '#domain/authority/rule-set.ts';
import { rulesOf } from '#domain/authority/rule-sets.ts';
import type { CalendarDate } from '#domain/base/calendar-date.ts';
import type { Session } from './session.svelte.ts';

/**
 * The station's rules; those of the order for a National CA as long as there is no station. Apart from the session, so that
 * the first screen goes without them.
 */
export function rulesOfStation({ station }: Pick<Session, 'station'>): AuthorityRules {
  return rulesOf(station ?? { ruleSet: 'order-348', kind: 'N' });
}

/** The last day of keeping under the station's rules. */
export function keptUntil(session: Pick<Session, 'station'>, endedOn: CalendarDate): CalendarDate {
  const rules = rulesOfStation(session);
  return keepUntil(rules.kind, endedOn, rules);
}
