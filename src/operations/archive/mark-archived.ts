import { firstRuleSet } from '#domain/authority/rule-sets.ts';
import { type ArchivePackage, archivePackageId } from '#domain/archive/archive-package.ts';
import { holdsOf } from '#domain/archive/archive-plan.ts';
import { keptRecords, mayLeave } from '#domain/archive/keeping.ts';
import { recordDigest } from '#domain/audit/record-digest.ts';
import type { ArchiveMark } from '#domain/authority/retention.ts';
import type { Station } from '#domain/authority/station.ts';
import { type Instant, calendarDateOf } from '#domain/base/instant.ts';
import { type Result, err, ok } from '#domain/base/result.ts';
import { withoutEntries } from '#domain/crl/thin-chunk.ts';
import { loggedNames } from '#domain/exchange/collections.ts';
import { lockAfterAct } from '#operations/lock.ts';
import { type AuditedPut, type TransactionRefusal, newSalt, transact } from '#operations/transact.ts';
import type { Desk } from '#ports/desk.ts';
import type { Snapshot } from '#ports/register-store.ts';
import { readArchiveRegister } from './archive-register.ts';
import { openArchivePackage, type OpenedPackage, type OpenPackageRefusal } from './open-package.ts';
import type { PackageRecords } from './package-records.ts';

export type MarkArchivedRefusal =
  | TransactionRefusal
  | OpenPackageRefusal
  | { readonly type: 'StationMissing' | 'PackageOfOtherStation' }
  | { readonly type: 'PackageMarked'; readonly number: number }
  /** The register went on since the package was made, or the record may not leave (yet). */
  | { readonly type: 'PackageOutdated'; readonly collection: string; readonly id: string };

type Planned = Result<
  { readonly puts: readonly AuditedPut[]; readonly record: ArchivePackage },
  MarkArchivedRefusal
>;

/**
 * The end of keeping (R-17, G-19, N-15): called with the package as it was read back from the medium. All of it is opened
 * and verified once more, every record is compared with the register, and only then one strict commit marks the records as
 * archived. Nothing is taken out of the register; revoked certificates leave the CRL, whose next edition says since when
 * it lists all of them.
 */
export async function markArchived(
  desk: Desk,
  command: { readonly file: Uint8Array; readonly fileName: string },
): Promise<Result<ArchivePackage, MarkArchivedRefusal>> {
  const opened = await openArchivePackage(desk, { file: command.file, secret: 'open-vault' });
  if (!opened.ok) return opened;
  if (!opened.value.isOwn) return err({ type: 'PackageOfOtherStation' });
  if (opened.value.knownAs !== undefined) return err({ type: 'PackageMarked', number: opened.value.knownAs });
  const marked = await transact<ArchivePackage, MarkArchivedRefusal>(desk, async (snapshot, now) => {
    const officer = desk.custody.officerId();
    if (officer === null) return err({ type: 'Locked' });
    const station = await snapshot.get('station', 'station');
    if (station === undefined) return err({ type: 'StationMissing' });
    const planned = await planMarks(desk, snapshot, {
      opened: opened.value,
      station,
      now,
      officer,
      ...command,
    });
    if (!planned.ok) return planned;
    const { puts, record } = planned.value;
    const { entry, application, crl } = opened.value.records;
    return ok({
      acts: [
        {
          act: 'records-archived',
          subjects: [record.id, ...[...entry, ...application, ...crl].map(({ id }) => id)],
          puts: [...puts, { collection: 'archivePackage', record }],
        },
      ],
      answer: record,
    });
  });
  if (marked.ok) await lockAfterAct(desk);
  return marked;
}

