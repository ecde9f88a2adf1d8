import { type Attachment, acceptedScanType } from '#domain/application/attachment.ts';
import type { Station } from '#domain/authority/station.ts';
import { bytesToHex } from '#domain/base/bytes.ts';
import { canonicalForm } from '#domain/base/canonical-form.ts';
import type { Instant } from '#domain/base/instant.ts';
import { type Result, err, ok } from '#domain/base/result.ts';
import type { PackageRefusal } from '#domain/exchange/package/judge.ts';
import type { PackageIn } from '#domain/exchange/package/package-records.ts';
import {
  type ReceiveRefusal,
  type ReceivedApplication,
  receivedRecord,
  receptionOf,
} from '#operations/application/receive.ts';
import {
  type ReceiveRevocationRefusal,
  caseReceptionOf,
  receivedCase,
} from '#operations/revocation/receive.ts';
import { type Act, type TransactionRefusal, newSalt, transact } from '#operations/transact.ts';
import type { StatementRefusal } from '#ports/custody.ts';
import type { Desk } from '#ports/desk.ts';
import type { Put, Snapshot } from '#ports/register-store.ts';
import { provenReading } from '#operations/proof/proven-reading.ts';
import { statedStation } from '#operations/stated-station.ts';
import type { IncomingApplication, TakenChange } from './item-outcome.ts';
import type { LookedAtItem } from './look-at-items.ts';
import { stopSenderOf } from './stop-sender.ts';
import { type LookRefusal, type OpenedPackage, judged, openedPackage } from './look-at-package.ts';

export interface TakePackageCommand {
  readonly file: Uint8Array;
  /** SHA-256 of the manifest that was looked at. */
  readonly id: string;
  /** What the officer decided of each item of a person who is here already (I04). */
  readonly conflicts: Readonly<Record<string, 'taken' | 'declined'>>;
}

export type TakePackageRefusal =
  | LookRefusal
  | TransactionRefusal
  | PackageRefusal
  | ReceiveRefusal
  | ReceiveRevocationRefusal
  | StatementRefusal
  | { readonly type: 'Locked' | 'StationMissing' }
  /** These octets are not those that were looked at. */
  | { readonly type: 'PackageDiffers' }
  /** An officer has to say what becomes of each. */
  | { readonly type: 'ConflictUndecided'; readonly ids: readonly string[] }
  | { readonly type: 'ScanUnreadable' };

export type TakenOutcome =
  | { readonly type: 'taken'; readonly record: PackageIn; readonly entered: number; readonly same: number }
  /** Nothing was to be written: it is here, or a later one had all of it. */
  | { readonly type: 'same'; readonly number: number }
  | { readonly type: 'covered'; readonly number: number; readonly by: number };

/**
 * Takes a package in, in one transaction: every item that can be, each exactly once, and what the sender acknowledges. It is judged again on the
 * register as it stands in that transaction, so that of two tabs with two media one enters it and the other finds it the same (K10).
 */
export async function takePackage(
  desk: Desk,
  command: TakePackageCommand,
): Promise<Result<TakenOutcome, TakePackageRefusal>> {
  const before = await (await provenReading(desk)).get('station', 'station');
  if (before === undefined) return err({ type: 'StationMissing' });
  const opened = await openedPackage(desk, before, command.file);
  if (!opened.ok) return opened;
  if (opened.value.id !== command.id) return err({ type: 'PackageDiffers' });
  const taken = await takeOpened(desk, opened.value, command);
  const isContradiction =
    !taken.ok && (taken.error.type === 'PackageForked' || taken.error.type === 'PackageOfEarlierEpoch');
  if (isContradiction) {
    const stopped = await stopSenderOf(desk, opened.value);
    if (!stopped.ok) return stopped;
  }
  return taken;
}

function takeOpened(
  desk: Desk,
  opened: OpenedPackage,
  command: TakePackageCommand,
): Promise<Result<TakenOutcome, TakePackageRefusal>> {
  return transact<TakenOutcome, TakePackageRefusal>(desk, async (snapshot, time) => {
    const officer = desk.custody.officerId();
    if (officer === null) return err({ type: 'Locked' });
    const station = await snapshot.get('station', 'station');
    if (station === undefined) return err({ type: 'StationMissing' });
    const { verdict, items } = await judged(desk, snapshot, station, opened);
    if (verdict.type === 'same' || verdict.type === 'covered') return ok({ acts: [], answer: verdict });
    if (verdict.type !== 'new' && verdict.type !== 'receipt') return err(verdict);
    const undecided = items.flatMap(({ item, outcome }) =>
      outcome.type === 'conflict' && command.conflicts[item.id] === undefined ? [item.id] : [],
    );
    if (undecided.length > 0) return err({ type: 'ConflictUndecided', ids: undecided });
    const planned = await planItems(desk, snapshot, opened, {
      ...{ station, items, time, officer, conflicts: command.conflicts },
    });
    if (!planned.ok) return planned;
    const { acts, blobs, declined } = planned.value;
    const { manifest, id, manifestText } = opened;
    const record: PackageIn = {
      ...{ id, salt: newSalt(desk.random), peer: manifest.sender, pairing: manifest.pairing },
      ...{ manifest: manifestText, officer, takenAt: time, declined },
      waiting: items.flatMap(({ item, outcome }) => (outcome.type === 'waiting' ? [item.id] : [])),
    };
    // Read once more, and nothing came of it.
    const taken = await snapshot.get('packageIn', id);
    if (taken !== undefined && acts.length === 0 && isSameOutcome(taken, record))
      return ok({ acts: [], answer: { type: 'same' as const, number: manifest.number } });
    return ok({
      acts: [
        {
          act: 'package-taken' as const,
          subjects: [id, String(manifest.number), manifest.sender],
          puts: [{ collection: 'packageIn' as const, record }],
        },
        ...acts,
      ],
      unauditedPuts: blobs,
      answer: {
        type: 'taken' as const,
        record,
        entered: acts.length,
        same: items.filter(({ outcome }) => outcome.type === 'same').length,
      },
    });
  });
}

