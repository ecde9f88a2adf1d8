/**
 * An application for a certificate: it arrives, is examined (R-7, N-5.1, N-5.2), is decided, and ends as a certificate in
 * the register (N-5.3) or as a refusal with its grounds. What it says is told by its form: a person's (N-3), that of
 * one person on a state body's letter (G-3), or an authority's. Only facts are kept here; the state is derived from them. Whoever changes the content loses the
 * examination, because its digest no longer fits (I05).
 */
import type { Registered } from '#domain/audit/registered.ts';
import type { ArchiveMark } from '#domain/authority/retention.ts';
import type { AuthorityRules } from '#domain/authority/rule-set.ts';
import type { UnderRuleSet } from '#domain/authority/rule-sets.ts';
import type { CalendarDate } from '#domain/base/calendar-date.ts';
import type { Instant } from '#domain/base/instant.ts';
import { type TakenAnswer, isEndedBy } from './answer.ts';

export type SubscriberForm = 'N-F1' | 'N-F2';
export type IssueForm = SubscriberForm | 'G-F1a' | 'R-F1';
export type Purpose = 'signing' | 'authentication';

/** Last arc under 1.2.398.3.3.4.1.2: 1 first head, 2 may sign, 3 may sign financial documents, 4 personnel officer, 5 employee. */
export type LegalRole = 1 | 2 | 3 | 4 | 5;

/** `K`: a kind of document of the rule set. */
export interface AttachedDocument<K extends string = string> {
  readonly kind: K;
  readonly number: string;
  readonly date: CalendarDate;
  readonly issuer: string;
  /** Last day of its term: of a power of attorney (N-4.2). Absent from those registered before it was asked for. */
  readonly validUntil?: CalendarDate;
  /** Id of the scan, when one was added. */
  readonly attachmentId?: string;
}

/** the notarised copy of the accreditation certificate; its last day is watched as long as the certificate lives. */
export interface AccreditationCertificate extends AttachedDocument<'accreditation-certificate'> {
  readonly validUntil: CalendarDate;
}

/** What the applicant wrote, normalised (NFC, trimmed); lengths and numbers were checked when it was parsed. */
export type ApplicationContent = PersonContent | AuthorityContent;
/** Whoever gets a certificate as a person. */
export type PersonContent = SubscriberContent | BodyPersonContent;

