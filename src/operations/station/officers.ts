import { type OfficerRecord, vaultFileId } from '#domain/authority/officer-record.ts';
import { type Role, hasEnded, sortedRoles, standingOfficers, withRoles } from '#domain/authority/roles.ts';
import { compareInstants } from '#domain/base/instant.ts';
import { type Result, err, ok } from '#domain/base/result.ts';
import { foldForSearch } from '#domain/base/text.ts';
import type { ExportedFile } from '#domain/journal/exported-file.ts';
import { newId, newSalt } from '#operations/transact.ts';
import type { Desk } from '#ports/desk.ts';
import { type Beside, type ChangeOfficersRefusal, changeOfficers } from './change-officers.ts';

/**
 * A further officer, who types the own passphrase at this station, and types it once more: with that the new file is opened before anything is
 * written. The vault is encrypted anew to all whose roles need it, and the station states them (K02).
 */
export async function addOfficer(
  desk: Desk,
  command: {
    readonly name: string;
    readonly position: string;
    readonly roles: readonly Role[];
    readonly passphrase: string;
    readonly again: string;
    readonly beside?: Beside;
  },
): Promise<Result<OfficerRecord, ChangeOfficersRefusal>> {
  const [name, position, roles] = [command.name.trim(), command.position.trim(), sortedRoles(command.roles)];
  if (name === '' || position === '') return err({ type: 'OfficerNameMissing' });
  if (roles.length === 0) return err({ type: 'OfficerRolesMissing' });
  if (desk.custody.officerId() === null) return err({ type: 'Locked' });
  const id = newId(desk.random).slice(0, 8);
  const made = await desk.custody.makeOfficer({ passphrase: command.passphrase, again: command.again });
  if (!made.ok) return made;
  const { officerFile, ...keys } = made.value;
  return changeOfficers(desk, 'officer-added', command.beside, ({ officers, at }) => {
    const known = standingOfficers(officers).find((each) => foldForSearch(each.name) === foldForSearch(name));
    if (known !== undefined) return Promise.resolve(err({ type: 'OfficerKnown', name: known.name }));
    const added: OfficerRecord = {
      ...{ id, salt: newSalt(desk.random), name, position, addedAt: at, ...keys },
      roles: [{ from: at, roles }],
    };
    return Promise.resolve(
      ok({
        ...{ act: 'officer-added' as const, subjects: [id], officers: [...officers, added], answer: added },
        officerFile: { holder: 'officer' as const, of: id, ageFile: officerFile },
      }),
    );
  });
}

/** Other roles from now on; what was done in the former ones stays lawful. */
export function changeRoles(
  desk: Desk,
  command: { readonly officerId: string; readonly roles: readonly Role[]; readonly beside?: Beside },
): Promise<Result<OfficerRecord, ChangeOfficersRefusal>> {
  const { officerId, beside } = command;
  const roles = sortedRoles(command.roles);
  return changeOfficers(desk, 'officer-roles-changed', beside, ({ officers, at }) => {
    const of = standing(officers, officerId);
    if (!of.ok) return Promise.resolve(of);
    if (roles.length === 0) return Promise.resolve(err({ type: 'OfficerRolesMissing' }));
    const answer = { ...of.value, roles: withRoles(of.value, roles, at) };
    const subjects = [officerId, ...roles];
    return Promise.resolve(
      ok({ act: 'officer-roles-changed', subjects, officers: withOfficer(officers, answer), answer }),
    );
  });
}

export interface OfficerRemoved {
  readonly officer: OfficerRecord;
  /** Backups, oldest first, that the removed officer could open until they are gone: made while the officer was there (K05). */
  readonly copies: readonly ExportedFile[];
  /** The officer has had a key of the authority in the hand: only a new key ends that. */
  readonly hadAuthorityKey: boolean;
}

/**
 * The officer’s file goes out of the vault, and the vault is encrypted anew without the officer: the passphrase of before opens nothing that is
 * here. What lies on media can’t be called back; it is named, here and in the log. The record stays, so that each act keeps its name.
 */
export function removeOfficer(
  desk: Desk,
  command: { readonly officerId: string; readonly beside?: Beside },
): Promise<Result<OfficerRemoved, ChangeOfficersRefusal>> {
  const { officerId, beside } = command;
  return changeOfficers(desk, 'officer-removed', beside, async ({ officers, snapshot, at }) => {
    const of = standing(officers, officerId);
    if (!of.ok) return of;
    const officer = { ...of.value, roles: withRoles(of.value, [], at) };
    const copies = copiesOpenTo(of.value, await snapshot.list('exportedFile'));
    const hadAuthorityKey = of.value.roles?.some(({ roles }) => roles.includes('ca-officer')) ?? true;
    return ok({
      act: 'officer-removed',
      subjects: [officerId, ...copies.map(({ id }) => id)],
      officers: withOfficer(officers, officer),
      withoutFile: vaultFileId('officer', officerId),
      answer: { officer, copies, hadAuthorityKey },
    });
  });
}

/** Both hold the vault as it was, with the officer’s own file in it. */
export function copiesOpenTo(
  { addedAt }: Pick<OfficerRecord, 'addedAt'>,
  files: readonly ExportedFile[],
): readonly ExportedFile[] {
  return files
    .filter(({ kind }) => kind === 'key-backup' || kind === 'register-backup')
    .filter(({ at }) => compareInstants(at, addedAt) >= 0)
    .toSorted((a, b) => compareInstants(a.at, b.at));
}

function standing(
  officers: readonly OfficerRecord[],
  officerId: string,
): Result<OfficerRecord, ChangeOfficersRefusal> {
  const officer = officers.find(({ id }) => id === officerId);
  if (officer === undefined) return err({ type: 'OfficerMissing' });
  return hasEnded(officer) ? err({ type: 'OfficerEnded' }) : ok(officer);
}

function withOfficer(officers: readonly OfficerRecord[], changed: OfficerRecord): readonly OfficerRecord[] {
  return officers.map((each) => (each.id === changed.id ? changed : each));
}
