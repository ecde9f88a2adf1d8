import { type ArchivePlan, scanIds } from '#domain/archive/archive-plan.ts';
import type { PackagedName } from '#domain/archive/packaged-records.ts';
import type { Application } from '#domain/application/application.ts';
import type { Attachment } from '#domain/application/attachment.ts';
import type { AuditRecord } from '#domain/audit/audit-record.ts';
import type { OfficerRecord } from '#domain/authority/officer-record.ts';
import type { CrlRecord } from '#domain/crl/published-crl.ts';
import type { Delivery, RegisterEntry, StoredCertificate } from '#domain/register/register-entry.ts';
import type { RevocationCase } from '#domain/revocation/revocation-case.ts';
import type { Snapshot } from '#ports/register-store.ts';

/** The records of a package, by collection; officers only for their names. */
export interface PackageRecords {
  readonly entry: readonly RegisterEntry[];
  readonly certificate: readonly StoredCertificate[];
  readonly application: readonly Application[];
  readonly attachment: readonly Attachment[];
  readonly delivery: readonly Delivery[];
  readonly revocation: readonly RevocationCase[];
  readonly crl: readonly CrlRecord[];
  readonly officer: readonly Pick<OfficerRecord, 'id' | 'name' | 'position'>[];
}

/** In the order of the files in the package. */
export const packagedNames: readonly PackagedName[] = [
  'entry',
  'certificate',
  'application',
  'attachment',
  'delivery',
  'revocation',
  'crl',
  'officer',
];

/** Those that the log speaks of with the very digest of their line in the package. */
export const loggedNames = packagedNames.filter((name) => name !== 'officer');

/** A certificate's whole life, and what goes on its own. */
export async function packageRecords(snapshot: Snapshot, plan: ArchivePlan): Promise<PackageRecords> {
  const certificates: StoredCertificate[] = [];
  const deliveries: Delivery[] = [];
  const cases: RevocationCase[] = [];
  for (const { id } of plan.entries) {
    const certificate = await snapshot.get('certificate', id);
    if (certificate !== undefined) certificates.push(certificate);
    deliveries.push(...(await snapshot.list('delivery', { index: 'serialNumber', only: id })));
    cases.push(...(await snapshot.list('revocation', { index: 'serialNumber', only: id })));
  }
  const attachments: Attachment[] = [];
  for (const id of plan.applications.flatMap(scanIds)) {
    const attachment = await snapshot.get('attachment', id);
    if (attachment !== undefined) attachments.push(attachment);
  }
  return {
    entry: plan.entries,
    certificate: certificates,
    application: plan.applications,
    attachment: attachments,
    delivery: deliveries,
    revocation: cases,
    crl: plan.crls,
    officer: (await snapshot.list('officer')).map(({ id, name, position }) => ({ id, name, position })),
  };
}

const pageLength = 500;

/** Every act of the log that wrote one of the records or names it, in order: what vouches for them. */
export async function logOf(snapshot: Snapshot, records: PackageRecords): Promise<readonly AuditRecord[]> {
  const written = new Set(
    loggedNames.flatMap((name) => records[name].map((record) => `${name}/${record.id}`)),
  );
  const named = new Set(
    [records.entry, records.application, records.revocation].flatMap((list) => list.map(({ id }) => id)),
  );
  const found: AuditRecord[] = [];
  for (let after = ''; ;) {
    const page = await snapshot.list('audit', { limit: pageLength, ...(after === '' ? {} : { after }) });
    found.push(
      ...page.filter(
        ({ subjects, writes }) =>
          subjects.some((subject) => named.has(subject)) ||
          writes.some(({ collection, id }) => written.has(`${collection}/${id}`)),
      ),
    );
    const last = page.at(-1);
    if (last === undefined) return found;
    after = last.id;
  }
}
