import { type ArchivePlan, scanIds } from '#domain/archive/archive-plan.ts';
import type { Attachment } from '#domain/application/attachment.ts';
import type { AuditRecord } from '#domain/audit/audit-record.ts';
import type { OfficerRecord } from '#domain/authority/officer-record.ts';
import type { Letter } from '#domain/application/letter.ts';
import type { Carrier } from '#domain/carrier/carrier.ts';
import type { LeavingNotice } from '#domain/revocation/leaving.ts';
import type { Delivery, StoredCertificate } from '#domain/register/register-entry.ts';
import type { RevocationCase } from '#domain/revocation/revocation-case.ts';
import {
  type Collections,
  type LoggedName,
  type PackagedName,
  loggedNames,
} from '#domain/exchange/collections.ts';
import type { Snapshot } from '#ports/register-store.ts';

/** The records of a package, by collection; officers only for their names. */
export type PackageRecords = {
  readonly [N in PackagedName]: readonly (N extends LoggedName
    ? Collections[N]
    : Pick<OfficerRecord, 'id' | 'name' | 'position'>)[];
};

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
  const ofBodies = await recordsOfBodies(snapshot, plan, cases);
  const attachments: Attachment[] = [];
  for (const id of [...plan.applications.flatMap(scanIds), ...ofBodies.letter.flatMap(signatoryScan)]) {
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
    ...ofBodies,
    officer: (await snapshot.list('officer')).map(({ id, name, position }) => ({ id, name, position })),
  };
}

/**
 * What belongs to a person of a state body beside the certificate's own life. Nothing of it leaves the register: a letter goes
 * with each package in which there is one of its persons, so that each can be read alone (G-17).
 */
async function recordsOfBodies(
  snapshot: Snapshot,
  { entries, applications }: ArchivePlan,
  cases: readonly RevocationCase[],
): Promise<Pick<PackageRecords, 'letter' | 'revocationLetter' | 'carrier' | 'leaving'>> {
  const letterIds = new Set(
    applications.flatMap(({ content }) => (content.form === 'G-F1a' ? [content.letterId] : [])),
  );
  const revocationLetterIds = new Set(
    cases.flatMap(({ source }) =>
      source.type === 'application' && source.content.form === 'G-F4a' ? [source.content.letterId] : [],
    ),
  );
  const carrier: Carrier[] = [];
  const leaving: LeavingNotice[] = [];
  for (const { id: only } of entries) {
    carrier.push(...(await snapshot.list('carrier', { index: 'certificate', only })));
    leaving.push(...(await snapshot.list('leaving', { index: 'serialNumber', only })));
  }
  return {
    letter: await present(letterIds, (id) => snapshot.get('letter', id)),
    revocationLetter: await present(revocationLetterIds, (id) => snapshot.get('revocationLetter', id)),
    carrier,
    leaving,
  };
}

async function present<T>(
  ids: ReadonlySet<string>,
  get: (id: string) => Promise<T | undefined>,
): Promise<readonly T[]> {
  const found: T[] = [];
  for (const id of ids) {
    const record = await get(id);
    if (record !== undefined) found.push(record);
  }
  return found;
}

/** G-4: the copy of the document of who signed. */
function signatoryScan({ content }: Letter): readonly string[] {
  const { attachmentId } = content.signatory.document;
  return attachmentId === undefined ? [] : [attachmentId];
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
