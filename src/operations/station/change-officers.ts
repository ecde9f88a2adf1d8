import type { AuditAct } from '#domain/audit/audit-act.ts';
import { type OfficerRecord, vaultFileId } from '#domain/authority/officer-record.ts';
import {
  type Role,
  canKeepFourEyes,
  hasRole,
  neededRoles,
  standingOfficers,
  workingRoles,
} from '#domain/authority/roles.ts';
import { type Station, isSetUp, purposeOf } from '#domain/authority/station.ts';
import type { Instant } from '#domain/base/instant.ts';
import { type Result, err, ok } from '#domain/base/result.ts';
import { provenReading } from '#operations/proof/proven-reading.ts';
import { requireSound } from '#operations/soundness.ts';
import type { RegisterTouched } from '#operations/verified-head.ts';
import { type TransactionRefusal, newSalt, transact } from '#operations/transact.ts';
import { type NotYourRole, actRefusal } from '#operations/your-role.ts';
import type { NewVaultFile, OfficersRefusal, SecondOfficer } from '#ports/custody.ts';
import type { Desk } from '#ports/desk.ts';
import type { Snapshot } from '#ports/register-store.ts';
import { type TooSoon, mayTry, recordFailure } from './unlock.ts';

/** Another officer at the desk, where a file of the vault has to be encrypted anew that who acts can’t open, and under four eyes always. */
export interface Beside {
  readonly officerId: string;
  readonly passphrase: string;
}

export type ChangeOfficersRefusal =
  | TransactionRefusal
  | OfficersRefusal
  | RegisterTouched
  | NotYourRole
  | TooSoon
  | { readonly type: 'StationMissing' | 'Locked' | 'NotSetUp' }
  | { readonly type: 'OfficerMissing' | 'OfficerEnded' | 'OfficerNameMissing' | 'OfficerRolesMissing' }
  /** K02: one of that name is at the station already. */
  | { readonly type: 'OfficerKnown'; readonly name: string }
  /** D11: nobody else has the role, and the station needs it. */
  | { readonly type: 'LastOfRole'; readonly role: Role }
  | { readonly type: 'FourEyesTooFew' };

export interface OfficersPlan<T> {
  readonly act: AuditAct;
  readonly subjects: readonly string[];
  readonly officers: readonly OfficerRecord[];
  /** Of an officer who is added, or removed. */
  readonly officerFile?: NewVaultFile;
  readonly withoutFile?: string;
  readonly answer: T;
}

export type PlanOfficers<T> = (given: {
  readonly officers: readonly OfficerRecord[];
  readonly station: Station;
  readonly snapshot: Snapshot;
  readonly at: Instant;
}) => Promise<Result<OfficersPlan<T>, ChangeOfficersRefusal>>;

/**
 * Officers change in one commit: their records, the station’s statement, and each file of the vault whose holders are others by it, encrypted
 * anew. A power cut leaves all of the old or all of the new; the second copy of the vault follows the commit (D12). Who is at the desk and is
 * changed has to unlock again.
 */
