import { vaultFileId } from '#domain/authority/officer-record.ts';
import { type RenewalCommand, type RenewalRefusal, planRenewal } from '#domain/authority/renewal.ts';
import type { Station } from '#domain/authority/station.ts';
import { type Result, err, ok } from '#domain/base/result.ts';
import { requireSound } from '#operations/soundness.ts';
import { provenReading } from '#operations/proof/proven-reading.ts';
import type { StatementRefusal } from '#ports/custody.ts';
import type { Desk } from '#ports/desk.ts';
import { type TransactionRefusal, newSalt, transact } from '#operations/transact.ts';
import { actRefusal } from '#operations/your-role.ts';
import { statedStation } from '#operations/stated-station.ts';

export type BeginRenewalRefusal =
  TransactionRefusal | RenewalRefusal | StatementRefusal | { readonly type: 'Locked' | 'StationMissing' };

/**
 * Renewal of the authority's key, its first step: the key is made in the vault, encrypted to every CA officer and the recovery secret,
 * and registered. What follows are the steps of the set-up for that key: its backup, its certificate, its first CRL; until that
 * list is signed the present key issues. A tab that dies before the commit leaves nothing, after it everything but the step due.
 */
export async function beginRenewal(
  desk: Desk,
  command: RenewalCommand,
): Promise<Result<Station, BeginRenewalRefusal>> {
  if (!desk.isWriter()) return err({ type: 'NotTheWriter' });
  if (desk.custody.officerId() === null) return err({ type: 'Locked' });
  const sound = await requireSound(desk, 'certificate');
  if (!sound.ok) return sound;
  const reading = await provenReading(desk);
  const present = await reading.get('station', 'station');
  if (present === undefined) return err({ type: 'StationMissing' });
  const ofOthers = await actRefusal(desk, reading, 'renewal-begun');
  if (ofOthers !== null) return err(ofOthers);
  // Planned before the key is made, too: making one is slow, and for nothing when it is refused.
  const allowed = planRenewal(present, command);
  if (!allowed.ok) return allowed;
  const key = await desk.custody.makeAuthorityKey({
    generation: allowed.value.generation,
    suite: command.suite,
  });
  return transact<Station, BeginRenewalRefusal>(desk, async (snapshot, keyMadeAt) => {
    const before = await snapshot.get('station', 'station');
    if (before === undefined) return err({ type: 'StationMissing' });
    const planned = planRenewal(before, command);
    if (!planned.ok) return planned;
    const { generation } = planned.value;
    const stated = await statedStation(desk, snapshot, before, {
      ...before,
      generationsBegun: generation,
      nextAuthority: { ...planned.value, spkiDer: key.spkiDer, setUp: { keyMadeAt } },
    });
    if (!stated.ok) return stated;
    const record = stated.value;
    const of = String(generation);
    const file = { holder: 'authority' as const, of, ageFile: key.ageFile };
    return ok({
      acts: [
        {
          act: 'renewal-begun',
          subjects: [before.stationId, of],
          puts: [
            { collection: 'station', record },
            {
              collection: 'vaultFile',
              record: { ...file, id: vaultFileId('authority', of), salt: newSalt(desk.random) },
            },
          ],
        },
      ],
      answer: record,
    });
  });
}

export type GiveUpRenewalRefusal =
  | TransactionRefusal
  | StatementRefusal
  | { readonly type: 'Locked' | 'StationMissing' | 'RenewalMissing' | 'CertificateTaken' };

/**
 * A next key that will not be used: it leaves the vault. Its number stays used up, since its name may stand in a certificate
 * elsewhere. Once its certificate is registered the way goes on only.
 */
export function giveUpRenewal(desk: Desk): Promise<Result<Station, GiveUpRenewalRefusal>> {
  return transact<Station, GiveUpRenewalRefusal>(desk, async (snapshot) => {
    if (desk.custody.officerId() === null) return err({ type: 'Locked' });
    const before = await snapshot.get('station', 'station');
    if (before === undefined) return err({ type: 'StationMissing' });
    const { nextAuthority: next, ...kept } = before;
    if (next === undefined) return err({ type: 'RenewalMissing' });
    if (next.certificateDer !== undefined) return err({ type: 'CertificateTaken' });
    const stated = await statedStation(desk, snapshot, before, kept);
    if (!stated.ok) return stated;
    const record = stated.value;
    const of = String(next.generation);
    return ok({
      acts: [
        {
          act: 'renewal-given-up',
          subjects: [before.stationId, of],
          removals: [{ collection: 'vaultFile', id: vaultFileId('authority', of) }],
          puts: [{ collection: 'station', record }],
        },
      ],
      answer: record,
    });
  });
}
