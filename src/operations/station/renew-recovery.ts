import { vaultFileId } from '#domain/authority/officer-record.ts';
import type { Station } from '#domain/authority/station.ts';
import { type Split, isSplit } from '#domain/base/recovery-share.ts';
import { type Result, err, ok } from '#domain/base/result.ts';
import type { WordScript } from '#domain/base/spoken-words.ts';
import type {
  NewRecovery,
  NewRecoveryRefusal,
  RenewRecoveryRefusal,
  StatementRefusal,
  UnlockRefusal,
} from '#ports/custody.ts';
import type { Desk } from '#ports/desk.ts';
import { type NotYourRole, actRefusal } from '#operations/your-role.ts';
import { provenReading } from '#operations/proof/proven-reading.ts';
import { statedStation } from '#operations/stated-station.ts';
import { type TransactionRefusal, newSalt, transact } from '#operations/transact.ts';

export type MakeRecoveryRefusal =
  NewRecoveryRefusal | NotYourRole | { readonly type: 'NotTheWriter' | 'StationMissing' | 'SplitUnfit' };

/**
 * A new recovery secret, whole or split, for who shows the present one. Nothing has changed yet: the old words are good, and the new ones
 * are none, until they were typed back (`renewRecovery`).
 */
export async function makeRecovery(
  desk: Desk,
  command: { readonly words: readonly string[]; readonly split?: Split; readonly wordScript: WordScript },
): Promise<Result<NewRecovery, MakeRecoveryRefusal>> {
  if (!desk.isWriter()) return err({ type: 'NotTheWriter' });
  if (desk.custody.officerId() === null) return err({ type: 'Locked' });
  if (command.split !== undefined && !isSplit(command.split)) return err({ type: 'SplitUnfit' });
  const reading = await provenReading(desk);
  if ((await reading.get('station', 'station')) === undefined) return err({ type: 'StationMissing' });
  const refused = await actRefusal(desk, reading, 'recovery-renewed');
  return refused === null ? desk.custody.makeRecovery(command) : err(refused);
}

export type RenewRecoveryActRefusal =
  | RenewRecoveryRefusal
  | UnlockRefusal
  | StatementRefusal
  | TransactionRefusal
  | { readonly type: 'StationMissing' };

/**
 * The secret that `makeRecovery` made takes the place of the present one, once its words, or as many of its sheets as open, were typed back
 * from the paper: the vault's files anew and the next statement in one commit. What was copied before still opens with the old
 * words; nothing that is made afterwards does.
 */
export async function renewRecovery(
  desk: Desk,
  command: { readonly words: readonly string[] },
): Promise<Result<Station, RenewRecoveryActRefusal>> {
  if (!desk.isWriter()) return err({ type: 'NotTheWriter' });
  if (desk.custody.officerId() === null) return err({ type: 'Locked' });
  const stands = { isStated: false, isCommitted: false };
  try {
    const renewed = await exchange(desk, command, stands);
    stands.isCommitted = renewed.ok;
    return renewed;
  } finally {
    // The vault encrypts for the new secret since the statement: where that was not committed, it is opened again by the one that holds.
    if (stands.isStated && !stands.isCommitted) desk.custody.lock();
  }
}

function exchange(
  desk: Desk,
  command: { readonly words: readonly string[] },
  stands: { isStated: boolean },
): Promise<Result<Station, RenewRecoveryActRefusal>> {
  return transact<Station, RenewRecoveryActRefusal>(desk, async (snapshot, at) => {
    const before = await snapshot.get('station', 'station');
    if (before === undefined) return err({ type: 'StationMissing' });
    const vault = await desk.custody.renewRecovery({
      words: command.words,
      first: await snapshot.list('vaultFile'),
      second: await desk.store.vaultCopy(),
      station: before,
      officers: await snapshot.list('officer'),
    });
    if (!vault.ok) return vault;
    const { recoveryRecipient, split, files } = vault.value;
    const next: Station = {
      ...withoutSplit(before),
      recoveryRecipient,
      recoveryRenewedAt: at,
      ...(split === undefined ? {} : { recoverySplit: split }),
    };
    const stated = await statedStation(desk, snapshot, before, next);
    if (!stated.ok) return stated;
    stands.isStated = true;
    const record = stated.value;
    return ok({
      acts: [
        {
          act: 'recovery-renewed',
          subjects: [before.stationId, String(split?.threshold ?? 1), String(split?.sheets ?? 1)],
          puts: [
            { collection: 'station', record },
            ...files.map((file) => ({
              collection: 'vaultFile' as const,
              record: { ...file, id: vaultFileId(file.holder, file.of), salt: newSalt(desk.random) },
            })),
          ],
        },
      ],
      answer: record,
    });
  });
}

function withoutSplit(station: Station): Station {
  const kept = { ...station };
  delete (kept as { recoverySplit?: Split }).recoverySplit;
  return kept;
}
