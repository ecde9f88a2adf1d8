import { firstRuleSet, lawOfRecord, rulesOf, rulesOfRecord } from '#domain/authority/rule-sets.ts';
import { archiveParts } from '#domain/archive/archive-package.ts';
import { type PackageBounds, planArchive } from '#domain/archive/archive-plan.ts';
import {
  manifestName,
  manifestText,
  packageFormatVersion,
  signatureName,
} from '#domain/archive/package-manifest.ts';
import type { CancellationToken } from '#domain/base/cancellation.ts';
import { type Result, err } from '#domain/base/result.ts';
import { encodeUtf8 } from '#domain/base/utf8.ts';
import { newId } from '#operations/transact.ts';
import { type NotYourRole, actRefusal, fileRefusal } from '#operations/your-role.ts';
import { requireSound } from '#operations/soundness.ts';
import type { RegisterTouched } from '#operations/verified-head.ts';
import { provenReading } from '#operations/proof/proven-reading.ts';
import type { Desk } from '#ports/desk.ts';
import type { Printer } from '#ports/printer.ts';
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
import { formsPrinter, livesOf, putForms } from './package-forms.ts';
import { packageRecords } from './package-records.ts';

export type MakePackageRefusal =
  | { readonly type: 'Locked' | 'StationMissing' | 'NothingToArchive' | 'ArchivingCancelled' }
  | StoredFileMissing
  | NotYourRole
  | RegisterTouched;

export interface MakePackageOptions {
  /** Absent: the package goes without the forms. */
  readonly printer?: Printer;
  readonly onProgress?: (done: number, total: number) => void;
  readonly cancellation?: CancellationToken;
  readonly bounds?: PackageBounds;
}

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
  const sound = await requireSound(desk, 'backup');
  if (!sound.ok) return sound;
  const snapshot = await provenReading(desk);
  const ofOthers =
    (await actRefusal(desk, snapshot, 'records-archived')) ?? (await fileRefusal(desk, snapshot, 'station'));
  if (ofOthers !== null) return err(ofOthers);
  const station = await snapshot.get('station', 'station');
  if (station === undefined) return err({ type: 'StationMissing' });
  const madeAt = desk.clock.now();
  const register = await readArchiveRegister(snapshot, madeAt);
  const plan = planArchive(station, register, madeAt, options.bounds);
  if (plan.records.length === 0) return err({ type: 'NothingToArchive' });
  const { ruleSet = firstRuleSet } = plan;
  const rules = rulesOfRecord(station, { ruleSet });
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
  const officers = await snapshot.list('officer');
  const print =
    options.printer === undefined
      ? undefined
      : formsPrinter({ station, officers, rules: rulesOf(station), sha256: desk.sha256 }, options.printer);
  const formsByApplication = await putForms(files, lives, print, steps);
  if (steps.isCancelled()) return err({ type: 'ArchivingCancelled' });
  const number = register.packages.length + 1;
  putTables(files, plan, {
    station,
    retention: rules.retention,
    act: lawOfRecord(station, { ruleSet }),
    number,
    madeAt,
    everyEntry: register.entries,
    formsByApplication,
  });
  const { authority, kind, stationId } = station;
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
  const encrypted = await desk.custody.encrypt(await desk.archive.pack(files), 'officers');
  if (!encrypted.ok) return encrypted;
  steps.did(1);
  // The last moment at which nothing has left yet.
  return steps.isCancelled() ? err({ type: 'ArchivingCancelled' }) : encrypted;
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