async function planMarks(
  desk: Desk,
  snapshot: Snapshot,
  context: {
    readonly opened: OpenedPackage;
    readonly station: Station;
    readonly now: Instant;
    readonly officer: string;
    readonly fileName: string;
  },
): Promise<Planned> {
  const { opened, station, now, officer, fileName } = context;
  const { manifest, records } = opened;
  const register = await readArchiveRegister(snapshot, now);
  const number = register.packages.length + 1;
  const outdated = (collection: string, id: string): Planned =>
    err({ type: 'PackageOutdated', collection, id });
  if (manifest.number !== number) return outdated('archivePackage', archivePackageId(manifest.number));
  for (const collection of loggedNames)
    for (const packaged of records[collection]) {
      const present = await snapshot.get(collection, packaged.id);
      const isSame =
        present !== undefined && recordDigest(present, desk.sha256) === recordDigest(packaged, desk.sha256);
      if (!isSame) return outdated(collection, packaged.id);
    }
  const later = await laterRecord(snapshot, records);
  if (later !== null) return outdated(later[0], later[1]);
  const today = calendarDateOf(now);
  const leaving = new Set(
    keptRecords(station, register, today)
      .filter((record) => mayLeave(record, today))
      .map(({ kind, id }) => `${kind}/${id}`),
  );
  const stays = ([kind, id]: readonly [string, string]) => !leaving.has(`${kind}/${id}`);
  const early = [
    ...records.entry.map(({ id }) => ['certificate', id] as const),
    ...records.application.map(({ id }) => ['application', id] as const),
    ...records.crl.map(({ id }) => ['crl', id] as const),
    ...manifest.journals.map((year) => ['journal', year] as const),
  ].find(stays);
  if (early !== undefined) return outdated(early[0], early[1]);
  const holdReason = holdsOf(register, now);
  const held = records.entry.find((entry) => holdReason(entry) !== null);
  if (held !== undefined) return outdated('entry', held.id);

  const archived: ArchiveMark = { package: archivePackageId(number), at: now };
  const mark = () => ({ salt: newSalt(desk.random), archived });
  const revoked = records.entry.filter(({ revocation }) => revocation !== undefined);
  const unlistedUntil = revoked
    .map(({ notAfter }) => notAfter)
    .sort()
    .at(-1);
  return ok({
    puts: [
      ...records.entry.map((record) => ({ collection: 'entry', record: { ...record, ...mark() } }) as const),
      ...records.application.map(
        (record) => ({ collection: 'application', record: { ...record, ...mark() } }) as const,
      ),
      ...records.crl.map((record) => ({ collection: 'crl', record: { ...record, ...mark() } }) as const),
      ...(await thinnedChunks(desk, snapshot, new Set(revoked.map(({ id }) => id)))),
    ],
    record: {
      id: archivePackageId(number),
      salt: newSalt(desk.random),
      number,
      packageId: manifest.packageId,
      fileName,
      octets: opened.octets,
      sha256Hex: opened.sha256Hex,
      manifestSha256Hex: opened.manifestSha256Hex,
      madeAt: manifest.madeAt,
      archivedAt: now,
      officer,
      clause: manifest.retention.archiveClause,
      ...(manifest.ruleSet === firstRuleSet ? {} : { ruleSet: manifest.ruleSet }),
      parts: manifest.parts,
      journals: manifest.journals,
      ...(unlistedUntil === undefined ? {} : { unlistedUntil }),
    },
  });
}

/** A delivery or a case that came after the package was made: a certificate's life goes whole or not at all. */
async function laterRecord(
  snapshot: Snapshot,
  records: PackageRecords,
): Promise<readonly [string, string] | null> {
  const packaged = new Set([...records.delivery, ...records.revocation].map(({ id }) => id));
  for (const { id: only } of records.entry)
    for (const collection of ['delivery', 'revocation'] as const)
      for (const { id } of await snapshot.list(collection, { index: 'serialNumber', only }))
        if (!packaged.has(id)) return [collection, id];
  return null;
}

/** The CRL's entries without those that are archived now. */
async function thinnedChunks(
  desk: Desk,
  snapshot: Snapshot,
  serialNumbers: ReadonlySet<string>,
): Promise<readonly AuditedPut[]> {
  if (serialNumbers.size === 0) return [];
  return (await snapshot.list('crlChunk')).flatMap((chunk) => {
    const thinned = withoutEntries(chunk, serialNumbers);
    return thinned === chunk
      ? []
      : [{ collection: 'crlChunk' as const, record: { ...chunk, ...thinned, salt: newSalt(desk.random) } }];
  });
}
