import { recordDigest } from '#domain/audit/record-digest.ts';
import { type AuditHead, auditKey } from '#domain/audit/audit-record.ts';
import { chainActs } from '#domain/audit/chain.ts';
import type { Station } from '#domain/authority/station.ts';
import { type Instant, addSeconds } from '#domain/base/instant.ts';
import { type Result, err, ok } from '#domain/base/result.ts';
import type { Desk } from '#ports/desk.ts';
import type { Put } from '#ports/register-store.ts';
import { type TransactionRefusal, actTime, newSalt } from '#operations/transact.ts';
import type { OpenedBackup } from './open-register-backup.ts';
import { forgetVerified } from '#operations/verified-head.ts';

export type RestoreRefusal =
  | TransactionRefusal
  | { readonly type: 'RegisterNotEmpty' | 'BackupOfOtherStation' | 'NotConfirmed' | 'EpochsExhausted' };

/** The epoch leads a serial number in one octet whose first bit is the sign. */
const highestEpoch = 0x7f;

/**
 * Puts a verified backup in the place of an empty, lost or rolled-back register, never of a healthy one. The raised
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
  if (state.type !== 'present') return ok(0);
  if (state.head !== 'rollback') return err({ type: 'RegisterNotEmpty' });
  const present = await (await desk.store.read()).get('station', 'station');
  if (present !== undefined && present.stationId !== opened.station.stationId)
    return err({ type: 'BackupOfOtherStation' });
  return confirmed ? ok(present?.epoch ?? 0) : err({ type: 'NotConfirmed' });
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
