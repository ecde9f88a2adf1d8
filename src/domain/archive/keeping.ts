/**
 * The end of the way: how long each record is kept (R-14 to R-16, G-16, G-17, N-12, N-13), and what goes to the archive
 * afterwards (R-17, G-19, N-15). Nothing leaves the register before its last day of keeping is over. The order speaks of
 * certificates and CRLs; what belongs to a certificate is kept as long as it, by the office's own rule. Each record is kept by the rule set
 * that it came in under.
 */
import type { Application } from '#domain/application/application.ts';
import { type Keeping, keepUntil, keepingOf, keepingOfList } from '#domain/authority/retention.ts';
import type { OfficeRuleId } from '#domain/authority/rule-set.ts';
import type { RuledStation } from '#domain/authority/rule-sets.ts';
import { type CalendarDate, compareCalendarDates } from '#domain/base/calendar-date.ts';
import { calendarDateOf } from '#domain/base/instant.ts';
import type { CrlRecord } from '#domain/crl/published-crl.ts';
import type { RegisterEntry } from '#domain/register/register-entry.ts';

export type KeptKind = 'certificate' | 'crl' | 'application' | 'scan' | 'journal';

export const keptKinds: readonly KeptKind[] = ['certificate', 'crl', 'application', 'scan', 'journal'];

export interface KeptRecord {
  readonly kind: KeptKind;
  /** Id of the record; of a journal, its year. */
  readonly id: string;
  /** As people call it: number of the application or the CRL, running number in the register. */
  readonly number: string;
  /** The day from which the years count; absent while an application is still open. */
  readonly endedOn?: CalendarDate;
  /** The certificate is in force, or the CRL is the present one: the day is foreseen, and may come earlier. */
  readonly isForeseen: boolean;
  /** The last day of keeping; absent as long as it cannot be told. */
  readonly keepUntil?: CalendarDate;
  /** The rule set that says so, and its clause. */
  readonly ruleSet: string;
  readonly clause: string;
  /** The order is silent: the office's own rule says how long. */
  readonly officeRule?: OfficeRuleId;
  /** It went to the archive and stays here as archived. */
  readonly isArchived?: true;
}

/** What is in the register, as far as keeping is concerned. */
export interface KeptRegister {
  readonly entries: readonly RegisterEntry[];
  readonly crls: readonly CrlRecord[];
  readonly applications: readonly Application[];
  /** Years whose journals are in the archive already. */
  readonly archivedJournals?: readonly string[];
}

/** Every record with its end of keeping; `today` tells what has ended from what is foreseen. */
export function keptRecords(
  station: RuledStation,
  { entries, crls, applications, archivedJournals = [] }: KeptRegister,
  today: CalendarDate,
): readonly KeptRecord[] {
  const certificates = entries.map((entry) => keptCertificate(keepingOf(station, entry), entry, today));
  const bySerial = new Map(certificates.map((record) => [record.id, record]));
  return [
    ...certificates,
    ...crls.map((crl) => keptCrl(keepingOfList(station, crl), crl, today)),
    ...applications.flatMap((application) => {
      const certificate = application.issued === undefined ? undefined : bySerial.get(application.issued);
      const kept = keptApplication(keepingOf(station, application), application, certificate);
      return [kept, ...keptScans(application, kept)];
    }),
    ...keptJournals(entries, certificates).map((journal) =>
      archivedJournals.includes(journal.id) ? { ...journal, isArchived: true as const } : journal,
    ),
  ];
}

/** From the day of the revocation, or from the last day of the term (N-13, G-17; for R-16 the office's own rule). */
export function keptCertificate(
  { ruleSet, rules }: Keeping,
  { id, number, revocation, notAfter, archived }: RegisterEntry,
  today: CalendarDate,
): KeptRecord {
  const endedOn = calendarDateOf(revocation?.date ?? notAfter);
  const isSilent = rules.kind === 'R' && revocation === undefined;
  return {
    kind: 'certificate',
    id,
    number: String(number),
    endedOn,
    isForeseen: compareCalendarDates(endedOn, today) >= 0,
    keepUntil: keepUntil(endedOn, rules),
    ruleSet,
    clause: rules.retention.clause,
    ...(isSilent ? { officeRule: 'root-expired-kept-as-revoked' } : {}),
    ...(archived === undefined ? {} : { isArchived: true as const }),
  };
}

