import { recordDigest } from '#domain/audit/record-digest.ts';
import { type AuditHead, type AuditRecord, auditKey, writtenLineOf } from '#domain/audit/audit-record.ts';
import { chainActs } from '#domain/audit/chain.ts';
import { ceremonyAfter } from '#domain/authority/ceremony.ts';
import type { Station } from '#domain/authority/station.ts';
import { bytesToBase64 } from '#domain/base/bytes.ts';
import { memberOf } from '#domain/base/member-of.ts';
import { type Instant, addSeconds, compareInstants } from '#domain/base/instant.ts';
import { type Result, err, ok } from '#domain/base/result.ts';
import type { StatementRefusal, UnlockRefusal } from '#ports/custody.ts';
import type { Desk } from '#ports/desk.ts';
import type { Put } from '#ports/register-store.ts';
import { firstRun } from '#operations/station/first-run.ts';
import { type AuditedPut, type TransactionRefusal, actTime, newSalt } from '#operations/transact.ts';
import type { OpenedBackup } from './open-register-backup.ts';
import { highestEpoch, isOfOtherStation, replacedEpoch } from './replaced-register.ts';
import { leftBehind } from '#operations/ceremony/left-behind.ts';
import { type Shown, type ShownFileRefusal, readShownFiles } from '#operations/ceremony/shown-files.ts';
import { type KnownRegister, type TakenIn, knownRegister, takeIn } from '#operations/ceremony/taking-in.ts';
import { registerFaults } from '#operations/soundness.ts';
import { forgetVerified } from '#operations/verified-head.ts';

export type RestoreRefusal =
  | TransactionRefusal
  | UnlockRefusal
  | StatementRefusal
  | ShownFileRefusal
  | {
      readonly type:
        'RegisterNotEmpty' | 'BackupOfOtherStation' | 'NotConfirmed' | 'EpochsExhausted' | 'BackupClosed';
    };

/**
 * Puts a verified backup in the place of an empty, lost, rolled-back or touched register, or of one whose last act lies in the
 * future (H02), never of a healthy one. The raised
 * epoch, by which no serial or CRL number of before can come again, is written in the same commit as the records: a
 * power cut leaves the old state or the whole new one. The keys stay locked until an officer opens them.
 */
export async function restoreRegister(
  desk: Desk,
  command: {
    readonly opened: OpenedBackup;
    /** CRLs and certificates of the station that are newer than the backup: all are read again here, and all have to be its own. */
    readonly shown?: readonly Uint8Array[];
    /** Needed to replace a register that is there, however old: it is lost by this. */
    readonly replaceConfirmed?: boolean;
    /** "Today's date is right": needed when the backup's last act is over 60 days old, or a list that is shown is of the future. */
    readonly clockConfirmed?: boolean;
  },
): Promise<Result<Station, RestoreRefusal>> {
  const { opened, shown: files = [], replaceConfirmed = false, clockConfirmed = false } = command;
  if (!desk.isWriter()) return err({ type: 'NotTheWriter' });
  const allowed = await mayReplace(desk, opened, replaceConfirmed);
  if (!allowed.ok) return allowed;
  const now = desk.clock.now();
  const time = actTime(now, opened.head, clockConfirmed ? addSeconds(now, 0) : null);
  if (!time.ok) return time;
  const shownFiles = await readShownFiles(desk, opened.station, files);
  if (!shownFiles.ok) return shownFiles;
  const shown = together(shownFiles.value, allowed.value.left);
  const newest = newestUpdate(shown);
  // What is shown was signed before: with a clock that says otherwise the next list has an older time, which an officer answers for.
  const isOfFuture = newest !== null && compareInstants(now, newest) < 0;
  if (isOfFuture && !clockConfirmed) return err({ type: 'ClockBehind', now, lastAct: newest });
  const known = knownFrom(opened);
  const newer = takeIn(desk, known, shown, { officer: 'station', at: time.value });
  const epoch = Math.max(opened.station.epoch, allowed.value.epoch, newer.highestEpoch) + 1;
  if (epoch > highestEpoch) return err({ type: 'EpochsExhausted' });
  const ceremony = {
    because: 'restored' as const,
    since: time.value,
    missing: newer.missing,
    // A clock that ran ahead is stated in writing by whoever has the recovery words: two secrets, and both are logged.
    lostActs: Math.max(isOfFuture ? 1 : 0, allowed.value.lastSeq - opened.head.seq),
  };
  // Whatever happens, the keys that the backup's secret has opened are shut again.
  const puts = await restoredBy(desk, opened, newer, {
    ...opened.station,
    salt: newSalt(desk.random),
    epoch,
    restoredAt: time.value,
    ceremony: ceremonyAfter(opened.station, ceremony, (serial) => known.entries.has(serial)),
  }).finally(() => {
    desk.custody.lock();
  });
  if (!puts.ok) return puts;
  const { station, records } = puts.value;
  const replaced = await desk.store.replaceAll([
    ...opened.puts.filter(({ collection }) => collection !== 'station'),
    ...newer.acts.flatMap(({ puts: ofAct = [] }): readonly Put[] => ofAct),
    ...newer.chunks,
    { collection: 'station', record: station },
    ...records,
  ]);
  switch (replaced.type) {
    case 'committed':
      forgetVerified(desk.store);
      return ok(station);
    case 'no-room':
      return err({ type: 'NoRoom' });
    case 'key-taken':
      return err({ type: 'KeyTaken', collection: replaced.collection });
    case 'version-moved':
      return err({ type: 'RegisterBusy' });
  }
}

