/**
 * A state body's letter to revoke (G-12.1): form G-F4 with a list of persons, and for each of them the annex G-F4a. Each
 * person is a case of its own with its own ground and decision; the letter holds them together.
 */
import type { Registered } from '#domain/audit/registered.ts';
import type { UnderRuleSet } from '#domain/authority/rule-sets.ts';
import type { StateBody } from '#domain/application/letter.ts';
import type { CalendarDate } from '#domain/base/calendar-date.ts';
import type { Instant } from '#domain/base/instant.ts';
import { foldForSearch } from '#domain/base/text.ts';

export interface RevocationLetterContent {
  readonly form: 'G-F4';
  /** As the body wrote it. */
  readonly bodyNumber: string;
  readonly bodyDate: CalendarDate;
  /** As the register knows it by the certificates that the letter speaks of. */
  readonly body: Pick<StateBody, 'bin' | 'name'>;
  readonly headName: string;
}

export interface RevocationLetter extends Registered, UnderRuleSet {
  /** `2026-000003`: ours, running by the year of receipt. */
  readonly number: string;
  readonly receivedAt: Instant;
  readonly receivedBy: string;
  /** The day on which the letter arrived; absent where it was entered on that day. */
  readonly arrivedOn?: CalendarDate;
  readonly content: RevocationLetterContent;
  /** Its persons' cases, in the order of the list. */
  readonly caseIds: readonly string[];
}

/** What the letter is known by when it comes a second time; case, blanks and letters that look alike make no difference. */
export function revocationLetterKey({ body, bodyDate, bodyNumber }: RevocationLetterContent): string {
  return [body.bin, bodyDate, foldForSearch(bodyNumber).replace(/\s/gu, '')].join('|');
}
