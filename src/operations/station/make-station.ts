import { type OfficerRecord, type VaultFile, vaultFileId } from '#domain/authority/officer-record.ts';
import type {
  AuthorityKind,
  AuthorityName,
  CertificateAddresses,
  KeySuite,
  Station,
  StationPurpose,
} from '#domain/authority/station.ts';
import { firstRuleSet } from '#domain/authority/rule-sets.ts';
import { type Split, isSplit } from '#domain/base/recovery-share.ts';
import { type Result, err, ok } from '#domain/base/result.ts';
import type { StatementRefusal } from '#ports/custody.ts';
import type { Desk } from '#ports/desk.ts';
import type { Snapshot } from '#ports/register-store.ts';
import { isBrokenOff, tracesOf } from './earlier-station.ts';
import { type TransactionRefusal, newId, newSalt, transact } from '#operations/transact.ts';
import { forgetVerified } from '#operations/verified-head.ts';

export interface MakeStationCommand {
  readonly kind: AuthorityKind;
  /** Absent: `authority`. What it says of a field station's authority stands until the authority's answer says it. */
  readonly purpose?: StationPurpose;
  readonly demonstration: boolean;
  readonly authority: AuthorityName;
  readonly addresses: CertificateAddresses;
  readonly suite: KeySuite;
  readonly authorityValidityYears: number;
  readonly officer: { readonly name: string; readonly position: string };
  readonly passphrase: string;
  readonly wordScript: 'cyrillic' | 'latin';
  /** Absent: the recovery secret stands on one whole sheet. */
  readonly split?: Split;
}

export type MakeStationRefusal =
  | TransactionRefusal
  | StatementRefusal
  | { readonly type: 'StationExists' }
  | { readonly type: 'SplitUnfit' }
  /** What the Root CA and the CA of State Bodies take in goes by no package (decision 0158). */
  | { readonly type: 'FieldStationOfOtherKind' }
  /** There is no station, and there are traces of one. */
  | { readonly type: 'EarlierStationFound' };

/** A Root CA's list is carried by hand to each authority below, so it lasts a month. */
const crlValidityDays: Readonly<Record<AuthorityKind, number>> = { R: 30, G: 7, N: 7 };
const lockMinutes = 5;

/**
 * Makes every key of a station and registers it, encrypted. The recovery words come back once and are stored nowhere;
 * as long as they were not read back the step can be done again, with new keys (a set-up broken off here). It begins only where
 * nothing speaks of an earlier station, and no file of a vault is ever written over: those of a broken-off set-up are set aside (J05).
 */
export async function makeStation(
  desk: Desk,
  command: MakeStationCommand,
): Promise<
  Result<{ readonly officerId: string; readonly recoveryWords: readonly string[] }, MakeStationRefusal>
> {
  if (command.split !== undefined && !isSplit(command.split)) return err({ type: 'SplitUnfit' });
  if (command.purpose === 'field' && command.kind !== 'N') return err({ type: 'FieldStationOfOtherKind' });
  const allowed = await mayBegin(desk, await desk.store.read());
  if (!allowed.ok) return allowed;
  const officerId = newId(desk.random).slice(0, 8);
  const stationId = newId(desk.random);
  const now = desk.clock.now();
  const ifSplit = command.split === undefined ? {} : { split: command.split };
  const keys = await desk.custody.makeStationKeys({
    stationId,
    purpose: command.purpose ?? 'authority',
    suite: command.suite,
    passphrase: command.passphrase,
    officerId,
    stationName: `Tirkelim ${stationId}`,
    notBeforeIso: now,
    wordScript: command.wordScript,
    ...ifSplit,
  });
  const registered = await transact<
    { readonly officerId: string; readonly recoveryWords: readonly string[] },
    MakeStationRefusal
  >(desk, async (snapshot, time) => {
    const begins = await mayBegin(desk, snapshot);
    if (!begins.ok) return begins;
    const before = await snapshot.get('station', 'station');
    const old = (await snapshot.list('vaultFile')).filter(({ of }) => !isSetAside(of));
    const oldOfficers = await snapshot.list('officer');
    const unstated: Station = {
      id: 'station',
      salt: newSalt(desk.random),
      stationId,
      kind: command.kind,
      purpose: command.purpose ?? 'authority',
      ruleSet: firstRuleSet,
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
      ...(command.split === undefined ? {} : { recoverySplit: command.split }),
      scansRecipient: keys.scansRecipient,
      setUp: { keyMadeAt: time },
      chainDer: [],
      settings: { crlValidityDays: crlValidityDays[command.kind], lockMinutes },
    };
    const officer: OfficerRecord = {
      id: officerId,
      salt: newSalt(desk.random),
      ...command.officer,
      addedAt: time,
      signingSpkiDer: keys.officerSigningSpkiDer,
      ageRecipient: keys.officerRecipient,
    };
    const statement = await desk.custody.signStatement({ next: unstated, officers: [officer] });
    if (!statement.ok) return statement;
    const station = { ...unstated, statement: statement.value };
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
            ...old.map((file) => ({
              collection: 'vaultFile' as const,
              record: setAside(file, before?.stationId ?? '', newSalt(desk.random)),
            })),
            ...keys.vaultFiles.map((file) => ({
              collection: 'vaultFile' as const,
              record: { ...file, id: vaultFileId(file.holder, file.of), salt: newSalt(desk.random) },
            })),
          ],
        },
        {
          act: 'officer-added' as const,
          subjects: [officerId],
          puts: [{ collection: 'officer' as const, record: officer }],
        },
        { act: 'station-anchored' as const, subjects: [stationId] },
      ],
      answer: { officerId, recoveryWords: keys.recoveryWords },
    });
  });
  if (!registered.ok) desk.custody.lock();
  // A set-up that is begun again has another key of the station.
  forgetVerified(desk.store);
  return registered;
}

async function mayBegin(
  desk: Pick<Desk, 'store'>,
  snapshot: Snapshot,
): Promise<Result<null, MakeStationRefusal>> {
  const station = await snapshot.get('station', 'station');
  if (station !== undefined)
    return (await isBrokenOff(snapshot, station)) ? ok(null) : err({ type: 'StationExists' });
  const found = await tracesOf(desk.store, snapshot);
  return found.length === 0 ? ok(null) : err({ type: 'EarlierStationFound' });
}

/** Between the name of a file's key and the station that it was of; no generation and no officer's id has it. */
const asideMark = '~';

function isSetAside(of: string): boolean {
  return of.includes(asideMark);
}

/** The file under a name that nothing opens, whole. */
function setAside({ holder, of, ageFile }: VaultFile, stationId: string, salt: string): VaultFile {
  const name = `${of}${asideMark}${stationId.slice(0, 8)}`;
  return { id: vaultFileId(holder, name), salt, holder, of: name, ageFile };
}