interface Replaced {
  /** The highest epoch of the register that is replaced, 0 when nothing of it is left. */
  readonly epoch: number;
  /** Number of the last act that this browser knows of. */
  readonly lastSeq: number;
  /** What it proves beyond the backup: taken in like what is shown. */
  readonly left: Shown;
}

/** What is known of the register that is replaced; nothing of it is believed but what keys of the station have signed. */
async function mayReplace(
  desk: Desk,
  opened: OpenedBackup,
  confirmed: boolean,
): Promise<Result<Replaced, RestoreRefusal>> {
  const state = await desk.store.state();
  const snapshot = await desk.store.read();
  const epoch = await replacedEpoch(desk, snapshot, opened.station);
  if (state.type === 'missing') return ok({ epoch, lastSeq: seqOf(state.lastKnown), left: nothing });
  const isDamaged = (await firstRun(desk.store))?.type === 'register-damaged';
  let isSound = false;
  if (!isDamaged) {
    if (state.type === 'empty') return ok({ epoch: 0, lastSeq: 0, left: nothing });
    isSound = state.head !== 'rollback' && (await registerFaults(desk)).length === 0;
    if (isSound && !isAheadOf(desk.clock.now(), snapshot.head)) return err({ type: 'RegisterNotEmpty' });
  }
  if (await isOfOtherStation(snapshot, opened.station.stationId))
    return err({ type: 'BackupOfOtherStation' });
  if (!confirmed) return err({ type: 'NotConfirmed' });
  const lastSeq = Math.max(seqOf(snapshot.head), seqOf(await desk.store.headCopy()));
  return ok({ epoch, lastSeq, left: await leftBehind(desk, snapshot, opened) });
}

const nothing: Shown = { lists: [], certificates: [] };

function together(shown: Shown, { lists, certificates, revocations = [] }: Shown): Shown {
  return {
    lists: [...shown.lists, ...lists],
    certificates: [...shown.certificates, ...certificates],
    revocations,
  };
}

/** No act can follow it until its time has come. */
function isAheadOf(now: Instant, head: AuditHead | null): boolean {
  const time = actTime(now, head, null);
  return !time.ok && time.error.type === 'ClockBehind';
}

/** As anybody may have left it. */
function seqOf(head: unknown): number {
  const seq = memberOf(head, 'seq');
  return typeof seq === 'number' && Number.isSafeInteger(seq) ? seq : 0;
}

/** Of the lists; null where none was shown. */
function newestUpdate({ lists }: Shown): Instant | null {
  return lists
    .map(({ list }) => list.tbs.thisUpdate)
    .reduce<Instant | null>((newest, at) => (newest === null || at > newest ? at : newest), null);
}

function knownFrom({ station, puts }: OpenedBackup): KnownRegister {
  return knownRegister(station, {
    entries: puts.flatMap((put) => (put.collection === 'entry' ? [put.record] : [])),
    cases: puts.flatMap((put) => (put.collection === 'revocation' ? [put.record] : [])),
    chunks: puts.flatMap((put) => (put.collection === 'crlChunk' ? [put.record] : [])),
  });
}

/** The station's record and the log's last records, signed by the station's own key, which the backup's secret opens. */
async function restoredBy(
  desk: Desk,
  { puts, head, station: before }: OpenedBackup,
  newer: TakenIn,
  next: Station,
): Promise<Result<{ readonly station: Station; readonly records: readonly Put[] }, RestoreRefusal>> {
  const files = puts.flatMap((put) => (put.collection === 'vaultFile' ? [put.record] : []));
  const officers = puts.flatMap((put) => (put.collection === 'officer' ? [put.record] : []));
  const open = await desk.custody.openForRestore({ files, station: before, officers });
  if (!open.ok) return open.error.type === 'Locked' ? err({ type: 'BackupClosed' }) : err(open.error);
  const statement =
    before.statement === undefined ? null : await desk.custody.signStatement({ before, next, officers });
  if (statement !== null && !statement.ok) return statement;
  const station = statement === null ? next : { ...next, statement: statement.value };
  const records = restoringActs(desk, { head, time: next.restoredAt ?? head.time }, newer, station);
  const last = records.at(-1);
  if (last !== undefined) {
    const signature = await desk.custody.signActs(records.map(writtenLineOf));
    records[records.length - 1] = { ...last, signature: bytesToBase64(signature) };
  }
  return ok({
    station,
    records: records.map((record): Put => ({
      collection: 'audit',
      record: { ...record, id: auditKey(record.seq) },
    })),
  });
}

function restoringActs(
  { sha256 }: Desk,
  { head, time }: { readonly head: AuditHead; readonly time: Instant },
  { acts, chunks }: TakenIn,
  station: Station,
): AuditRecord[] {
  const writesOf = (puts: readonly AuditedPut[] = []) =>
    puts.map(({ collection, record }) => ({
      ...{ collection, id: record.id },
      digest: recordDigest(record, sha256),
    }));
  const ofStation = { collection: 'station' as const, record: station };
  const officer = 'station';
  return chainActs(
    head,
    time,
    [
      { act: 'register-restored', officer, subjects: [station.stationId], writes: writesOf(chunks) },
      ...acts.map(({ act, subjects, puts }) => ({ act, officer, subjects, writes: writesOf(puts) })),
      {
        act: 'epoch-raised',
        officer,
        subjects: [String(station.epoch)],
        writes: writesOf([ofStation]),
      },
    ],
    sha256,
  );
}
