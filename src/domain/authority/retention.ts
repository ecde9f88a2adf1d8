/**
 * How long is kept: a certificate from the day its effect ended, a CRL, on which the order is silent, from its nextUpdate.
 * Nothing is deleted before that day is over, and then only after its archive package was verified.
 */
import { type Instant, compareInstants } from '#domain/base/instant.ts';
import { addCalendarYears, type CalendarDate } from '#domain/base/calendar-date.ts';
import type { AuthorityRules } from './rule-set.ts';
import { type RuledStation, type UnderRuleSet, firstRuleSet, rulesOfRecord } from './rule-sets.ts';

/** The last day of keeping. `endedOn` is the day of revocation or of notAfter (R-16, G-17, N-13), or of nextUpdate. */
export function keepUntil(
  endedOn: CalendarDate,
  { retention }: Pick<AuthorityRules, 'retention'>,
): CalendarDate {
  return addCalendarYears(endedOn, retention.years);
}

/** Whose years a record is kept for. */
export interface Keeping {
  readonly ruleSet: string;
  readonly rules: AuthorityRules;
}

/** Of a certificate, an application, a case: the set that it came in under, whatever the station passed to since. */
export function keepingOf(station: RuledStation, { ruleSet = firstRuleSet }: UnderRuleSet): Keeping {
  return { ruleSet, rules: rulesOfRecord(station, { ruleSet }) };
}

/**
 * Of a CRL: it may list certificates of every set that the station had followed when it was signed, and is kept as long as the longest of
 * them; of two that keep as long the newer one says it.
 */
export function keepingOfList(
  station: RuledStation,
  { thisUpdate }: { readonly thisUpdate: Instant },
): Keeping {
  const followed = (station.heldRuleSets ?? []).filter(({ at }) => compareInstants(at, thisUpdate) <= 0);
  return [firstRuleSet, ...followed.map(({ id }) => id)]
    .map((ruleSet) => keepingOf(station, { ruleSet }))
    .reduce((longest, next) =>
      next.rules.retention.years >= longest.rules.retention.years ? next : longest,
    );
}

/** On a record that went to the archive: it stays in the register, and says in which package its copy lies (R-17, G-19, N-15). */
export interface ArchiveMark {
  /** Id of the `ArchivePackage`. */
  readonly package: string;
  readonly at: Instant;
}
