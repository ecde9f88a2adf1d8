import { recordDigest } from '#domain/audit/record-digest.ts';
import { type AuditHead, auditKey } from '#domain/audit/audit-record.ts';
import { chainActs } from '#domain/audit/chain.ts';
import type { Station } from '#domain/authority/station.ts';
import { type Instant, addSeconds } from '#domain/base/instant.ts';
import { type Result, err, ok } from '#domain/base/result.ts';
import type { Desk } from '#ports/desk.ts';
import type { Put, Snapshot } from '#ports/register-store.ts';
import { firstRun } from '#operations/station/first-run.ts';
import { type TransactionRefusal, actTime, newSalt } from '#operations/transact.ts';
import type { OpenedBackup } from './open-register-backup.ts';
import { registerFaults } from '#operations/soundness.ts';
import { forgetVerified } from '#operations/verified-head.ts';

export type RestoreRefusal =
  | TransactionRefusal
  | { readonly type: 'RegisterNotEmpty' | 'BackupOfOtherStation' | 'NotConfirmed' | 'EpochsExhausted' };

/** The epoch leads a serial number in one octet whose first bit is the sign. */
const highestEpoch = 0x7f;

/**
 * Puts a verified backup in the place of an empty, lost, rolled-back or touched register, never of a healthy one. The raised
 * epoch, by which no serial or CRL number of before can come again, is written in the same commit as the records: a
 * power cut leaves the old state or the whole new one. The keys stay locked until an officer opens them.
 */
export async function restoreRegister(
  desk: Desk,
  command: {
    readonly opened: OpenedBackup;
    /** Highest epoch in any CRL that was shown; 0 when none was. */
    readonly highestEpochSeen: number;
    /** Needed to replace a register that is there, however old: it is lost by this. */
    readonly replaceConfirmed?: boolean;
    /** "Today's date is right": needed when the backup's last act is over 60 days old. */
    readonly clockConfirmed?: boolean;
  },
): Promise<Result<Station, RestoreRefusal>> {
  const { opened, highestEpochSeen, replaceConfirmed = false, clockConfirmed = false } = command;
  if (!desk.isWriter()) return err({ type: 'NotTheWriter' });
  const allowed = await mayReplace(desk, opened, replaceConfirmed);
  if (!allowed.ok) return allowed;
  const now = desk.clock.now();
  const time = actTime(now, opened.head, clockConfirmed ? addSeconds(now, 0) : null);
  if (!time.ok) return time;
  const epoch = Math.max(opened.station.epoch, allowed.value, highestEpochSeen) + 1;
  if (epoch > highestEpoch) return err({ type: 'EpochsExhausted' });
  const station: Station = {
    ...opened.station,
    salt: newSalt(desk.random),
    epoch,
    restoredAt: time.value,
  };
  desk.custody.lock();
  const replaced = await desk.store.replaceAll([
    ...opened.puts.filter(({ collection }) => collection !== 'station'),
    { collection: 'station', record: station },
    ...restoringActs(desk, opened.head, time.value, station),
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

/** The epoch of the register that is replaced, 0 when nothing of it is left. */
async function mayReplace(
  desk: Desk,
  opened: OpenedBackup,
  confirmed: boolean,
): Promise<Result<number, RestoreRefusal>> {
  const state = await desk.store.state();
  if (state.type === 'missing') return ok(0);
  const snapshot = await desk.store.read();
  const present = await snapshot.get('station', 'station');
  const isDamaged = (await firstRun(desk.store))?.type === 'register-damaged';
  if (!isDamaged) {
    if (state.type === 'empty') return ok(0);
    const isSound = state.head !== 'rollback' && (await registerFaults(desk)).length === 0;
    if (isSound) return err({ type: 'RegisterNotEmpty' });
  }
  const first = await snapshot.get('audit', auditKey(1));
  const stationId = present?.stationId ?? (first?.act === 'station-created' ? first.subjects[0] : undefined);
  if (stationId !== undefined && stationId !== opened.station.stationId)
    return err({ type: 'BackupOfOtherStation' });
  return confirmed
    ? ok(Math.max(present?.epoch ?? 0, await loggedEpoch(snapshot)))
    : err({ type: 'NotConfirmed' });
}

/** The highest epoch that the log of the register knows of, whatever the station's record says now. */
async function loggedEpoch(snapshot: Snapshot): Promise<number> {
  const log = await snapshot.list('audit');
  const epochs = log.filter(({ act }) => act === 'epoch-raised').map(({ subjects }) => Number(subjects[0]));
  return Math.max(0, ...epochs.filter((epoch) => Number.isInteger(epoch) && epoch <= highestEpoch));
}

function restoringActs(desk: Desk, head: AuditHead, time: Instant, station: Station): readonly Put[] {
  const digest = recordDigest(station, desk.sha256);
  const records = chainActs(
    head,
    time,
    [
      { act: 'register-restored', officer: 'station', subjects: [station.stationId], writes: [] },
      {
        act: 'epoch-raised',
        officer: 'station',
        subjects: [String(station.epoch)],
        writes: [{ collection: 'station', id: station.id, digest }],
      },
    ],
    desk.sha256,
  );
  return records.map((record): Put => ({
    collection: 'audit',
    record: { ...record, id: auditKey(record.seq) },
  }));
}
