/**
 * Whether what lies before the officer carries the revocation of this very certificate: R-11, G-12 and N-8 name the grounds and
 * their papers, the end of N-8 asks for data that are filled in correctly. The operation asks this, not the page.
 */
import { groundById } from '#domain/authority/grounds.ts';
import type { AuthorityRules } from '#domain/authority/rule-set.ts';
import { type CalendarDate, compareCalendarDates } from '#domain/base/calendar-date.ts';
import { type RegisterEntry, isSameOwner } from '#domain/register/register-entry.ts';
import { arrivalOf } from '#domain/application/days.ts';
import { type ComparedField, compareRevocation } from './compare-revocation.ts';
import { revocationFormOf } from './parse-revocation.ts';
import { type PowerRefusal, whyPowerUnfit } from './representative.ts';
import type { CourtDecision, RevocationCase, RevocationSource } from './revocation-case.ts';

export type UnfoundedRevocation =
  /** What lies before the officer is no paper of that ground: a court's decision asks for the court's. */
  | { readonly type: 'GroundUnproven'; readonly ground: string }
  /** The application names another owner or another certificate. */
  | { readonly type: 'ApplicationDiffers'; readonly fields: readonly ComparedField[] }
  | { readonly type: 'CourtPaperIncomplete' }
  | { readonly type: 'CourtNotInForce'; readonly inForceFrom: CalendarDate }
  /** the register knows no accreditation of it that is over. */
  | { readonly type: 'AccreditationNotEnded'; readonly validUntil: CalendarDate }
  | { readonly type: 'AccreditationUnknown' }
  /** N-10: of before the signed text was held against what is registered; it is taken in again. */
  | { readonly type: 'SignedContentUnproven' }
  /** N-10: the signer owns another certificate than the one to be revoked, and no power of attorney names him. */
  | { readonly type: 'SignerMayNotApply' }
  | PowerRefusal;

/** Which evidence a source is; cessation and replacement are acts of their own. */
const evidenceOf = {
  application: 'application',
  court: 'court',
  liquidation: 'notice',
  accreditation: 'accreditation',
  office: 'statement',
  cessation: 'cessation',
  replacement: null,
} as const satisfies Readonly<Record<RevocationSource['type'], string | null>>;

/** Null when a ground that the rules have is proven by the paper that its clause asks for. */
export function whyGroundUnproven(
  { ground, source }: Pick<RevocationCase, 'ground' | 'source'>,
  rules: Pick<AuthorityRules, 'grounds'>,
): UnfoundedRevocation | null {
  const known = groundById(rules, ground);
  return known?.evidence === evidenceOf[source.type] ? null : { type: 'GroundUnproven', ground };
}

export interface Before {
  readonly entry: RegisterEntry;
  /** Those that the case came in under. */
  readonly rules: AuthorityRules;
  readonly today: CalendarDate;
  /** Who signed an electronic application. */
  readonly signer?: RegisterEntry | undefined;
}

/** Null when the case may be decided by revoking; the officer's confirmation comes to it. */
export function whyUnfounded(
  revocationCase: Pick<RevocationCase, 'ground' | 'source' | 'arrivedOn' | 'receivedAt'>,
  { entry, rules, today, signer }: Before,
): UnfoundedRevocation | null {
  const { source } = revocationCase;
  const unproven = whyGroundUnproven(revocationCase, rules);
  if (unproven !== null) return unproven;
  if (source.type === 'court') return whyCourtUnfit(source.decision, today);
  if (source.type === 'accreditation') return whyAccreditationStands(entry, today);
  const said =
    source.type === 'office' ? source.statement : source.type === 'liquidation' ? source.notice.number : null;
  if (said?.trim() === '') return { type: 'GroundUnproven', ground: revocationCase.ground };
  if (source.type !== 'application') return null;
  const fields = compareRevocation(source.content, entry)
    .filter(({ isDecisive, verdict }) => isDecisive && verdict === 'differs')
    .map(({ field }) => field);
  if (fields.length > 0) return { type: 'ApplicationDiffers', fields };
  // Another form names less: N-F4 no body, N-F5 no person, and what neither the form nor the register has is no match.
  const form = rules.kind === 'G' ? 'G-F4a' : revocationFormOf(entry);
  if (source.content.form !== form) return { type: 'GroundUnproven', ground: revocationCase.ground };
  const { representative, electronic } = source;
  if (representative !== undefined) {
    const unfit = whyPowerUnfit(representative, arrivalOf(revocationCase));
    if (unfit !== null) return unfit;
  }
  if (electronic === undefined) return null;
  if (electronic.verifiedAt === undefined) return { type: 'SignedContentUnproven' };
  const mayApply = signer !== undefined && mayApplyFor(signer, entry, representative?.iin);
  return mayApply ? null : { type: 'SignerMayNotApply' };
}

function whyAccreditationStands(
  { accreditation }: RegisterEntry,
  today: CalendarDate,
): UnfoundedRevocation | null {
  if (accreditation === undefined) return { type: 'AccreditationUnknown' };
  const { validUntil } = accreditation;
  return compareCalendarDates(validUntil, today) >= 0 ? { type: 'AccreditationNotEnded', validUntil } : null;
}

/** G-12.2, N-8.2: which court, under what number and of what day, in force by now. */
function whyCourtUnfit(
  { court, number, date, inForceFrom }: CourtDecision,
  today: CalendarDate,
): UnfoundedRevocation | null {
  if (court.trim() === '' || number.trim() === '') return { type: 'CourtPaperIncomplete' };
  const isInForce =
    compareCalendarDates(inForceFrom, today) <= 0 && compareCalendarDates(date, inForceFrom) <= 0;
  return isInForce ? null : { type: 'CourtNotInForce', inForceFrom };
}

/**
 * N-10, N-8.1: the owner of the certificate signed, by this one or another of his, or a representative whom a power of attorney
 * names. An employee's certificate is no power over another's.
 */
export function mayApplyFor(
  signer: RegisterEntry,
  owned: RegisterEntry,
  representativeIin?: string,
): boolean {
  // An authority's key signs certificates and no documents.
  if (signer.subject.kind === 'authority' || owned.subject.kind === 'authority') return false;
  return representativeIin === undefined
    ? isSameOwner(signer.subject, owned.subject)
    : signer.subject.iin === representativeIin;
}

/** What the CRL says of a ground. */
export function reasonCodeOf(rules: Pick<AuthorityRules, 'grounds'>, ground: string) {
  return groundById(rules, ground)?.reasonCode;
}
