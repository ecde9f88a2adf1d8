/**
 * What an officer may do. A role is no switch: which file of the vault is encrypted to whom follows from it, and whose signature counts for
 * what. Roles stand in the station's statement with the moment from which each holds, so that an act of the log is judged by those of its time.
 */
import { type Instant, compareInstants } from '#domain/base/instant.ts';

/**
 * `administrator`: officers, settings, calendar, backups, pairings. `registrar`: applications, papers, hand-over. `ca-officer`: decides,
 * issues, revokes, signs lists. `auditor`: sees and verifies, and writes nothing. In the order in which they are written.
 */
export const roles = ['administrator', 'registrar', 'ca-officer', 'auditor'] as const;
export type Role = (typeof roles)[number];

/** Those that are held together by who works alone. */
export const workingRoles: readonly Role[] = ['administrator', 'registrar', 'ca-officer'];

/** From that moment on; no roles: the officer was removed. */
export interface RoleEntry {
  readonly from: Instant;
  /** In the order of `roles`, none twice. */
  readonly roles: readonly Role[];
}

/** An officer as far as roles go. Without entries it is one of a station that has never had a second officer: with all of them, always. */
export interface OfficerWithRoles {
  readonly id: string;
  readonly roles?: readonly RoleEntry[];
}

export function rolesNow({ roles: entries }: Pick<OfficerWithRoles, 'roles'>): readonly Role[] {
  return entries === undefined ? workingRoles : (entries.at(-1)?.roles ?? []);
}

/** All that held in that second: of the moment of a change both what was before and what is after. */
export function rolesAt({ roles: entries }: Pick<OfficerWithRoles, 'roles'>, at: Instant): ReadonlySet<Role> {
  if (entries === undefined) return new Set(workingRoles);
  return new Set(
    entries.flatMap((entry, i) => {
      const next = entries[i + 1];
      const holds = compareInstants(entry.from, at) <= 0;
      return holds && (next === undefined || compareInstants(at, next.from) <= 0) ? entry.roles : [];
    }),
  );
}

/** What holds once everything that changed in that second has: of its changes the last one. */
export function rolesAfter(
  { roles: entries }: Pick<OfficerWithRoles, 'roles'>,
  at: Instant,
): ReadonlySet<Role> {
  if (entries === undefined) return new Set(workingRoles);
  return new Set(entries.findLast(({ from }) => compareInstants(from, at) <= 0)?.roles);
}

export function hasRole(officer: Pick<OfficerWithRoles, 'roles'>, role: Role): boolean {
  return rolesNow(officer).includes(role);
}

/** Removed: what was done in that name stays, and nothing opens any more. */
export function hasEnded(officer: Pick<OfficerWithRoles, 'roles'>): boolean {
  return rolesNow(officer).length === 0;
}

export function standingOfficers<O extends Pick<OfficerWithRoles, 'roles'>>(
  officers: readonly O[],
): readonly O[] {
  return officers.filter((officer) => !hasEnded(officer));
}

/** Does more than see. */
export function worksNow(officer: Pick<OfficerWithRoles, 'roles'>): boolean {
  return rolesNow(officer).some((role) => workingRoles.includes(role));
}

/** In the order in which they are written, each once. */
export function sortedRoles(given: Iterable<Role>): readonly Role[] {
  const wanted = new Set(given);
  return roles.filter((role) => wanted.has(role));
}

/** The entries after a change; whoever had none until then had all of them since the beginning. */
export function withRoles(
  { roles: entries, addedAt }: { readonly roles?: readonly RoleEntry[]; readonly addedAt: Instant },
  given: Iterable<Role>,
  from: Instant,
): readonly RoleEntry[] {
  const before = entries ?? [{ from: addedAt, roles: workingRoles }];
  return [...before, { from, roles: sortedRoles(given) }];
}

/** What no station can be without; a field station decides nothing. */
export function neededRoles(purpose: 'authority' | 'field'): readonly Role[] {
  return purpose === 'field' ? ['administrator', 'registrar'] : workingRoles;
}

/**
 * Whether whoever enters and examines can be another than who approves: there is a CA officer, and a registrar who is somebody else.
 */
export function canKeepFourEyes(officers: readonly OfficerWithRoles[]): boolean {
  const standing = standingOfficers(officers);
  const entering = standing.filter((each) => hasRole(each, 'registrar'));
  return standing.some((each) => hasRole(each, 'ca-officer') && entering.some(({ id }) => id !== each.id));
}
