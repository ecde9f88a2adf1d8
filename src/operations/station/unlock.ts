import { type Instant, addSeconds, compareInstants, parseInstant } from '#domain/base/instant.ts';
import { type VaultFile, vaultFileId } from '#domain/authority/officer-record.ts';
import type { StatedPart } from '#domain/authority/stated.ts';
import { openedByRecoveryWords } from '#domain/audit/signature-duty.ts';
import { memberOf } from '#domain/base/member-of.ts';
import { type Result, err, ok } from '#domain/base/result.ts';
import type { NewVaultFile, UnlockRefusal } from '#ports/custody.ts';
import type { Desk } from '#ports/desk.ts';
import type { Snapshot } from '#ports/register-store.ts';
import { closeLostCarriers } from '#operations/carrier/fail.ts';
import { type TransactionRefusal, newSalt, transact } from '#operations/transact.ts';
import { anchorStation, mayBeAnchored } from './anchor-station.ts';

export type UnlockStationRefusal =
  UnlockRefusal | TransactionRefusal | TooSoon | { readonly type: 'StationMissing' };

/** Of `device`: who opened the station last at this computer; the dialog offers that name first. */
export const lastOfficer = 'last-officer';

export interface StationUnlocked {
  /** Files of the vault that had to be mended from their other copy. */
  readonly damaged: readonly string[];
  /** What rows said otherwise than the station's statement: nothing was taken from them, and nothing is signed on them. */
  readonly edited: readonly StatedPart[];
}

/** Too many failures: to be tried again after `notBefore`. */
export interface TooSoon extends UnlockFailures {
  readonly type: 'TooSoon';
}

export interface UnlockFailures {
  readonly failures: number;
  readonly notBefore: Instant;
}

const freeFailures = 2;
const longestDelaySeconds = 15 * 60;

/** Seconds to wait after this many failures: none for two slips, then 5, 10, 20 … up to a quarter of an hour (D01). */
export function unlockDelaySeconds(failures: number): number {
  return failures <= freeFailures ? 0 : Math.min(longestDelaySeconds, 5 * 2 ** (failures - freeFailures - 1));
}

/** As anybody may have written it: null for what counts no failures up to a time. */
export async function unlockFailures(snapshot: Snapshot, officerId: string): Promise<UnlockFailures | null> {
  const value = (await snapshot.get('device', failuresOf(officerId)))?.value;
  const failures = memberOf(value, 'failures');
  const until = memberOf(value, 'notBefore');
  const notBefore = typeof until === 'string' ? parseInstant(until) : null;
  if (typeof failures !== 'number' || !Number.isSafeInteger(failures) || failures < 0) return null;
  return notBefore === null ? null : { failures, notBefore };
}

/** Each officer's own: who mistypes shuts nobody else out. */
function failuresOf(officerId: string): string {
  return `unlock-failures:${officerId}`;
}

/** Whether the delay after the officer's last failure is over: wherever the passphrase is tried, the same failures count. */
export async function mayTry(
  desk: Desk,
  snapshot: Snapshot,
  officerId: string,
): Promise<Result<null, TooSoon>> {
  const before = await unlockFailures(snapshot, officerId);
  const now = desk.clock.now();
  if (before === null || compareInstants(now, before.notBefore) >= 0) return ok(null);
  if (compareInstants(before.notBefore, addSeconds(now, longestDelaySeconds)) <= 0)
    return err({ type: 'TooSoon', ...before });
  // No delay of ours is so long: the clock was set back, or the record was edited. It is counted from now on, once.
  const value: UnlockFailures = {
    ...before,
    notBefore: addSeconds(now, unlockDelaySeconds(before.failures)),
  };
  await desk.store.commit(snapshot.version, {
    puts: [{ collection: 'device', record: { id: failuresOf(officerId), value } }],
    removals: [],
    audit: [],
  });
  return compareInstants(now, value.notBefore) < 0 ? err({ type: 'TooSoon', ...value }) : ok(null);
}

/** Counts a failure where a reload doesn't forget it, and writes it into the log. */
export async function recordFailure(desk: Desk, officerId: string): Promise<void> {
  const counted = async (snapshot: Snapshot) => {
    const failures = ((await unlockFailures(snapshot, officerId))?.failures ?? 0) + 1;
    const notBefore = addSeconds(desk.clock.now(), unlockDelaySeconds(failures));
    const value: UnlockFailures = { failures, notBefore };
    return { collection: 'device', record: { id: failuresOf(officerId), value } } as const;
  };
  const recorded = await transact(desk, async (snapshot) =>
    ok({
      acts: [{ act: 'unlock-refused', subjects: [officerId] }],
      unauditedPuts: [await counted(snapshot)],
      answer: null,
    }),
  );
  if (recorded.ok) return;
  // A clock set back closes the log; it must not open a way to try without being counted.
  const snapshot = await desk.store.read();
  await desk.store.commit(snapshot.version, { puts: [await counted(snapshot)], removals: [], audit: [] });
}

