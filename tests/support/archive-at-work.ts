import { picture } from './picture.ts';
import { unzipFiles, zipFiles } from '#adapters/zip/zip.ts';
import { contentDigest } from '#domain/application/content-digest.ts';
import type { Instant } from '#domain/base/instant.ts';
import type { CrlRecord } from '#domain/crl/published-crl.ts';
import type { RegisterEntry } from '#domain/register/register-entry.ts';
import { refuseApplication } from '#operations/application/examine.ts';
import { receiveApplications } from '#operations/application/receive.ts';
import { encryptScan } from '#operations/application/scan.ts';
import { recordDelivery } from '#operations/certificate/deliver.ts';
import { signCrl } from '#operations/crl/sign-crl.ts';
import { decideRevocation } from '#operations/revocation/revoke.ts';
import { receiveRevocation } from '#operations/revocation/receive.ts';
import { confirmClock } from '#operations/station/unlock.ts';
import { makeArchivePackage } from '#operations/archive/make-package.ts';
import {
  type OfficeAtWork,
  aLegalEntity,
  anIndividual,
  anOffice,
  issued,
  setUp,
  taken,
} from './office-at-work.ts';
import { applicationToRevoke } from '#tests/support/revocation-samples.ts';
import { published as publishedList } from '#tests/support/publishing.ts';

/** Six years after the beginning: what ended in the first year may go, what ended later may not. */
export const sixYearsLater = '2032-12-01T05:00:00Z' as Instant;

export interface OldOffice {
  readonly office: OfficeAtWork;
  readonly words: readonly string[];
  /** Expired after its year. */
  readonly expired: RegisterEntry;
  /** Revoked in its first minutes. */
  readonly revoked: RegisterEntry;
  readonly crl: CrlRecord;
}

/** A National CA with an expired certificate, a revoked one, a refused application with a scan and two CRLs, years ago. */
export async function anOldOffice(office = anOffice()): Promise<OldOffice> {
  const words = await setUp(office);
  const { desk } = office;
  const expired = await issued(office);
  taken(await recordDelivery(desk, { serialNumber: expired.id, way: 'e-mail', recipient: 'n@example.kz' }));
  const revoked = await issued(office, aLegalEntity());
  const scan = taken(await encryptScan(desk, { name: 'scan.png', octets: picture }));
  const [refused] = taken(
    await receiveApplications(desk, {
      applications: [{ content: withScan(scan.attachment.id), scans: [scan] }],
    }),
  );
  if (refused === undefined) throw new Error('no application');
  taken(
    await refuseApplication(desk, {
      applicationId: refused.id,
      contentDigest: contentDigest(refused, desk.sha256),
      grounds: [{ ground: 'document-missing', text: 'сенімхат жоқ' }],
    }),
  );
  office.pass(60);
  await revoke(office, revoked);
  const crl = await published(office);
  return { office, words, expired, revoked, crl };
}

/** The clock goes on by years, the officer says that the date is right, and the overdue CRL is published. */
export async function yearsLater(office: OfficeAtWork, now: Instant = sixYearsLater): Promise<void> {
  office.setClock(now);
  taken(await confirmClock(office.desk));
  await published(office);
}

export async function published({ desk, pass }: OfficeAtWork): Promise<CrlRecord> {
  const crl = taken(await signCrl(desk));
  pass(1);
  return publishedList(desk, crl);
}

export async function revoke({ desk }: OfficeAtWork, entry: RegisterEntry): Promise<void> {
  const found = taken(
    await receiveRevocation(desk, {
      serialNumber: entry.id,
      ground: 'key-compromise',
      source: applicationToRevoke(entry),
    }),
  );
  taken(await decideRevocation(desk, { caseId: found.id, confirmedCorrect: true }));
}

/** The package of an office, and its ZIP in clear. */
export async function packed({ desk }: OfficeAtWork): Promise<{ file: Uint8Array; zip: Uint8Array }> {
  const file = taken(await makeArchivePackage(desk));
  return { file, zip: taken(await desk.custody.decryptPackage(file)) };
}

/** The same ZIP with its files changed. */
export function repacked(zip: Uint8Array, change: (files: Map<string, Uint8Array>) => void): Uint8Array {
  const files = new Map(taken(unzipFiles(zip, 1e9)));
  change(files);
  return zipFiles(files);
}

function withScan(attachmentId: string) {
  const content = anIndividual({ iin: '920308400012', surname: 'Серікова', givenName: 'Айгүл' });
  return { ...content, documents: content.documents.map((document) => ({ ...document, attachmentId })) };
}
