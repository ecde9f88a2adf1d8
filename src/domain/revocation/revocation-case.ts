/**
 * A revocation is a procedure (R-3.6, N-2.5): an application or another ground of R-11 or N-8 arrives, the data are confirmed
 * (end of N-8), it is decided within two working days (R-12, N-9), entered with date and time to the second, and is
 * officially known when a published CRL carries it (R-13, N-11).
 */
import type { Registered } from '#domain/audit/registered.ts';
import type { UnderRuleSet } from '#domain/authority/rule-sets.ts';
import type { FromStation, OldCarrier } from '#domain/application/application.ts';
import type { CalendarDate } from '#domain/base/calendar-date.ts';
import type { Instant } from '#domain/base/instant.ts';
import type { ReasonCode } from '#domain/register/register-entry.ts';
import type { Representative } from './representative.ts';
import type { TakenRevocationAnswer } from './revocation-answer.ts';

export type SubscriberRevocationForm = 'N-F4' | 'N-F5';
export type RevocationForm = SubscriberRevocationForm | 'G-F4a' | 'R-F3';

export interface CourtDecision {
  readonly court: string;
  readonly number: string;
  readonly date: CalendarDate;
  readonly inForceFrom: CalendarDate;
}

/** an authority has to tell the Root CA that it is being liquidated. */
export interface LiquidationNotice {
  readonly number: string;
  readonly date: CalendarDate;
}

/** which accreditation certificate has ended, and on what day. */
export interface EndedAccreditation {
  readonly number: string;
  readonly endedOn: CalendarDate;
}

/** What stands on the application to revoke. */
export type RevocationApplicationContent =
  SubscriberRevocationContent | BodyRevocationContent | AuthorityRevocationContent;

/** R-F3: who writes, for which body, why, and the certificate as the applicant names it. */
export interface AuthorityRevocationContent {
  readonly form: 'R-F3';
  readonly surname: string;
  readonly givenName: string;
  readonly patronymic?: string;
  readonly birthDate: CalendarDate;
  readonly organisationName: string;
  readonly address: string;
  readonly phone: string;
  readonly reason: string;
  readonly serialNumber: string;
  readonly region: string;
  readonly city: string;
  readonly organisationShortName: string;
  readonly authorityName: string;
  readonly email: string;
  /** Last day of the certificate's term. */
  readonly validUntil: CalendarDate;
  readonly headName: string;
}

/** G-F4a: one person of a state body, the annex to the body's letter (G-12.1). */
export interface BodyRevocationContent {
  readonly form: 'G-F4a';
  /** Id of the letter, G-F4. */
  readonly letterId: string;
  readonly surname: string;
  readonly givenName: string;
  readonly patronymic?: string;
  readonly organisationName: string;
  readonly position: string;
  /** Number and series of the passport or identity card, by whom and when it was given: one line, as on the annex. */
  readonly identityDocument: string;
  readonly address: string;
  readonly reason: string;
  readonly serialNumber: string;
  readonly issuedOn: CalendarDate;
}

/** N-F4, N-F5. */
export interface SubscriberRevocationContent {
  readonly form: SubscriberRevocationForm;
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
  /** N-F5: «Жетекші (аты, тегі)»; absent on applications of before. */
  readonly headName?: string;
}

/** An application as an electronic document (N-10): what was verified when it came in. */
export interface ElectronicEvidence {
  readonly cmsDer: Uint8Array;
  readonly signerSerialNumber: string;
  /** The signer's own claim: shown, not trusted. */
  readonly claimedSigningTime?: Instant;
  /** When the file was read and verified first. */
  readonly readAt?: Instant;
  /** When the act that registered it verified it again: absent where its text was not held against what was registered. */
  readonly verifiedAt?: Instant;
}

export type RevocationSource =
  | {
      readonly type: 'application';
      readonly content: RevocationApplicationContent;
      readonly electronic?: ElectronicEvidence;
      /** N-8.1 «немесе оның уәкілінің»; absent where the owner applies. */
      readonly representative?: Representative;
    }
  | { readonly type: 'court'; readonly decision: CourtDecision }
  | { readonly type: 'liquidation'; readonly notice: LiquidationNotice }
  | { readonly type: 'accreditation'; readonly ended: EndedAccreditation }
  | { readonly type: 'cessation' }
  | { readonly type: 'office'; readonly statement: string }
  | { readonly type: 'replacement'; readonly by: string };

/** The day from whose morrow the period for the decision runs: an accreditation's own last day, else the day of receipt. */
export function periodRunsFrom(source: RevocationSource, receivedOn: CalendarDate): CalendarDate {
  return source.type === 'accreditation' ? source.ended.endedOn : receivedOn;
}

export interface RevocationDecision {
  /** `overtaken`: another case revoked the certificate first, and nothing is left to decide. */
  readonly outcome: 'revoked' | 'refused' | 'overtaken';
  readonly officer: string;
  readonly at: Instant;
  /** The officer's confirmation that the application is filled in correctly (end of N-8). */
  readonly confirmedCorrect: boolean;
  readonly text?: string;
  /** Id of the case that overtook this one. */
  readonly by?: string;
  /** Serial number of the certificate that came in the place of the revoked one, in the same act (G-11). */
  readonly replacedBy?: string;
}

/** End of N-8 where a new certificate is to come in place of the old one: confirmed before, revoked in the act that issues. */
export interface ReplacementConfirmed {
  /** Id of the application to issue. */
  readonly applicationId: string;
  readonly officer: string;
  readonly at: Instant;
}

/** Ways in which the owner is notified of the revocation (G-15). */
export const ownerNoticeWays = ['paper', 'e-mail', 'told'] as const;
export type OwnerNoticeWay = (typeof ownerNoticeWays)[number];

export interface OwnerNotice {
  readonly at: Instant;
  readonly officer: string;
  readonly way: OwnerNoticeWay;
}

export interface RevocationCase extends Registered, UnderRuleSet {
  /** `2026-000003`: running by the year of receipt. */
  readonly number: string;
  readonly receivedAt: Instant;
  readonly receivedBy: string;
  /** Absent where it was brought to this station. */
  readonly fromStation?: FromStation;
  /** The day on which the paper arrived, from whose morrow the period runs; absent where it was entered on that day. */
  readonly arrivedOn?: CalendarDate;
  /** «Күні»: the day that stands on the application; absent where it is that of the arrival. */
  readonly writtenOn?: CalendarDate;
  readonly serialNumber: string;
  readonly source: RevocationSource;
  /** Id of a ground of the rule set. */
  readonly ground: string;
  readonly reasonCode?: ReasonCode;
  readonly invalidityDate?: Instant;
  /** Last working day for the decision (R-12, N-9). */
  readonly dueOn: CalendarDate;
  readonly decision?: RevocationDecision;
  readonly replacement?: ReplacementConfirmed;
  /** G-14: whether the key carrier came with the application, and if not, why. */
  readonly carrier?: OldCarrier;
  /** G-15. */
  readonly ownerNotice?: OwnerNotice;
  /** At a field station: what its authority has answered. */
  readonly answer?: TakenRevocationAnswer;
}

/** Whether it still has to be decided (R-12, N-9), here or by the authority. */
export function isOpen({ decision, answer }: Pick<RevocationCase, 'decision' | 'answer'>): boolean {
  return decision === undefined && answer === undefined;
}
