/**
 * The register of certificates (G-2.4, N-2.4, N-5.3, N-6): an entry and its certificate come into being in one act. An entry
 * holds what the order asks to be found again and what revocation adds; whether it is in force is derived from dates.
 */
import type { UnderRuleSet } from '#domain/authority/rule-sets.ts';
import type { Registered } from '#domain/audit/registered.ts';
import type { ApplicationContent, LegalRole, Purpose, Relation } from '#domain/application/application.ts';
import { commonNameOf } from '#domain/application/certificate-subject.ts';
import type { ArchiveMark } from '#domain/authority/retention.ts';
import type { DeliveryWay } from '#domain/authority/rule-set.ts';
import type { KeySuite } from '#domain/authority/station.ts';
import type { CalendarDate } from '#domain/base/calendar-date.ts';
import { type Instant, compareInstants } from '#domain/base/instant.ts';

export type ReasonCode =
  | 'keyCompromise'
  | 'cACompromise'
  | 'affiliationChanged'
  | 'superseded'
  | 'cessationOfOperation'
  | 'privilegeWithdrawn';

/** Whose certificate it is: a person's, or another authority's. */
export type EntrySubject = PersonSubject | AuthorityEntrySubject;

export interface PersonSubject {
  readonly kind?: undefined;
  readonly commonName: string;
  readonly surname: string;
  readonly givenName: string;
  readonly patronymic?: string;
  readonly iin: string;
  readonly bin?: string;
  readonly organisation?: string;
  /** G-2.8: the owner's post in the body. */
  readonly position?: string;
  readonly region: string;
  readonly city: string;
  readonly email: string;
}

export interface AuthorityEntrySubject {
  readonly kind: 'authority';
  readonly commonName: string;
  readonly organisation: string;
  readonly region: string;
  readonly city: string;
  readonly email: string;
}

/** Until when the owner is accredited, by the newest certificate that was presented. */
export interface Accreditation {
  readonly number: string;
  readonly date: CalendarDate;
  readonly issuer: string;
  readonly validUntil: CalendarDate;
}

/** where the paper original lies. */
export interface PaperPlace {
  readonly folder: string;
  readonly sheet: string;
}

/** `certification`: the key signs other certificates. */
export type EntryPurpose = Purpose | 'certification';

/** Under the rule set of its case. */
export interface EntryRevocation extends UnderRuleSet {
  readonly caseId: string;
  readonly ground: string;
  readonly date: Instant;
  readonly reasonCode?: ReasonCode;
  readonly invalidityDate?: Instant;
}

/** Under the rule set of its application. */
export interface RegisterEntry extends Registered, UnderRuleSet {
  /** Running number in the register, from 1. */
  readonly number: number;
  /** Generation of the authority's key that signed it, from 1. */
  readonly generation: number;
  readonly applicationId: string;
  readonly applicationNumber: string;
  readonly issuedAt: Instant;
  readonly issuedBy: string;
  readonly notBefore: Instant;
  readonly notAfter: Instant;
  readonly subject: EntrySubject;
  readonly purpose: EntryPurpose;
  readonly legalRole?: LegalRole;
  readonly suite: KeySuite;
  readonly subjectKey: string;
  readonly keyIdentifierHex: string;
  readonly fingerprintSha256Hex: string;
  /** Folded name and organisation, for searching, and the key of the Kazakh alphabet, for sorting: kept since no browser has them. */
  readonly folded: string;
  readonly sortKey: string;
  readonly relation?: Relation;
  readonly accreditation?: Accreditation;
  readonly paperPlace?: PaperPlace;
  /** Known only from a file that came from outside; no entry of this register's own making. */
  readonly recovered?: true;
  readonly revocation?: EntryRevocation;
  /** `crlNumber` of the first CRL that was signed with the revocation; the first published one follows from it (`domain/crl/publication.ts`). */
  readonly firstCrl?: string;
  readonly archived?: ArchiveMark;
}

/** The certificate itself, under the entry's serial number: apart, so that entries stay small; never without one. */
export interface StoredCertificate extends Registered {
  readonly der: Uint8Array;
}

export type EntryStatus = 'in-force' | 'not-yet' | 'expired' | 'revoked';

/** `now` decides; `authorityNotAfter` is the earliest end in the chain above. */
export function entryStatus(entry: RegisterEntry, now: Instant, authorityNotAfter?: Instant): EntryStatus {
  if (entry.revocation !== undefined && compareInstants(entry.revocation.date, now) <= 0) return 'revoked';
  // The last second is inclusive (RFC 5280 §4.1.2.5).
  if (compareInstants(now, entry.notAfter) > 0) return 'expired';
  if (authorityNotAfter !== undefined && compareInstants(now, authorityNotAfter) > 0) return 'expired';
  if (compareInstants(now, entry.notBefore) < 0) return 'not-yet';
  return 'in-force';
}

