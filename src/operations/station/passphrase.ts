import { vaultFileId } from '#domain/authority/officer-record.ts';
import { type Result, err, ok } from '#domain/base/result.ts';
import { provenReading } from '#operations/proof/proven-reading.ts';
import type { UnlockRefusal } from '#ports/custody.ts';
import type { Desk } from '#ports/desk.ts';
import { type TransactionRefusal, newSalt, transact } from '#operations/transact.ts';
import { type TooSoon, mayTry, recordFailure } from './unlock.ts';

/**
 * A new passphrase for an officer's file. The file is replaced in one commit and its second copy only after that: a power
 * cut leaves the old one or the new one, never neither (D12).
 */
export async function changePassphrase(
  desk: Desk,
  command: { readonly officerId: string; readonly oldPassphrase: string; readonly newPassphrase: string },
): Promise<Result<null, UnlockRefusal | TransactionRefusal | TooSoon>> {
  const { officerId, oldPassphrase, newPassphrase } = command;
  const snapshot = await provenReading(desk);
  const waiting = await mayTry(desk, snapshot, officerId);
  if (!waiting.ok) return waiting;
  const file = await snapshot.get('vaultFile', vaultFileId('officer', officerId));
  if (file === undefined) return err({ type: 'VaultFileMissing', holder: 'officer' });
  const changed = await desk.custody.changePassphrase({
    oldPassphrase,
    newPassphrase,
    officerFile: file.ageFile,
  });
  if (!changed.ok) {
    await recordFailure(desk, officerId);
    return changed;
  }
  return transact(desk, () =>
    Promise.resolve(
      ok({
        acts: [
          {
            act: 'passphrase-changed',
            subjects: [officerId],
            puts: [
              {
                collection: 'vaultFile',
                record: { ...file, salt: newSalt(desk.random), ageFile: changed.value },
              },
            ],
          },
        ],
        answer: null,
      }),
    ),
  );
}