export async function changeOfficers<T>(
  desk: Desk,
  act: AuditAct,
  beside: Beside | undefined,
  plan: PlanOfficers<T>,
): Promise<Result<T, ChangeOfficersRefusal>> {
  const allowed = await mayChange(desk, act, beside);
  if (!allowed.ok) return allowed;
  const changed = await transact<Committed<T>, ChangeOfficersRefusal>(desk, async (snapshot, at) => {
    const station = await snapshot.get('station', 'station');
    if (station?.statement === undefined) return err({ type: 'StationMissing' });
    if (!isSetUp(station)) return err({ type: 'NotSetUp' });
    const before = await snapshot.list('officer');
    const planned = await plan({ officers: before.map(withStatedRoles), station, snapshot, at });
    if (!planned.ok) return planned;
    const { officers, answer, subjects, officerFile, withoutFile } = planned.value;
    const unfit = unfitRefusal(station, officers);
    if (unfit !== null) return err(unfit);
    if (station.settings.fourEyes === true && beside === undefined)
      return err({ type: 'SecondOfficerNeeded', needed: workingRoles, fourEyes: true });
    const first = await snapshot.list('vaultFile');
    const second = beside === undefined ? {} : besideOf(first, beside);
    const made = await desk.custody.changeOfficers({
      ...{ before: station, next: station, officersBefore: before, officers },
      copies: { first, second: await desk.store.vaultCopy() },
      ...second,
    });
    if (!made.ok) return made;
    const { statement, vaultFiles } = made.value;
    const files = officerFile === undefined ? vaultFiles : [...vaultFiles, officerFile];
    const salt = () => newSalt(desk.random);
    return ok({
      acts: [
        {
          act,
          subjects: [...subjects, ...(beside === undefined ? [] : [beside.officerId])],
          removals: withoutFile === undefined ? [] : [{ collection: 'vaultFile', id: withoutFile }],
          puts: [
            { collection: 'station', record: { ...station, statement, salt: salt() } },
            ...officers.map((record) => ({
              collection: 'officer' as const,
              record: { ...record, salt: salt() },
            })),
            ...files.map((file) => ({
              collection: 'vaultFile' as const,
              record: { ...file, id: vaultFileId(file.holder, file.of), salt: salt() },
            })),
          ],
        },
      ],
      answer: { answer, ofSelf: isOther(before, officers, desk.custody.officerId()) },
    });
  });
  if (!changed.ok) {
    if (changed.error.type === 'DamagedOrWrongKey' && beside !== undefined)
      await recordFailure(desk, beside.officerId);
    return changed;
  }
  const { answer, ofSelf } = changed.value;
  if (ofSelf) desk.custody.lock();
  return ok(answer);
}

interface Committed<T> {
  readonly answer: T;
  readonly ofSelf: boolean;
}

async function mayChange(
  desk: Desk,
  act: AuditAct,
  beside: Beside | undefined,
): Promise<Result<null, ChangeOfficersRefusal>> {
  if (desk.custody.officerId() === null) return err({ type: 'Locked' });
  // The vault is encrypted to whom the register names: it has to be the one that the acts have made.
  const sound = await requireSound(desk, 'certificate');
  if (!sound.ok) return sound;
  const snapshot = await provenReading(desk);
  const ofOthers = await actRefusal(desk, snapshot, act);
  if (ofOthers !== null) return err(ofOthers);
  return beside === undefined ? ok(null) : mayTry(desk, snapshot, beside.officerId);
}

/** As soon as there are two, what each of them is stands in the statement: the first has had every role since the beginning. */
function withStatedRoles(officer: OfficerRecord): OfficerRecord {
  const { roles = [{ from: officer.addedAt, roles: workingRoles }] } = officer;
  return { ...officer, roles };
}

/** D11: what the station is left with has to do. */
function unfitRefusal(station: Station, officers: readonly OfficerRecord[]): ChangeOfficersRefusal | null {
  const standing = standingOfficers(officers);
  for (const role of neededRoles(purposeOf(station)))
    if (!standing.some((each) => hasRole(each, role))) return { type: 'LastOfRole', role };
  return station.settings.fourEyes === true && !canKeepFourEyes(officers) ? { type: 'FourEyesTooFew' } : null;
}

/** Also of the settings that take two. Without a file nothing opens, which is refused as a wrong passphrase is. */
export function besideOf(
  files: readonly NewVaultFile[],
  { officerId, passphrase }: Beside,
): { readonly second: SecondOfficer } {
  const file = files.find(({ holder, of }) => holder === 'officer' && of === officerId)?.ageFile;
  return { second: { officerId, passphrase, file: file ?? new Uint8Array() } };
}

function isOther(
  before: readonly OfficerRecord[],
  officers: readonly OfficerRecord[],
  id: string | null,
): boolean {
  const [old, now] = [before, officers].map(
    (each) => each.find((officer) => officer.id === id)?.roles?.length ?? 1,
  );
  return old !== now;
}
