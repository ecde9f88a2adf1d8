import { vaultFileId } from '#domain/authority/officer-record.ts';
import { type Result, err, ok } from '#domain/base/result.ts';
import type { StatementRefusal, UnlockRefusal } from '#ports/custody.ts';
import type { Desk } from '#ports/desk.ts';
import { provenReading } from '#operations/proof/proven-reading.ts';
import { requireSound } from '#operations/soundness.ts';
import type { RegisterTouched } from '#operations/verified-head.ts';
import { type TransactionRefusal, newSalt, transact } from '#operations/transact.ts';
import { forgetVerified } from '#operations/verified-head.ts';

export type AnchorRefusal =
  | TransactionRefusal
  | UnlockRefusal
  | StatementRefusal
  | RegisterTouched
  | { readonly type: 'StationMissing' | 'NotAnchored' };

/**
 * The anchor and the first statement of a station that was set up before there were any, at the first opening by the passphrase. What is
 * vouched for from then on is what the register says now, so it has to verify first, by the officer's own signatures. Refused, the
 * station goes on as before, and the next opening tries again. A register that has lost its statement is never given another.
 */
export async function anchorStation(
  desk: Desk,
  { officerId, passphrase }: { readonly officerId: string; readonly passphrase: string },
): Promise<Result<null, AnchorRefusal>> {
  const sound = await requireSound(desk, 'certificate');
  if (!sound.ok) return sound;
  const reading = await provenReading(desk);
  const id = vaultFileId('officer', officerId);
  const file = await reading.get('vaultFile', id);
  const hasStatement = (await reading.get('station', 'station'))?.statement !== undefined;
  if (file === undefined || hasStatement) return err({ type: 'NotAnchored' });
  const officerFile = await desk.custody.anchorOfficer({ officerFile: file.ageFile, passphrase });
  if (!officerFile.ok) return officerFile;
  const anchored = await transact<null, AnchorRefusal>(desk, async (snapshot) => {
    const before = await snapshot.get('station', 'station');
    if (before === undefined) return err({ type: 'StationMissing' });
    const officers = await snapshot.list('officer');
    const next = { ...before, salt: newSalt(desk.random) };
    const statement = await desk.custody.signStatement({ next, officers });
    if (!statement.ok) return statement;
    return ok({
      acts: [
        {
          act: 'station-anchored',
          subjects: [before.stationId],
          puts: [
            { collection: 'station', record: { ...next, statement: statement.value } },
            {
              collection: 'vaultFile',
              record: { ...file, salt: newSalt(desk.random), ageFile: officerFile.value },
            },
          ],
        },
      ],
      answer: null,
    });
  });
  // Verified so far by the officers' rows; from now on by the statement.
  if (anchored.ok) forgetVerified(desk.store);
  return anchored;
}
