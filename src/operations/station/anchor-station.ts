import { vaultFileId } from '#domain/authority/officer-record.ts';
import { hasRole } from '#domain/authority/roles.ts';
import { readStatement } from '#domain/authority/station-statement.ts';
import type { Station } from '#domain/authority/station.ts';
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
 * The anchor, the first statement and the first link of the officers' chain of a station that was set up before there were any, at the first opening by the
 * passphrase; where there is a statement and no chain, by an administrator's. What is vouched for from then on is what the register says now, so it has
 * to verify first, by the officers' own signatures. Refused, the station goes on as before, and the next opening tries again. A register that has lost
 * its statement is never given another.
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
  const proven = await reading.get('station', 'station');
  if (file === undefined || proven === undefined || !mayBeAnchored(proven, officerId))
    return err({ type: 'NotAnchored' });
  const anchored = await transact<null, AnchorRefusal>(desk, async (snapshot) => {
    const before = await snapshot.get('station', 'station');
    if (before === undefined) return err({ type: 'StationMissing' });
    const officers = await snapshot.list('officer');
    const next = { ...before, salt: newSalt(desk.random) };
    const following = before.statement === undefined ? {} : { before };
    const statement = await desk.custody.signStatement({ ...following, next, officers });
    if (!statement.ok) return statement;
    const opened = { officerFile: file.ageFile, passphrase, statement: statement.value };
    const officerFile = await desk.custody.anchorOfficer(opened);
    if (!officerFile.ok) return officerFile;
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

/** Whether there is something left to anchor. Who the officers are, an administrator says. */
export function mayBeAnchored({ statement }: Station, officerId: string): boolean {
  if (statement === undefined) return true;
  const own = readStatement(statement.text)?.officers.find(({ id }) => id === officerId);
  return statement.chain === undefined && own !== undefined && hasRole(own, 'administrator');
}
