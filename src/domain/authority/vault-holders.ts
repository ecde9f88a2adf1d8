import type { VaultHolder } from './officer-record.ts';
import { type OfficerWithRoles, type Role, roles, rolesNow, workingRoles } from './roles.ts';

/** Whose identity opens a file of the vault: an officer's own file only the passphrase does, and all others the recovery words too. */
export type SharedHolder = Exclude<VaultHolder, 'officer'>;

const rolesOfFile: Readonly<Record<SharedHolder, readonly Role[]>> = {
  station: workingRoles,
  authority: ['ca-officer'],
  scans: ['registrar', 'ca-officer'],
  anchor: roles,
};

export function rolesThatOpen(holder: SharedHolder): readonly Role[] {
  return rolesOfFile[holder];
}

export function opensFile(held: Iterable<Role>, holder: SharedHolder): boolean {
  const open = new Set(rolesOfFile[holder]);
  return [...held].some((role) => open.has(role));
}

/** Of the officers, those that the file is encrypted to. */
export function holdersOf<O extends Pick<OfficerWithRoles, 'roles'>>(
  officers: readonly O[],
  holder: SharedHolder,
): readonly O[] {
  return officers.filter((officer) => opensFile(rolesNow(officer), holder));
}
