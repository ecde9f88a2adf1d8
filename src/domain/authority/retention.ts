/**
 * How long is kept: a certificate from the day its effect ended, a CRL, on which the order is silent, from its nextUpdate.
 * Nothing is deleted before that day is over, and then only after its archive package was verified.
 */
import type { Instant } from '#domain/base/instant.ts';
import { addCalendarYears, type CalendarDate } from '#domain/base/calendar-date.ts';
import type { AuthorityRules } from './rule-set.ts';

/** The last day of keeping. `endedOn` is the day of revocation or of notAfter (R-16, G-17, N-13), or of nextUpdate. */
export function keepUntil(
  endedOn: CalendarDate,
  { retention }: Pick<AuthorityRules, 'retention'>,
): CalendarDate {
  return addCalendarYears(endedOn, retention.years);
}

/** On a record that went to the archive: it stays in the register, and says in which package its copy lies (R-17, G-19, N-15). */
export interface ArchiveMark {
  /** Id of the `ArchivePackage`. */
  readonly package: string;
  readonly at: Instant;
}