function isSameOutcome(one: PackageIn, other: PackageIn): boolean {
  const text = ({ declined }: PackageIn) => canonicalForm(declined.map((each) => ({ ...each })));
  return one.waiting.length + other.waiting.length === 0 && text(one) === text(other);
}

interface Planned {
  readonly acts: readonly Act[];
  readonly blobs: readonly Put[];
  readonly declined: PackageIn['declined'];
}

async function planItems(
  desk: Desk,
  snapshot: Snapshot,
  opened: OpenedPackage,
  {
    station,
    items,
    time,
    officer,
    conflicts,
  }: {
    readonly station: Station;
    readonly items: readonly LookedAtItem[];
    readonly time: Instant;
    readonly officer: string;
    readonly conflicts: TakePackageCommand['conflicts'];
  },
): Promise<Result<Planned, TakePackageRefusal>> {
  const acts: Act[] = [];
  const blobs: Put[] = [];
  const declined: { id: string; because: string }[] = [];
  const skip = { application: 0, revocation: 0 };
  const serialNumbers = new Set<string>();
  const entered = new Set<string>();
  for (const { item, outcome } of items) {
    const decline = (because: string) => declined.push({ id: item.id, because });
    if (outcome.type === 'unfit') decline(outcome.because);
    else if (outcome.type === 'differs') decline('ItemDiffers');
    else if (outcome.type === 'conflict' && conflicts[item.id] === 'declined') decline('SamePerson');
    else if ('change' in outcome) {
      const act = await actOf(desk, snapshot, station, outcome.change);
      if (!act.ok) return act;
      acts.push(act.value);
    } else if ('revocation' in outcome) {
      const { revocation } = outcome;
      // Two papers for one certificate in one package: the first opens the case.
      if (serialNumbers.has(revocation.serialNumber)) {
        decline('CaseOpen');
        continue;
      }
      serialNumbers.add(revocation.serialNumber);
      const record = await receivedCase(desk, snapshot, revocation, { time, officer, skip: skip.revocation });
      if (!record.ok) return record;
      skip.revocation += 1;
      acts.push(caseReceptionOf(record.value));
    } else if ('application' in outcome) {
      const at = { time, officer, skip: skip.application };
      const record = await receivedRecord(desk, snapshot, outcome.application.received, at);
      if (!record.ok) return record;
      const scans = await encryptedScans(desk, opened, outcome.application, { addedAt: time, entered });
      if (!scans.ok) return scans;
      skip.application += 1;
      const reception = receptionOf(record.value, scans.value);
      acts.push(reception.act);
      blobs.push(...reception.blobs);
    }
  }
  return ok({ acts, blobs, declined });
}

/** A set of rules goes into the station's record, of which the next statement is signed; the rest is as it was looked at. */
async function actOf(
  desk: Desk,
  snapshot: Snapshot,
  before: Station,
  change: TakenChange,
): Promise<Result<Act, TakePackageRefusal>> {
  if (change.of !== 'rules') return ok(change.act);
  const stated = await statedStation(desk, snapshot, before, change.station);
  if (!stated.ok) return stated;
  const held = change.station.heldRuleSets?.find(({ id }) => id === change.id);
  const subjects = [before.stationId, change.id, held?.sha256Hex ?? '', held?.from ?? ''];
  const record = stated.value;
  return ok({
    act: 'rule-set-passed',
    subjects: [...subjects, held?.order.number ?? ''],
    puts: [{ collection: 'station', record }],
  });
}

/**
 * The scans of an application under their own ids, each encrypted to this station's key for scans, one after the other; one that another
 * application of the package shows too enters once.
 */
async function encryptedScans(
  desk: Desk,
  { files }: OpenedPackage,
  { scans }: IncomingApplication,
  { addedAt, entered }: { readonly addedAt: Instant; readonly entered: Set<string> },
): Promise<Result<ReceivedApplication['scans'], TakePackageRefusal>> {
  const encrypted: { attachment: Attachment; ageFile: Uint8Array }[] = [];
  for (const { id, fileName, path } of scans) {
    if (entered.has(id)) continue;
    entered.add(id);
    const octets = files.get(path) ?? new Uint8Array();
    const type = acceptedScanType(octets);
    if (!type.ok) return err({ type: 'ScanUnreadable' });
    const file = await desk.custody.encrypt(octets, 'scans');
    if (!file.ok) return file;
    const ageFile = file.value;
    encrypted.push({
      attachment: {
        ...{ id, salt: newSalt(desk.random), fileName, type: type.value, octets: octets.length, addedAt },
        encryptedSha256Hex: bytesToHex(desk.sha256(ageFile)),
      },
      ageFile,
    });
  }
  return ok(encrypted);
}
