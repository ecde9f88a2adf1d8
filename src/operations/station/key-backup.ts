import { bytesToHex } from '#domain/base/bytes.ts';
import { canonicalForm } from '#domain/base/canonical-form.ts';
import type { Instant } from '#domain/base/instant.ts';
import { type Result, err, ok } from '#domain/base/result.ts';
import { encodeUtf8 } from '#domain/base/utf8.ts';
import { vaultFileId } from '#domain/authority/officer-record.ts';
import { authorityKeys, withSetUpFacts } from '#domain/authority/generations.ts';
import { type SetUpFacts, type Station, hasSetUpEnded } from '#domain/authority/station.ts';
import { requireSound } from '#operations/soundness.ts';
import type { RegisterTouched } from '#operations/verified-head.ts';
import { provenReading } from '#operations/proof/proven-reading.ts';
import type { NewVaultFile, RehearsalRefusal } from '#ports/custody.ts';
import type { Desk } from '#ports/desk.ts';
import type { Snapshot } from '#ports/register-store.ts';
import { type AuditedPut, type TransactionRefusal, newSalt, transact } from '#operations/transact.ts';

export type KeyBackupRefusal =
  TransactionRefusal | RehearsalRefusal | { readonly type: 'StationMissing' | 'Locked' };

/** What opens the backup without us; it lies in the archive beside the keys. */
const readMe = `Tirkelim key backup
===================
Every *.age file is an age file (age-encryption.org/v1).

  age -d officer-ID.age > officer.txt          asks for the officer's passphrase
  age -d -i officer.txt authority-1.age        the authority's private key, PKCS#8, PEM; authority-2.age that of
                                               the key after it, and so on
  age -d -i officer.txt station-1.age          the station's private key, PKCS#8, PEM
  age -d -i officer.txt scans-1.age            the identity that opens scans
  age -d -i officer.txt anchor-1.age           no key: which station this is, and a MAC over it by the recovery words

The recovery words stand for another identity that opens the same files but the officers' own.
manifest.json has the SHA-256 of each file.
`;

/** A key backup, a ZIP to be written to a medium: the vault as it lies, encrypted, with a manifest. */
export async function makeKeyBackup(
  desk: Desk,
): Promise<Result<Uint8Array, RegisterTouched | { readonly type: 'StationMissing' }>> {
  const sound = await requireSound(desk, 'backup');
  if (!sound.ok) return sound;
  const snapshot = await provenReading(desk);
  const station = await snapshot.get('station', 'station');
  if (station === undefined) return err({ type: 'StationMissing' });
  const vault = await snapshot.list('vaultFile');
  const files = new Map(vault.map(({ holder, of, ageFile }) => [`${holder}-${of}.age`, ageFile]));
  const manifest = canonicalForm({
    format: 'tirkelim-key-backup',
    version: 1,
    stationId: station.stationId,
    kind: station.kind,
    epoch: station.epoch,
    madeAt: desk.clock.now(),
    files: [...files].map(([name, octets]) => ({ name, sha256: bytesToHex(desk.sha256(octets)) })),
  });
  files.set('manifest.json', encodeUtf8(manifest));
  files.set('README.txt', encodeUtf8(readMe));
  return ok(await desk.archive.pack(files));
}

/** Writes one fact about the key in making down, that of the set-up or the next one; facts are only ever added. */
export function recordSetUpFact(
  desk: Desk,
  fact: Partial<Omit<SetUpFacts, 'keyMadeAt' | 'firstCrlAt'>>,
  anchorFile: NewVaultFile | null = null,
): Promise<Result<Station, TransactionRefusal | { readonly type: 'StationMissing' | 'Locked' }>> {
  return transact<Station, { readonly type: 'StationMissing' | 'Locked' }>(desk, async (snapshot) => {
    const before = await snapshot.get('station', 'station');
    if (before === undefined) return err({ type: 'StationMissing' });
    // Only a set-up's own steps may go unsigned (`domain/audit/signature-duty.ts`).
    if (hasSetUpEnded(before) && !desk.custody.isUnlocked()) return err({ type: 'Locked' });
    const record: Station = { ...withSetUpFacts(before, fact), salt: newSalt(desk.random) };
    const anchor = await anchorPut(desk, snapshot, anchorFile);
    return ok({
      acts: [
        {
          act: 'key-backup-verified',
          subjects: Object.keys(fact),
          puts: [{ collection: 'station', record }, ...anchor],
        },
      ],
      answer: record,
    });
  });
}

/** Of a vault that has one already nothing is written over. */
async function anchorPut(
  desk: Desk,
  snapshot: Snapshot,
  file: NewVaultFile | null,
): Promise<readonly AuditedPut[]> {
  if (file === null) return [];
  const id = vaultFileId(file.holder, file.of);
  if ((await snapshot.get('vaultFile', id)) !== undefined) return [];
  return [{ collection: 'vaultFile', record: { ...file, id, salt: newSalt(desk.random) } }];
}

/**
 * Opens the backup as it was read back from the medium, down to the authority's key; only then the step counts: of the set-up, of a key
 * that is to follow, and each year of the station's work (F15).
 */
export async function rehearseKeyBackup(
  desk: Desk,
  command: {
    readonly backup: Uint8Array;
    readonly secret: { readonly passphrase: string } | { readonly words: readonly string[] };
  },
): Promise<Result<Instant, KeyBackupRefusal>> {
  const station = await (await provenReading(desk)).get('station', 'station');
  if (station === undefined) return err({ type: 'StationMissing' });
  const { stationId, stationSpkiDer, recoveryRecipient } = station;
  const opened = await desk.custody.rehearse({
    ...command,
    recoveryRecipient,
    authorities: authorityKeys(station),
    anchor: { stationId, stationSpkiDer },
  });
  if (!opened.ok) return opened;
  const at = desk.clock.now();
  const fact =
    'passphrase' in command.secret
      ? { backupOpenedWithPassphraseAt: at }
      : { backupOpenedWithRecoveryAt: at };
  const recorded = await recordSetUpFact(desk, fact, opened.value.anchorFile);
  return recorded.ok ? ok(at) : recorded;
}
