/**
 * A state body's letter (G-2.7, G-3): it has the number and the day that the body gave it, names the body and the head who
 * signed it, whose identity document is attached as a copy (G-4), and lists persons. Each person is an application of its
 * own; the letter holds them together. A letter to revoke is a record of its own: `domain/revocation/revocation-letter.ts`.
 */
import type { Registered } from '#domain/audit/registered.ts';
import type { UnderRuleSet } from '#domain/authority/rule-sets.ts';
import type { CalendarDate } from '#domain/base/calendar-date.ts';
import type { Instant } from '#domain/base/instant.ts';
import { foldForSearch } from '#domain/base/text.ts';
import type { AttachedDocument } from './application.ts';

export type LetterForm = 'G-F1' | 'G-F4';

/** The applicant: a central or local executive body. */
export interface StateBody {
  readonly bin: string;
  readonly name: string;
  /** At most 64 characters: O of its persons' certificates. */
  readonly shortName: string;
  readonly region: string;
  readonly city: string;
  readonly email: string;
}

export interface LetterSignatory {
  /** «аты, тегі» as under the letter. */
  readonly name: string;
  /** G-4: the copy of the document that proves who signed. */
  readonly document: AttachedDocument<'identity-document'>;
}

/** What stands on any letter of a body. */
export interface LetterContent {
  readonly form: LetterForm;
  /** As the body wrote it. */
  readonly bodyNumber: string;
  readonly bodyDate: CalendarDate;
  readonly body: StateBody;
  readonly signatory: LetterSignatory;
}

export interface LetterRecord extends Registered, UnderRuleSet {
  /** `2026-000012`: ours, running by the year of receipt. */
  readonly number: string;
  /** Day on which the letter arrived. Absent from those registered before it was asked for: the day of entering. */
  readonly arrivedOn?: CalendarDate;
  /** When it was entered. */
  readonly receivedAt: Instant;
  readonly receivedBy: string;
  /** `letterKey` of its content: what a second one of it is found by. */
  readonly key: string;
}

/** G-F1: the application for certificates. */
export interface IssueLetter extends LetterRecord {
  readonly content: LetterContent & { readonly form: 'G-F1' };
  /** Its persons' applications, in the order of the list. */
  readonly applicationIds: readonly string[];
  /** G-2.7: who confirmed that the applicant is a central or local executive body. Absent from those registered before it was asked for. */
  readonly stateBodyConfirmed?: { readonly officer: string; readonly at: Instant };
}

export type Letter = IssueLetter;

/**
 * What a letter is known by when it comes a second time: form, body, day, and number, where case, blanks and letters that
 * look alike make no difference.
 */
export function letterKey({ form, body, bodyDate, bodyNumber }: LetterContent): string {
  return [form, body.bin, bodyDate, foldForSearch(bodyNumber).replace(/\s/gu, '')].join('|');
}