/** What the register keeps of the application: whose the certificate is and what it is for. */
export function entryOwner(
  content: ApplicationContent,
): Pick<RegisterEntry, 'subject' | 'purpose' | 'legalRole' | 'accreditation'> {
  const { region, city, email } = content;
  if (content.form === 'R-F1') {
    const [presented] = content.documents;
    return {
      subject: {
        kind: 'authority',
        commonName: content.authorityShortName,
        organisation: content.organisationShortName,
        region,
        city,
        email,
      },
      purpose: 'certification',
      ...(presented === undefined ? {} : { accreditation: accreditationOf(presented) }),
    };
  }
  const { surname, givenName, patronymic, iin, bin, organisationShortName, legalRole, purpose } = content;
  const position = content.form === 'G-F1a' ? content.position : undefined;
  return {
    subject: {
      commonName: commonNameOf(content),
      surname,
      givenName,
      ...(patronymic === undefined ? {} : { patronymic }),
      iin,
      ...(bin === undefined ? {} : { bin }),
      ...(organisationShortName === undefined ? {} : { organisation: organisationShortName }),
      ...(position === undefined ? {} : { position }),
      region,
      city,
      email,
    },
    purpose,
    ...(legalRole === undefined ? {} : { legalRole }),
  };
}

function accreditationOf({ number, date, issuer, validUntil }: Accreditation): Accreditation {
  return { number, date, issuer, validUntil };
}

/** «Тегі Аты Әкесінің аты», or the authority's name. */
export function ownerName(subject: EntrySubject): string {
  if (subject.kind === 'authority') return subject.commonName;
  const { surname, givenName, patronymic } = subject;
  return [surname, givenName, ...(patronymic === undefined ? [] : [patronymic])].join(' ');
}

/** IIN and BIN, as far as the owner has them. */
export function ownerNumbers(subject: EntrySubject): readonly string[] {
  if (subject.kind === 'authority') return [];
  return subject.bin === undefined ? [subject.iin] : [subject.iin, subject.bin];
}

/** The same person for himself or for the same body; the same authority by its organisation and name. */
export function isSameOwner(a: EntrySubject, b: EntrySubject): boolean {
  if (a.kind === 'authority' || b.kind === 'authority')
    return a.kind === b.kind && a.commonName === b.commonName && a.organisation === b.organisation;
  return a.iin === b.iin && a.bin === b.bin;
}

/** The same owner also where an authority has renewed its key since: its name then ends with the key's number. */
export function isSameOwnerByAnyKey(a: EntrySubject, b: EntrySubject): boolean {
  if (a.kind !== 'authority' || b.kind !== 'authority') return isSameOwner(a, b);
  return a.organisation === b.organisation && withoutKeyNumber(a) === withoutKeyNumber(b);
}

function withoutKeyNumber({ commonName }: AuthorityEntrySubject): string {
  return commonName.replace(/ \d{1,3}$/, '');
}

export interface Delivery extends Registered {
  readonly serialNumber: string;
  readonly way: DeliveryWay;
  readonly at: Instant;
  readonly officer: string;
  /** The address, or who received the paper and by what identity document. */
  readonly recipient: string;
  readonly courier?: CourierDelivery;
  readonly inPerson?: PersonalDelivery;
  /** Where a field station handed it over: that station, and the digest of the item that said so. `officer` is who took the report in. */
  readonly fromStation?: { readonly station: string; readonly itemSha256: string };
}

/** G-9: by special courier, against a receipt. */
export interface CourierDelivery {
  readonly courierName: string;
  readonly date: CalendarDate;
  readonly receiptNumber: string;
}

/** G-10: in person, only to an employee whom the body's internal order names. */
export interface PersonalDelivery {
  readonly orderNumber: string;
  readonly orderDate: CalendarDate;
  readonly employeeName: string;
  readonly date: CalendarDate;
  readonly document: { readonly number: string; readonly date: CalendarDate; readonly issuer: string };
}

/** One thing that will be signed: its number, and the digest of its very octets. */
export interface IntendedSignature {
  /** Serial number (hex) or CRL number (decimal). */
  readonly number: string;
  readonly applicationId?: string;
  readonly tbsSha256Hex: string;
}

/** What will be signed, committed before the key signs; one left open at a start was abandoned, its numbers are burnt (E04). */
export interface SigningIntent extends Registered, IntendedSignature {
  readonly what: 'certificate' | 'crl';
  /** The certificates that are signed together with this one, in their order. Absent where there are none, as in intents of before. */
  readonly others?: readonly IntendedSignature[];
  readonly officer: string;
  readonly at: Instant;
  readonly outcome: 'open' | 'done' | 'abandoned';
}

/** All that an intent speaks of, in the order in which it is signed. */
export function intendedIn({
  number,
  applicationId,
  tbsSha256Hex,
  others = [],
}: SigningIntent): readonly IntendedSignature[] {
  const first = { number, ...(applicationId === undefined ? {} : { applicationId }), tbsSha256Hex };
  return [first, ...others];
}
