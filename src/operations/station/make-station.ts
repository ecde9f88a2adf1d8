import { vaultFileId } from '#domain/authority/officer-record.ts';
import type {
  AuthorityKind,
  AuthorityName,
  CertificateAddresses,
  KeySuite,
  Station,
} from '#domain/authority/station.ts';
import { type Result, err, ok } from '#domain/base/result.ts';
import type { Desk } from '#ports/desk.ts';
import { type TransactionRefusal, newId, newSalt, transact } from '#operations/transact.ts';

export interface MakeStationCommand {
  readonly kind: AuthorityKind;
  readonly demonstration: boolean;
  readonly authority: AuthorityName;
  readonly addresses: CertificateAddresses;
  readonly suite: KeySuite;
  readonly authorityValidityYears: number;
  readonly officer: { readonly name: string; readonly position: string };
  readonly passphrase: string;
  readonly wordScript: 'cyrillic' | 'latin';
}

export type MakeStationRefusal = TransactionRefusal | { readonly type: 'StationExists' };

/** A Root CA's list is carried by hand to each authority below, so it lasts a month. */
const crlValidityDays: Readonly<Record<AuthorityKind, number>> = { R: 30, G: 7, N: 7 };
const lockMinutes = 5;

/**
 * Makes every key of a station and registers it, encrypted. The recovery words come back once and are stored nowhere;
 * as long as they were not read back the step can be done again, with new keys (a set-up broken off here).
 */
export async function makeStation(
  desk: Desk,
  command: MakeStationCommand,
): Promise<
  Result<{ readonly officerId: string; readonly recoveryWords: readonly string[] }, MakeStationRefusal>
> {
  const before = await (await desk.store.read()).get('station', 'station');
  if (before?.setUp.recoveryReadBackAt !== undefined) return err({ type: 'StationExists' });
  const officerId = newId(desk.random).slice(0, 8);
  const stationId = newId(desk.random);
  const now = desk.clock.now();
  const keys = await desk.custody.makeStationKeys({
    suite: command.suite,
    passphrase: command.passphrase,
    officerId,
    stationName: `Tirkelim ${stationId}`,
    notBeforeIso: now,
    wordScript: command.wordScript,
  });
  const registered = await transact(desk, async (snapshot, time) => {
    const old = await snapshot.list('vaultFile');
    const oldOfficers = await snapshot.list('officer');
    const station: Station = {
      id: 'station',
      salt: newSalt(desk.random),
      stationId,
      kind: command.kind,
      purpose: 'authority',
      ruleSet: 'order-348',
      demonstration: command.demonstration,
      epoch: 1,
      createdAt: time,
      authority: command.authority,
      addresses: command.addresses,
      suite: command.suite,
      authorityValidityYears: command.authorityValidityYears,
      authoritySpkiDer: keys.authoritySpkiDer,
      stationSpkiDer: keys.stationSpkiDer,
      stationCertificateDer: keys.stationCertificateDer,
      recoveryRecipient: keys.recoveryRecipient,
      scansRecipient: keys.scansRecipient,
      setUp: { keyMadeAt: time },
      chainDer: [],
      settings: { crlValidityDays: crlValidityDays[command.kind], lockMinutes },
    };
    return ok({
      acts: [
        {
          act: 'station-created' as const,
          subjects: [stationId],
          removals: [
            ...old.map(({ id }) => ({ collection: 'vaultFile' as const, id })),
            ...oldOfficers.map(({ id }) => ({ collection: 'officer' as const, id })),
          ],
          puts: [
            { collection: 'station' as const, record: station },
            ...keys.vaultFiles.map((file) => ({
              collection: 'vaultFile' as const,
              record: { ...file, id: vaultFileId(file.holder, file.of), salt: newSalt(desk.random) },
            })),
          ],
        },
        {
          act: 'officer-added' as const,
          subjects: [officerId],
          puts: [
            {
              collection: 'officer' as const,
              record: {
                id: officerId,
                salt: newSalt(desk.random),
                ...command.officer,
                addedAt: time,
                signingSpkiDer: keys.officerSigningSpkiDer,
                ageRecipient: keys.officerRecipient,
              },
            },
          ],
        },
      ],
      answer: { officerId, recoveryWords: keys.recoveryWords },
    });
  });
  if (!registered.ok) desk.custody.lock();
  return registered;
}
