/**
 * A revocation is a procedure (N-2.5): an application or another ground of N-8 arrives, the applicant's data are
 * confirmed (end of N-8), it is decided within two working days (N-9), entered with date and time to the second, and
 * is officially known when a published CRL carries it (N-11).
 */
import type { Registered } from '#domain/audit/registered.ts';
import type { CalendarDate } from '#domain/base/calendar-date.ts';
import type { Instant } from '#domain/base/instant.ts';
import type { ReasonCode } from '#domain/register/register-entry.ts';

export type RevocationForm = 'N-F4' | 'N-F5';

export interface CourtDecision {
  readonly court: string;
  readonly number: string;
  readonly date: CalendarDate;
  readonly inForceFrom: CalendarDate;
}

/** What stands on N-F4 or N-F5. */
export interface RevocationApplicationContent {
  readonly form: RevocationForm;
  readonly iin?: string;
  readonly surname?: string;
  readonly givenName?: string;
  readonly patronymic?: string;
  readonly email?: string;
  readonly bin?: string;
  readonly organisationName?: string;
  readonly organisationShortName?: string;
  readonly region?: string;
  readonly city?: string;
  readonly phone: string;
  readonly serialNumber: string;
  readonly issuedOn: CalendarDate;
}

/** An application as an electronic document (N-10): what was verified when it came in. */
export interface ElectronicEvidence {
  readonly cmsDer: Uint8Array;
  readonly signerSerialNumber: string;
  /** The signer's own claim: shown, not trusted. */
  readonly claimedSigningTime?: Instant;
}

export type RevocationSource =
  | {
      readonly type: 'application';
      readonly content: RevocationApplicationContent;
      readonly electronic?: ElectronicEvidence;
    }
  | { readonly type: 'court'; readonly decision: CourtDecision }
  | { readonly type: 'cessation' }
  | { readonly type: 'office'; readonly statement: string }
  | { readonly type: 'replacement'; readonly by: string };

export interface RevocationDecision {
  readonly outcome: 'revoked' | 'refused';
  readonly officer: string;
  readonly at: Instant;
  /** The officer's confirmation that the application is filled in correctly (end of N-8). */
  readonly confirmedCorrect: boolean;
  readonly text?: string;
}

export interface RevocationCase extends Registered {
  /** `2026-000003`: running by the year of receipt. */
  readonly number: string;
  readonly receivedAt: Instant;
  readonly receivedBy: string;
  readonly serialNumber: string;
  readonly source: RevocationSource;
  /** Id of a ground of the rule set. */
  readonly ground: string;
  readonly reasonCode?: ReasonCode;
  readonly invalidityDate?: Instant;
  /** Last working day for the decision (N-9). */
  readonly dueOn: CalendarDate;
  readonly decision?: RevocationDecision;
}
