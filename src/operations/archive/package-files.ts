import { type ArchivePlan, scanIds } from '#domain/archive/archive-plan.ts';
import {
  certificatePath,
  certificateTable,
  crlPath,
  crlTable,
  type FilesOf,
  journalTable,
  refusedTable,
  sumsText,
} from '#domain/archive/package-index.ts';
import { packageReadme } from '#domain/archive/package-readme.ts';
import type { PackageFile } from '#domain/archive/package-manifest.ts';
import type { Application } from '#domain/application/application.ts';
import { canonicalRecord } from '#domain/audit/record-digest.ts';
import type { LegalAct } from '#domain/authority/legal-act.ts';
import type { AuthorityRules } from '#domain/authority/rule-set.ts';
import type { Station } from '#domain/authority/station.ts';
import { bytesToHex } from '#domain/base/bytes.ts';
import { type Instant, calendarDateOf } from '#domain/base/instant.ts';
import { type Result, err, ok } from '#domain/base/result.ts';
import { encodeUtf8 } from '#domain/base/utf8.ts';
import { writePem } from '#domain/der/pem.ts';
import { packagedNames } from '#domain/exchange/collections.ts';
import type { RegisterEntry } from '#domain/register/register-entry.ts';
import type { Desk } from '#ports/desk.ts';
import type { Snapshot } from '#ports/register-store.ts';
import { logOf, type PackageRecords } from './package-records.ts';

/** A file that the register speaks of is not there: such a register is checked first and archived later. */
export interface StoredFileMissing {
  readonly type: 'StoredFileMissing';
  readonly collection: string;
  readonly id: string;
}

export type Files = Map<string, Uint8Array>;

/** The records as lines whose SHA-256 is the log's digest, the acts of the log that wrote them, and every officer's name. */
export async function putRecords(files: Files, snapshot: Snapshot, records: PackageRecords): Promise<void> {
  for (const name of packagedNames)
    files.set(
      `records/${name}.jsonl`,
      encodeUtf8(records[name].map((record) => `${canonicalRecord(record)}\n`).join('')),
    );
  const acts = await logOf(snapshot, records);
  files.set('audit.jsonl', encodeUtf8(acts.map((act) => `${canonicalRecord(act)}\n`).join('')));
}

/** Certificates as DER; scans as they lie in the register, each encrypted by itself. */
export async function putPapers(
  files: Files,
  snapshot: Snapshot,
  records: PackageRecords,
): Promise<Result<null, StoredFileMissing>> {
  const certificates = new Map(records.certificate.map(({ id, der }) => [id, der]));
  for (const { id } of records.entry) {
    const der = certificates.get(id);
    if (der === undefined) return err({ type: 'StoredFileMissing', collection: 'certificate', id });
    files.set(certificatePath(id), der);
  }
  for (const { id } of records.attachment) {
    const blob = await snapshot.get('blob', id);
    if (blob === undefined) return err({ type: 'StoredFileMissing', collection: 'blob', id });
    files.set(scanPath(id), blob.octets);
  }
  return ok(null);
}

/** One CRL as it was published: the list, the log's head that went out beside it, the station's signature on that. */
export async function putCrl(
  files: Files,
  snapshot: Snapshot,
  { id, crlNumber, headJson, headSignatureDer }: PackageRecords['crl'][number],
): Promise<Result<null, StoredFileMissing>> {
  const file = await snapshot.get('crlFile', id);
  if (file === undefined) return err({ type: 'StoredFileMissing', collection: 'crlFile', id });
  files.set(crlPath(crlNumber), file.octets);
  files.set(`crls/${crlNumber}.head.json`, encodeUtf8(headJson));
  files.set(`crls/${crlNumber}.head.json.p7s`, headSignatureDer);
  return ok(null);
}

/** The tables for people, the journals of years that are over, the certificates above, and how all of it is checked. */
export function putTables(
  files: Files,
  plan: ArchivePlan,
  context: {
    readonly station: Station;
    /** By which what is in it was kept, and of which act. */
    readonly retention: AuthorityRules['retention'];
    readonly act: LegalAct;
    readonly number: number;
    readonly madeAt: Instant;
    readonly everyEntry: readonly RegisterEntry[];
    /** Path of the printed forms, by the id of the application. */
    readonly formsByApplication: ReadonlyMap<string, string>;
  },
): void {
  const { station, retention, act, number, madeAt, everyEntry, formsByApplication } = context;
  const until = new Map(plan.records.map((record) => [`${record.kind}/${record.id}`, record]));
  const applications = new Map(plan.applications.map((application) => [application.id, application]));
  const filesOf = (id: string): FilesOf => {
    const forms = formsByApplication.get(id);
    return {
      scans: scanIds(applications.get(id)).map(scanPath),
      ...(forms === undefined ? {} : { forms }),
    };
  };
  const issued = new Set(plan.entries.map(({ applicationId }) => applicationId));
  const refused = plan.applications.filter(({ id }: Application) => !issued.has(id));
  files.set(
    'index.csv',
    certificateTable(plan.entries, ({ applicationId }) => filesOf(applicationId), until),
  );
  files.set(
    'applications.csv',
    refusedTable(refused, ({ id }) => filesOf(id), until),
  );
  files.set('crls.csv', crlTable(plan.crls, until));
  for (const year of plan.journals) files.set(`journals/${year}.csv`, journalTable(year, everyEntry));
  putAuthority(files, station);
  files.set(
    'README.txt',
    encodeUtf8(
      packageReadme({
        number,
        commonName: station.authority.commonName,
        madeOn: calendarDateOf(madeAt),
        act,
        archiveClause: retention.archiveClause,
        years: retention.years,
      }),
    ),
  );
}

/** Adds `SHA256SUMS` over everything before it; the list is that of the manifest. */
export function listedFiles(files: Files, sha256: Desk['sha256']): readonly PackageFile[] {
  const listed = (path: string, octets: Uint8Array): PackageFile => ({
    path,
    octets: octets.length,
    sha256: bytesToHex(sha256(octets)),
  });
  const content = [...files].map(([path, octets]) => listed(path, octets));
  const sums = encodeUtf8(sumsText(content));
  files.set('SHA256SUMS', sums);
  return [...content, listed('SHA256SUMS', sums)];
}

export function scanPath(id: string): string {
  return `scans/${id}.age`;
}

function putAuthority(files: Files, station: Station): void {
  const { authorityCertificateDer, chainDer, stationCertificateDer } = station;
  if (authorityCertificateDer !== undefined) {
    files.set('authority/ca.cer', authorityCertificateDer);
    files.set('authority/ca.pem', pem(authorityCertificateDer));
    files.set('authority/chain.pem', pem(authorityCertificateDer, ...chainDer));
  }
  // What a former key issued is verified by that key's own certificate.
  for (const former of station.formerAuthorities ?? []) {
    const of = String(former.generation);
    files.set(`authority/ca-${of}.cer`, former.certificateDer);
    files.set(`authority/ca-${of}.pem`, pem(former.certificateDer));
    files.set(`authority/chain-${of}.pem`, pem(former.certificateDer, ...former.chainDer));
  }
  files.set('authority/station.cer', stationCertificateDer);
  files.set('authority/station.pem', pem(stationCertificateDer));
}

function pem(...certificates: readonly Uint8Array[]): Uint8Array {
  return encodeUtf8(certificates.map((der) => writePem('CERTIFICATE', der)).join(''));
}