/** N-F1, N-F2: a person for himself, or for a legal entity. */
export interface SubscriberContent {
  readonly form: SubscriberForm;
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

/**
 * G-F1a: one person of a state body (G-2.8), the annex to the body's letter (G-3). What the letter says of the body stands
 * here too, so that each person is examined, decided and found by itself.
 */
export interface BodyPersonContent {
  readonly form: 'G-F1a';
  /** Id of the body's letter, G-F1. */
  readonly letterId: string;
  readonly iin: string;
  readonly surname: string;
  readonly givenName: string;
  readonly patronymic?: string;
  /** On the papers and in the register; the certificate's subject has no place for it. */
  readonly position: string;
  readonly bin: string;
  readonly organisationName: string;
  /** At most 64 characters: O of the certificate. */
  readonly organisationShortName: string;
  readonly region: string;
  readonly city: string;
  readonly email: string;
  /** The rule set's own first (G-2.1), as the form prints it, then those of the applicant. */
  readonly usageAreas: readonly string[];
  /** The order knows the signature only, and whoever is on the list signs as an employee of the body. */
  readonly purpose: 'signing';
  readonly legalRole: 5;
  /** The person's own passport or identity card, by number, day and issuer; its copy is not asked for. */
  readonly documents: readonly AttachedDocument<'identity-document'>[];
}

/** R-F1: another certification authority. */
export interface AuthorityContent {
  readonly form: 'R-F1';
  /** By which scheme the certificate is asked for; stands on the form beside the name of the request's file. */
  readonly scheme: string;
  readonly region: string;
  readonly city: string;
  readonly organisationName: string;
  /** At most 64 characters: O of the certificate. */
  readonly organisationShortName: string;
  readonly authorityName: string;
  /** At most 64 characters: CN of the certificate. */
  readonly authorityShortName: string;
  readonly email: string;
  readonly usageAreas: readonly string[];
  /** The order sets no term: the application says it. */
  readonly validityYears: number;
  readonly headName: string;
  /** Empty where the accreditation certificate was not presented, which is a ground of refusal. */
  readonly documents: readonly AccreditationCertificate[];
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
  /** G-11: whether the old certificate's key carrier came back, and if not, why. */
  readonly oldCarrier?: OldCarrier;
}

export type OldCarrier =
  { readonly type: 'returned' } | { readonly type: 'not-returned'; readonly reason: string };

export interface Confirmation {
  /** Id of the clause by which the rule set asks for it. */
  readonly clause: string;
  readonly officer: string;
  readonly at: Instant;
  /** Under four eyes, base64: the officer's key over `confirmationOctets`, by which another one may approve. */
  readonly signature?: string;
}

export interface Examination {
  readonly contentDigest: string;
  readonly confirmations: readonly Confirmation[];
  /** The written reason for each finding of severity `should` that the officer let pass. */
  readonly reasons: readonly { readonly ruleId: string; readonly reason: string }[];
}

export interface Decision {
  readonly outcome: 'approved' | 'refused';
  readonly officer: string;
  readonly at: Instant;
  readonly contentDigest: string;
  /** `ground`: one of the rule set's. */
  readonly grounds: readonly { readonly ground: string; readonly text: string }[];
  /** What was approved in spite of a finding of severity `should`: what was seen, and why it was let pass. */
  readonly reasons?: readonly GivenReason[];
  /** Of an approval, base64: the officer's key over `approvalOctets`. Absent from those of before; such a one is taken back and given anew. */
  readonly signature?: string;
}

export interface GivenReason {
  readonly ruleId: string;
  readonly observed: string;
  readonly reason: string;
}

/** An approval that no certificate followed: taken back for another examination, or ended by a refusal. */
export interface WithdrawnApproval {
  readonly decision: Decision;
  /** What it rested on. */
  readonly examination?: Examination;
  readonly officer: string;
  readonly at: Instant;
  readonly reason: string;
}

/** Where a field station took it in, as its package says: the number there, and the digest of the item by which it is known again. */
export interface FromStation {
  /** SHA-256 of the station's certificate. */
  readonly station: string;
  readonly number: string;
  readonly receivedAt: Instant;
  readonly itemSha256: string;
}

export interface Application extends Registered, UnderRuleSet {
  /** `2026-000012`: running by the year of receipt. */
  readonly number: string;
  /** Day on which the paper arrived, where the periods begin. Absent from those registered before it was asked for: the day of entering. */
  readonly arrivedOn?: CalendarDate;
  /** Day that stands on the paper, as forms print it. Absent from those registered before it was asked for: the day of entering. */
  readonly paperDate?: CalendarDate;
  /** When it was entered. */
  readonly receivedAt: Instant;
  readonly receivedBy: string;
  /** Who else has corrected it, each once; absent where nobody else has. */
  readonly correctedBy?: readonly string[];
  /** Absent where it was handed in at this station. */
  readonly fromStation?: FromStation;
  /** Last day for the decision, where the order sets a period. */
  readonly dueOn?: CalendarDate;
  readonly content: ApplicationContent;
  readonly request?: TakenRequest;
  readonly relation?: Relation;
  readonly examination?: Examination;
  readonly decision?: Decision;
  /** The oldest first. */
  readonly withdrawn?: readonly WithdrawnApproval[];
  /** Serial number, hex, of what was issued. */
  readonly issued?: string;
  /** Serial numbers of certificates whose key never reached a carrier: each was revoked, and the application may be issued again. */
  readonly failedIssues?: readonly string[];
  /** At a field station: the last that its authority has answered. */
  readonly answer?: TakenAnswer;
  readonly archived?: ArchiveMark;
}

export type ApplicationState = 'received' | 'examined' | 'approved' | 'refused' | 'issued';

/** `contentDigest` is that of the application as it is now; `rules` are those that it was handed in under. */
export function applicationState(
  application: Application,
  contentDigest: string,
  rules: Pick<AuthorityRules, 'confirmations'>,
): ApplicationState {
  if (application.issued !== undefined) return 'issued';
  const { decision, examination } = application;
  if (decision?.outcome === 'refused') return 'refused';
  if (decision !== undefined && decision.contentDigest === contentDigest) return 'approved';
  if (examination !== undefined && isExamined(application, contentDigest, rules)) return 'examined';
  return 'received';
}

/** What still waits for its officer, or for the authority: neither a certificate nor a refusal has ended it. */
export function isWaiting({
  issued,
  decision,
  answer,
}: Pick<Application, 'issued' | 'decision' | 'answer'>): boolean {
  return issued === undefined && decision?.outcome !== 'refused' && !isEndedBy(answer);
}

/** Everything that the rule set asks an officer to confirm was confirmed, for this very content. */
export function isExamined(
  { examination }: Pick<Application, 'examination'>,
  contentDigest: string,
  { confirmations }: Pick<AuthorityRules, 'confirmations'>,
): boolean {
  const confirmed = new Set(examination?.confirmations.map(({ clause }) => clause));
  return (
    examination?.contentDigest === contentDigest && confirmations.every(({ clause }) => confirmed.has(clause))
  );
}
