/**
 * What goes into the next archive package: only what had its last day of keeping, and a certificate's whole life together
 * (application, scans, delivery, revocation). What is due and may not go yet is held back, with the reason.
 */
import type { Application } from '#domain/application/application.ts';
import type { Attachment } from '#domain/application/attachment.ts';
import type { RuledStation } from '#domain/authority/rule-sets.ts';
import { type Instant, calendarDateOf, compareInstants } from '#domain/base/instant.ts';
import type { CrlRecord } from '#domain/crl/published-crl.ts';
import type { RegisterEntry } from '#domain/register/register-entry.ts';
import type { RevocationCase } from '#domain/revocation/revocation-case.ts';
import { type KeptRecord, type KeptRegister, keptRecords, mayLeave } from './keeping.ts';

export type HoldReason =
  /** Revoked before its term ended, and the term still runs: it has to stay on the CRL (RFC 5280 §3.3). */
  | 'term-runs'
  /** Revoked, and no CRL was published yet after the end of its term (RFC 5280 §3.3). */
  | 'not-listed-after-term'
  /** An application to revoke it waits for a decision. */
  | 'case-open';

export interface HeldRecord {
  readonly record: KeptRecord;
  readonly reason: HoldReason;
}

export interface ArchiveRegister extends KeptRegister {
  readonly cases: readonly RevocationCase[];
  readonly attachments: readonly Attachment[];
  /** Generations of the authority's key that sign no CRL any more. */
  readonly endedGenerations?: readonly number[];
}

export interface ArchivePlan {
  /** By which all of it was kept: a package speaks of one, and what another one kept goes with a later package. Absent where nothing goes. */
  readonly ruleSet?: string;
  /** Every record that goes, scans and journals too; the earliest last day first. */
  readonly records: readonly KeptRecord[];
  readonly entries: readonly RegisterEntry[];
  /** Those of the certificates that go, and refused ones on their own. */
  readonly applications: readonly Application[];
  readonly crls: readonly CrlRecord[];
  readonly journals: readonly string[];
  readonly held: readonly HeldRecord[];
  /** Certificates, CRLs and refused applications that are due and go with a later package: this one is full. */
  readonly waiting: number;
}

export interface PackageBounds {
  /** Certificates, refused applications and CRLs, each. */
  readonly records: number;
  /** Of scans and CRLs together: a package is made and read back in memory. */
  readonly octets: number;
}

export const packageBounds: PackageBounds = { records: 1_000, octets: 256 * 1024 * 1024 };

export function planArchive(
  station: RuledStation,
  register: ArchiveRegister,
  now: Instant,
  bounds: PackageBounds = packageBounds,
): ArchivePlan {
  const today = calendarDateOf(now);
  const all = keptRecords(station, register, today);
  const due = all.filter((record) => mayLeave(record, today)).sort(byLastDay);
  const held: HeldRecord[] = [];
  const room = roomOf(register, bounds);
  const holdReason = holdsOf(register, now);
  const entriesById = new Map(register.entries.map((entry) => [entry.id, entry]));
  const applicationsByCertificate = new Map(
    register.applications.flatMap((each) =>
      each.issued === undefined ? [] : [[each.issued, each] as const],
    ),
  );
  const applicationsById = new Map(register.applications.map((each) => [each.id, each]));
  const crlsById = new Map(register.crls.map((crl) => [crl.id, crl]));

  const entries: RegisterEntry[] = [];
  const applications: Application[] = [];
  const crls: CrlRecord[] = [];
  const journals: string[] = [];
  let ruleSet: string | undefined;
  let ofOther = 0;
  /** The first that goes says by which set all of the package was kept. */
  const isOfPackage = (record: KeptRecord): boolean => {
    ruleSet ??= record.ruleSet;
    if (record.ruleSet === ruleSet) return true;
    if (record.kind !== 'journal') ofOther += 1;
    return false;
  };
  for (const record of due) {
    const entry = record.kind === 'certificate' ? entriesById.get(record.id) : undefined;
    if (entry !== undefined) {
      const reason = holdReason(entry);
      if (reason !== null) held.push({ record, reason });
      else if (isOfPackage(record)) {
        const application = applicationsByCertificate.get(entry.id);
        if (!room.takes('certificate', scanIds(application))) continue;
        entries.push(entry);
        if (application !== undefined) applications.push(application);
      }
    }
    const application = record.kind === 'application' ? applicationsById.get(record.id) : undefined;
    // One that led to a certificate goes with it.
    const isAlone = application !== undefined && !entriesById.has(application.issued ?? '');
    if (isAlone && isOfPackage(record)) {
      if (room.takes('application', scanIds(application))) applications.push(application);
    }
    const crl = record.kind === 'crl' ? crlsById.get(record.id) : undefined;
    if (crl !== undefined && isOfPackage(record) && room.takes('crl', [crl.id])) crls.push(crl);
    if (record.kind === 'journal' && isOfPackage(record)) journals.push(record.id);
  }
  const goes = new Set([
    ...entries.map(({ id }) => `certificate/${id}`),
    ...applications.map(({ id }) => `application/${id}`),
    ...applications.flatMap((application) => scanIds(application).map((id) => `scan/${id}`)),
    ...crls.map(({ id }) => `crl/${id}`),
    ...journals.map((id) => `journal/${id}`),
  ]);
  return {
    ...(ruleSet === undefined ? {} : { ruleSet }),
    records: due.filter(({ kind, id }) => goes.has(`${kind}/${id}`)),
    entries,
    applications,
    crls,
    journals,
    held,
    waiting: room.refused() + ofOther,
  };
}