/** Opens the vault by passphrase, or by the recovery words; failures are counted where a reload doesn't forget them. */
export async function unlockStation(
  desk: Desk,
  command: {
    readonly officerId: string;
    readonly secret: { passphrase: string } | { words: readonly string[] };
  },
): Promise<Result<StationUnlocked, UnlockStationRefusal>> {
  if (!desk.isWriter()) return err({ type: 'NotTheWriter' });
  const snapshot = await desk.store.read();
  const station = await snapshot.get('station', 'station');
  if (station === undefined) return err({ type: 'StationMissing' });
  const waiting = await mayTry(desk, snapshot, command.officerId);
  if (!waiting.ok) return waiting;
  const request = {
    officerId: command.officerId,
    first: await snapshot.list('vaultFile'),
    second: await desk.store.vaultCopy(),
    station,
    officers: await snapshot.list('officer'),
  };
  const opened =
    'passphrase' in command.secret
      ? await desk.custody.unlock({ ...request, passphrase: command.secret.passphrase })
      : await desk.custody.unlockByRecovery({ ...request, words: command.secret.words });
  if (!opened.ok) {
    // Where the secret was right there is nothing to guess any more.
    if (!isOfRightSecret(opened.error)) await recordFailure(desk, command.officerId);
    return opened;
  }
  const { damaged, damagedCopies, edited, vouching } = opened.value;
  const recorded = await transact(desk, () => {
    // A damaged second copy is mended by the commit itself, which writes all of them again.
    const renewed = vouching === null ? [] : [vouchingFile(desk, vouching)];
    const repaired = [
      ...soundFiles(desk, request.second, damaged),
      ...soundFiles(desk, request.first, damagedCopies),
    ].filter(({ id }) => renewed.every((file) => file.id !== id));
    return Promise.resolve(
      ok({
        acts: [
          {
            act: 'station-opened' as const,
            subjects: [command.officerId, ...('words' in command.secret ? [openedByRecoveryWords] : [])],
          },
          ...repaired.map((record) => ({
            act: 'vault-copy-repaired' as const,
            subjects: [record.id],
            puts: [{ collection: 'vaultFile' as const, record }],
          })),
          // From now on the secret knows the officers' chain as far as it goes today.
          ...renewed.map((record) => ({
            act: 'station-anchored' as const,
            subjects: [station.stationId, record.id],
            puts: [{ collection: 'vaultFile' as const, record }],
          })),
        ],
        unauditedPuts: [
          { collection: 'device' as const, record: { id: lastOfficer, value: command.officerId } },
        ],
        unauditedRemovals: [{ collection: 'device' as const, id: failuresOf(command.officerId) }],
        answer: null,
      }),
    );
  });
  // A wrong clock leaves the station open for reading, and so does a full disk; every act will say so again.
  const opensForReading: readonly string[] =
    'passphrase' in command.secret ? ['ClockBehind', 'ClockAhead', 'NoRoom'] : ['ClockBehind', 'ClockAhead'];
  if (!recorded.ok && !opensForReading.includes(recorded.error.type)) {
    desk.custody.lock();
    return recorded;
  }
  // What a crash left between a certificate and its carrier (G-8); refused by a wrong clock, it is done at the next opening.
  await closeLostCarriers(desk);
  // A station of before there were anchors, or links of its officers' chain.
  const isOfBefore = opened.value.anchoredKeyHex === null || mayBeAnchored(station, command.officerId);
  if ('passphrase' in command.secret && isOfBefore)
    await anchorStation(desk, { officerId: command.officerId, passphrase: command.secret.passphrase });
  return ok({ damaged: [...damaged, ...damagedCopies], edited });
}

function isOfRightSecret({ type }: UnlockRefusal): boolean {
  return (
    type === 'VaultKeyForeign' ||
    type === 'StationForeign' ||
    type === 'StatementInvalid' ||
    type === 'OfficerEnded'
  );
}

function vouchingFile({ random }: Pick<Desk, 'random'>, file: NewVaultFile): VaultFile {
  return { ...file, id: vaultFileId(file.holder, file.of), salt: newSalt(random) };
}

/** Of a row nothing counts but the file that opened: under which id it lay, and what stood beside it, was not looked at. */
function soundFiles(
  desk: Pick<Desk, 'random'>,
  files: readonly VaultFile[],
  ids: readonly string[],
): readonly VaultFile[] {
  return ids.flatMap((id) => {
    const file = files.find(
      (each: unknown) => `${String(memberOf(each, 'holder'))}:${String(memberOf(each, 'of'))}` === id,
    );
    if (file === undefined) return [];
    const { holder, of, ageFile } = file;
    return [{ id, salt: newSalt(desk.random), holder, of, ageFile }];
  });
}

/** "The date is right": lets a clock far ahead of the last act go on. */
export function confirmClock(desk: Desk): Promise<Result<null, TransactionRefusal>> {
  return desk.store.read().then(async (snapshot) => {
    const value = desk.clock.now();
    await desk.store.commit(snapshot.version, {
      puts: [{ collection: 'device', record: { id: 'clock-confirmed', value } }],
      removals: [],
      audit: [],
    });
    return transact(desk, () =>
      Promise.resolve(ok({ acts: [{ act: 'clock-confirmed', subjects: [value] }], answer: null })),
    );
  });
}
