import { archiveParts } from '#domain/archive/archive-package.ts';
import { type ArchivePlan, type PackageBounds, planArchive } from '#domain/archive/archive-plan.ts';
import {
  manifestName,
  manifestText,
  packageFormatVersion,
  signatureName,
} from '#domain/archive/package-manifest.ts';
import type { Application } from '#domain/application/application.ts';
import type { CancellationToken } from '#domain/base/cancellation.ts';
import { type Result, err, ok } from '#domain/base/result.ts';
import { encodeUtf8 } from '#domain/base/utf8.ts';
import type { RegisterEntry } from '#domain/register/register-entry.ts';
import type { RevocationCase } from '#domain/revocation/revocation-case.ts';
import { rulesAtDesk } from '#operations/office-rules.ts';
import { newId } from '#operations/transact.ts';
import type { Desk } from '#ports/desk.ts';
import type { PrintRefusal } from '#ports/printer.ts';
import { readArchiveRegister } from './archive-register.ts';
import {
  type Files,
  listedFiles,
  putCrl,
  putPapers,
  putRecords,
  putTables,
  type StoredFileMissing,
} from './package-files.ts';
import { packageRecords, type PackageRecords } from './package-records.ts';

/** What the forms of one certificate, or of one refused application, are printed from. */
export interface LifeToPrint {
  readonly application: Application | undefined;
  readonly entry: RegisterEntry | undefined;
  readonly certificateDer: Uint8Array | undefined;
  readonly cases: readonly RevocationCase[];
}

/** Prints the forms of several lives into one PDF file; null when they have none. */
export type FormsPrinter = (
  lives: readonly LifeToPrint[],
) => Promise<Result<Uint8Array | null, PrintRefusal>>;

export type MakePackageRefusal =
  | { readonly type: 'Locked' | 'StationMissing' | 'NothingToArchive' | 'ArchivingCancelled' }
  | StoredFileMissing
  | PrintRefusal;

export interface MakePackageOptions {
  readonly printForms?: FormsPrinter;
  readonly onProgress?: (done: number, total: number) => void;
  readonly cancellation?: CancellationToken;
  readonly bounds?: PackageBounds;
}

/** Forms of so many certificates go into one PDF: each file carries the fonts once. */
const livesToFile = 50;

/**
 * Everything whose keeping is over, as one file for the archive storage (R-17, G-19, N-15): a ZIP with a signed manifest,
 * encrypted as a whole to the officers and the recovery secret. Nothing in the register changes by it; what was written
 * and read back is given to `markArchived`.
 */
export async function makeArchivePackage(
  desk: Desk,
  options: MakePackageOptions = {},
): Promise<Result<Uint8Array, MakePackageRefusal>> {
  if (!desk.custody.isUnlocked()) return err({ type: 'Locked' });
  const snapshot = await desk.store.read();
  const station = await snapshot.get('station', 'station');
  if (station === undefined) return err({ type: 'StationMissing' });
  const rules = rulesAtDesk(desk, station);
  const madeAt = desk.clock.now();
  const register = await readArchiveRegister(snapshot);
  const plan = planArchive(rules, register, madeAt, options.bounds);
  if (plan.records.length === 0) return err({ type: 'NothingToArchive' });
  const records = await packageRecords(snapshot, plan);
  const lives = livesOf(plan, records);
  const steps = stepsOf(options, lives.length + plan.crls.length + 4);

  const files: Files = new Map();
  await putRecords(files, snapshot, records);
  steps.did(1);
  const papers = await putPapers(files, snapshot, records);
  if (!papers.ok) return papers;
  steps.did(1);
  for (const crl of plan.crls) {
    if (steps.isCancelled()) return err({ type: 'ArchivingCancelled' });
    const put = await putCrl(files, snapshot, crl);
    if (!put.ok) return put;
    steps.did(1);
  }
  const formsByApplication = new Map<string, string>();
  for (let from = 0; from < lives.length; from += livesToFile) {
    if (steps.isCancelled()) return err({ type: 'ArchivingCancelled' });
    const slice = lives.slice(from, from + livesToFile);
    const printed = await options.printForms?.(slice);
    if (printed?.ok === false) return printed;
    if (printed !== undefined && printed.value !== null) {
      const path = `forms/${String(from / livesToFile + 1).padStart(4, '0')}.pdf`;
      files.set(path, printed.value);
      for (const { application } of slice)
        if (application !== undefined) formsByApplication.set(application.id, path);
    }
    steps.did(slice.length);
  }
  const number = register.packages.length + 1;
  putTables(files, plan, {
    station,
    rules,
    number,
    madeAt,
    everyEntry: register.entries,
    formsByApplication,
  });
  const { authority, kind, ruleSet, stationId } = station;
  const manifest = encodeUtf8(
    manifestText({
      version: packageFormatVersion,
      packageId: newId(desk.random),
      number,
      stationId,
      kind,
      ruleSet,
      authority: { commonName: authority.commonName, organisation: authority.organisation },
      madeAt,
      retention: rules.retention,
      head: { seq: snapshot.head?.seq ?? 0, hash: snapshot.head?.hash ?? '' },
      parts: archiveParts(plan.records),
      journals: plan.journals,
      files: listedFiles(files, desk.sha256),
    }),
  );
  files.set(manifestName, manifest);
  files.set(signatureName, await desk.custody.signDetached(manifest, madeAt));
  steps.did(1);
  if (steps.isCancelled()) return err({ type: 'ArchivingCancelled' });
  const officers = await snapshot.list('officer');
  const recipients = [...officers.map(({ ageRecipient }) => ageRecipient), station.recoveryRecipient];
  const encrypted = await desk.custody.encrypt(await desk.archive.pack(files), recipients);
  steps.did(1);
  // The last moment at which nothing has left yet.
  return steps.isCancelled() ? err({ type: 'ArchivingCancelled' }) : ok(encrypted);
}

function livesOf(plan: ArchivePlan, records: PackageRecords): readonly LifeToPrint[] {
  const applications = new Map(plan.applications.map((application) => [application.id, application]));
  const certificates = new Map(records.certificate.map(({ id, der }) => [id, der]));
  const lives = plan.entries.map((entry): LifeToPrint => {
    const application = applications.get(entry.applicationId);
    applications.delete(entry.applicationId);
    return {
      application,
      entry,
      certificateDer: certificates.get(entry.id),
      cases: records.revocation.filter(({ serialNumber }) => serialNumber === entry.id),
    };
  });
  const refused = [...applications.values()].map((application): LifeToPrint => ({
    application,
    entry: undefined,
    certificateDer: undefined,
    cases: [],
  }));
  return [...lives, ...refused];
}

function stepsOf({ onProgress, cancellation }: MakePackageOptions, total: number) {
  let done = 0;
  return {
    did(steps: number): void {
      done += steps;
      onProgress?.(done, total);
    },
    isCancelled: () => cancellation?.isCancelled === true,
  };
}