/**
 * Why a certificate whose keeping is over has to stay all the same; null when it may go. Each generation of the key has a CRL
 * of its own.
 */
export function holdsOf(
  { cases, crls, endedGenerations = [] }: Pick<ArchiveRegister, 'cases' | 'crls' | 'endedGenerations'>,
  now: Instant,
): (entry: RegisterEntry) => HoldReason | null {
  const open = new Set(
    cases.flatMap(({ serialNumber, decision }) => (decision === undefined ? [serialNumber] : [])),
  );
  const lastPublished = new Map<number, Instant>();
  for (const { publishedAt, thisUpdate, generation } of crls) {
    const last = lastPublished.get(generation);
    if (publishedAt !== undefined && (last === undefined || compareInstants(thisUpdate, last) > 0))
      lastPublished.set(generation, thisUpdate);
  }
  return ({ id, notAfter, revocation, generation }) => {
    if (open.has(id)) return 'case-open';
    if (revocation === undefined) return null;
    if (compareInstants(now, notAfter) <= 0) return 'term-runs';
    if (endedGenerations.includes(generation)) return null;
    const last = lastPublished.get(generation);
    return last !== undefined && compareInstants(last, notAfter) > 0 ? null : 'not-listed-after-term';
  };
}

export function scanIds(application: Application | undefined): readonly string[] {
  return (application?.content.documents ?? []).flatMap(({ attachmentId }) =>
    attachmentId === undefined ? [] : [attachmentId],
  );
}

function byLastDay(a: KeptRecord, b: KeptRecord): number {
  const [left = '', right = ''] = [a.keepUntil, b.keepUntil];
  return left < right ? -1 : left > right ? 1 : 0;
}

interface Room {
  takes(kind: 'certificate' | 'application' | 'crl', weights: readonly string[]): boolean;
  refused(): number;
}

/** Counts what goes in; the first of each kind always fits, or a heavy one would wait for ever. */
function roomOf({ attachments, crls }: ArchiveRegister, bounds: PackageBounds): Room {
  const octetsById = new Map([...attachments, ...crls].map(({ id, octets }) => [id, octets]));
  const counts = { certificate: 0, application: 0, crl: 0 };
  let octets = 0;
  let refused = 0;
  return {
    takes(kind, weights) {
      const more = weights.reduce((sum, id) => sum + (octetsById.get(id) ?? 0), 0);
      const isFull = counts[kind] >= bounds.records || octets + more > bounds.octets;
      if (isFull && counts[kind] > 0) {
        refused += 1;
        return false;
      }
      counts[kind] += 1;
      octets += more;
      return true;
    },
    refused: () => refused,
  };
}
