/**
 * An application for a certificate, as N-2.8 and N-3 have it: it arrives, is examined (N-5.1, N-5.2), is decided, and
 * ends as a certificate in the register (N-5.3) or as a refusal with its grounds. Only facts are kept here; the state
 * is derived from them. Whoever changes the content loses the examination, because its digest no longer fits (I05).
 */
import type { Registered } from '#domain/audit/registered.ts';
import type { CalendarDate } from '#domain/base/calendar-date.ts';
import type { Instant } from '#domain/base/instant.ts';

export type IssueForm = 'N-F1' | 'N-F2';
export type Purpose = 'signing' | 'authentication';

/** Last arc under 1.2.398.3.3.4.1.2: 1 first head, 2 may sign, 3 may sign financial documents, 4 personnel officer, 5 employee. */
export type LegalRole = 1 | 2 | 3 | 4 | 5;

export type DocumentKind = 'identity-document' | 'state-registration' | 'power-of-attorney';

export interface AttachedDocument {
  readonly kind: DocumentKind;
  readonly number: string;
  readonly date: CalendarDate;
  readonly issuer: string;
  /** Id of the scan, when one was added. */
  readonly attachmentId?: string;
}

/** What the applicant wrote, normalised (NFC, trimmed); lengths and numbers were checked when it was parsed. */
export interface ApplicationContent {
  readonly form: IssueForm;
  /** The number given by www.pki.gov.kz, when the applicant has one. */
  readonly outsideNumber?: string;
  readonly iin: string;
  readonly surname: string;
  readonly givenName: string;
  readonly patronymic?: string;
  readonly bin?: string;
  readonly organisationName?: string;
  /** At most 64 characters: this one goes into the certificate. */
  readonly organisationShortName?: string;
  readonly region: string;
  readonly city: string;
  readonly email: string;
  readonly phone: string;
  readonly usageAreas: readonly string[];
  readonly signatureTool: string;
  readonly purpose: Purpose;
  readonly legalRole?: LegalRole;
  readonly documents: readonly AttachedDocument[];
}

export interface TakenRequest {
  readonly der: Uint8Array;
  readonly source: 'file' | 'made-here';
  readonly fileName?: string;
  /** SHA-1 of the key bits, hex (RFC 5280 §4.2.1.2 (1)): the same key gives the same value. */
  readonly keyIdentifierHex: string;
  readonly possessionProvedAt: Instant;
}

/** Three acts with names of their own: same key and data, new key, or the old one ends as the new begins. */
export type RelationKind = 'renewal' | 're-keying' | 'replacement';

export interface Relation {
  readonly kind: RelationKind;
  readonly of: string;
}

export interface Confirmation {
  readonly clause: 'N-5.1' | 'N-5.2';
  readonly officer: string;
  readonly at: Instant;
}

export interface Examination {
  readonly contentDigest: string;
  readonly confirmations: readonly Confirmation[];
  /** The written reason for each finding of severity `should` that the officer let pass. */
  readonly reasons: readonly { readonly ruleId: string; readonly reason: string }[];
}

export type RefusalGround =
  'data-incorrect' | 'data-disagree' | 'document-missing' | 'possession-not-proved' | 'other';

export interface Decision {
  readonly outcome: 'approved' | 'refused';
  readonly officer: string;
  readonly at: Instant;
  readonly contentDigest: string;
  readonly grounds: readonly { readonly ground: RefusalGround; readonly text: string }[];
}

export interface Application extends Registered {
  /** `2026-000012`: running by the year of receipt. */
  readonly number: string;
  readonly receivedAt: Instant;
  readonly receivedBy: string;
  readonly content: ApplicationContent;
  readonly request?: TakenRequest;
  readonly relation?: Relation;
  readonly examination?: Examination;
  readonly decision?: Decision;
  /** Serial number, hex, of what was issued. */
  readonly issued?: string;
}

export type ApplicationState = 'received' | 'examined' | 'approved' | 'refused' | 'issued';

/** `contentDigest` is that of the application as it is now. */
export function applicationState(application: Application, contentDigest: string): ApplicationState {
  if (application.issued !== undefined) return 'issued';
  const { decision, examination } = application;
  if (decision?.outcome === 'refused') return 'refused';
  if (decision !== undefined && decision.contentDigest === contentDigest) return 'approved';
  if (examination !== undefined && isExamined(examination, contentDigest)) return 'examined';
  return 'received';
}

export function isExamined(examination: Examination, contentDigest: string): boolean {
  const confirmed = new Set(examination.confirmations.map(({ clause }) => clause));
  return examination.contentDigest === contentDigest && confirmed.has('N-5.1') && confirmed.has('N-5.2');
}