/** From its nextUpdate as long as the certificates it could list; then it goes to the archive (R-17, G-19, N-15). */
export function keptCrl(
  { ruleSet, rules }: Keeping,
  { id, crlNumber, nextUpdate, archived }: CrlRecord,
  today: CalendarDate,
): KeptRecord {
  const endedOn = calendarDateOf(nextUpdate);
  return {
    kind: 'crl',
    id,
    number: crlNumber,
    endedOn,
    isForeseen: compareCalendarDates(endedOn, today) >= 0,
    keepUntil: keepUntil(endedOn, rules),
    ruleSet,
    clause: rules.retention.archiveClause,
    officeRule: 'crl-kept-as-its-certificates',
    ...(archived === undefined ? {} : { isArchived: true as const }),
  };
}

/** With the certificate it led to; a refused one from the day of the decision. An open one has no end yet. */
export function keptApplication(
  { ruleSet, rules }: Keeping,
  { id, number, decision, archived }: Application,
  certificate: KeptRecord | undefined,
): KeptRecord {
  const record = {
    kind: 'application',
    id,
    number,
    ruleSet,
    clause: rules.retention.clause,
    officeRule: 'papers-kept-with-certificate',
    ...(archived === undefined ? {} : { isArchived: true as const }),
  } as const;
  if (certificate !== undefined) {
    const { endedOn, isForeseen, keepUntil: until, ruleSet: itsSet, clause } = certificate;
    return {
      ...record,
      ...{ ruleSet: itsSet, clause, isForeseen },
      ...(endedOn === undefined ? {} : { endedOn }),
      ...(until === undefined ? {} : { keepUntil: until }),
    };
  }
  if (decision?.outcome !== 'refused') return { ...record, isForeseen: true };
  const endedOn = calendarDateOf(decision.at);
  return { ...record, endedOn, isForeseen: false, keepUntil: keepUntil(endedOn, rules) };
}

/** As long as the application they were handed in with. */
function keptScans({ content }: Application, kept: KeptRecord): readonly KeptRecord[] {
  return content.documents.flatMap(({ attachmentId }) =>
    attachmentId === undefined ? [] : [{ ...kept, kind: 'scan' as const, id: attachmentId }],
  );
}

/** The journal of a year, until the last of the certificates that it says were issued or revoked in it. */
function keptJournals(
  entries: readonly RegisterEntry[],
  certificates: readonly KeptRecord[],
): readonly KeptRecord[] {
  const lastByYear = new Map<string, KeptRecord>();
  for (const [i, { issuedAt, revocation }] of entries.entries()) {
    const kept = certificates[i];
    if (kept?.keepUntil === undefined) continue;
    for (const at of revocation === undefined ? [issuedAt] : [issuedAt, revocation.date]) {
      const year = calendarDateOf(at).slice(0, 4);
      const last = lastByYear.get(year)?.keepUntil;
      if (last === undefined || compareCalendarDates(kept.keepUntil, last) > 0) lastByYear.set(year, kept);
    }
  }
  return [...lastByYear].map(([year, { endedOn, isForeseen, keepUntil: until, ruleSet, clause }]) => ({
    kind: 'journal' as const,
    id: year,
    number: year,
    isForeseen,
    ...(endedOn === undefined ? {} : { endedOn }),
    ...(until === undefined ? {} : { keepUntil: until }),
    ruleSet,
    clause,
    officeRule: 'papers-kept-with-certificate',
  }));
}

/** Nothing may be destroyed or go to the archive before its last day of keeping is over; what is there goes no second time. */
export function mayLeave({ keepUntil: until, isArchived }: KeptRecord, today: CalendarDate): boolean {
  return isArchived !== true && until !== undefined && compareCalendarDates(today, until) > 0;
}

/** What has its last day of keeping in that year, the earliest first. */
export function dueInYear(records: readonly KeptRecord[], year: number): readonly KeptRecord[] {
  return records
    .filter(
      ({ keepUntil: until, isArchived }) =>
        isArchived !== true && until !== undefined && Number(until.slice(0, 4)) === year,
    )
    .sort((a, b) => ((a.keepUntil ?? '') < (b.keepUntil ?? '') ? -1 : 1));
}

export interface KeptYear {
  readonly year: number;
  readonly counts: Readonly<Record<KeptKind, number>>;
}

/** How many records of each kind end in each year, the archived ones left out; the earliest year first, none without any. */
export function keptByYear(records: readonly KeptRecord[]): readonly KeptYear[] {
  const counts = new Map<number, Record<KeptKind, number>>();
  for (const { kind, keepUntil: until, isArchived } of records) {
    if (until === undefined || isArchived === true) continue;
    const year = Number(until.slice(0, 4));
    const row = counts.get(year) ?? { certificate: 0, crl: 0, application: 0, scan: 0, journal: 0 };
    row[kind] += 1;
    counts.set(year, row);
  }
  return [...counts].sort(([a], [b]) => a - b).map(([year, row]) => ({ year, counts: row }));
}
