import type { VaultHolder } from './officer-record.ts';
import { type OfficerWithRoles, type Role, roles, rolesNow, workingRoles } from './roles.ts';
import type { StationPurpose } from './station.ts';

/** Whose identity opens a file of the vault: an officer's own file only the passphrase does, and all others the recovery words too. */
export type SharedHolder = Exclude<VaultHolder, 'officer'>;

/**
 * Whoever has the station's key out of the vault can sign a statement with it by a program of his own. Where certificates are decided on, that is
 * nobody who has not got an administrator's or a CA officer's part in it anyhow; at a field station the registrar's packages are signed by it.
 */
const rolesOfStationKey: Readonly<Record<StationPurpose, readonly Role[]>> = {
  authority: ['administrator', 'ca-officer'],
  field: workingRoles,
};

const rolesOfFile: Readonly<Record<Exclude<SharedHolder, 'station'>, readonly Role[]>> = {
  authority: ['ca-officer'],
  scans: ['registrar', 'ca-officer'],
  anchor: roles,
};

export function rolesThatOpen(holder: SharedHolder, purpose: StationPurpose): readonly Role[] {
  return holder === 'station' ? rolesOfStationKey[purpose] : rolesOfFile[holder];
}

export function opensFile(held: Iterable<Role>, holder: SharedHolder, purpose: StationPurpose): boolean {
  const open = new Set(rolesThatOpen(holder, purpose));
  return [...held].some((role) => open.has(role));
}

/** Of the officers, those that the file is encrypted to. */
export function holdersOf<O extends Pick<OfficerWithRoles, 'roles'>>(
  officers: readonly O[],
  holder: SharedHolder,
  purpose: StationPurpose,
): readonly O[] {
  return officers.filter((officer) => opensFile(rolesNow(officer), holder, purpose));
}
