import type { AuditAct } from '#domain/audit/audit-act.ts';
import { type Role, hasRole, roles, rolesNow, standingOfficers } from '#domain/authority/roles.ts';
import { rolesOfAct } from '#domain/authority/roles-of-acts.ts';
import { purposeOf } from '#domain/authority/station.ts';
import { type SharedHolder, rolesThatOpen } from '#domain/authority/vault-holders.ts';
import { type StatedOfficer, readStatement } from '#domain/authority/station-statement.ts';
import type { Desk } from '#ports/desk.ts';
import type { Snapshot } from '#ports/register-store.ts';

/** The act is another’s: which role it needs, and who has it. */
export interface NotYourRole {
  readonly type: 'NotYourRole';
  readonly needed: readonly Role[];
  readonly holders: readonly string[];
}

/**
 * Whether who is at the desk has one role of each list, as the station states it; null when so. A locked station, and one of before there were
 * statements, has nobody to ask, and the recovery words have every role. The key worker judges the same again by what it has proven.
 */
export async function rolesRefusal(
  { custody }: Pick<Desk, 'custody'>,
  snapshot: Pick<Snapshot, 'get'>,
  needed: readonly (readonly Role[])[],
): Promise<NotYourRole | null> {
  const officerId = custody.officerId();
  const asked = needed.filter((each) => each.length < roles.length);
  if (officerId === null || custody.isOpenByWords() || asked.length === 0) return null;
  const officers = await statedOfficers(snapshot);
  if (officers === null) return null;
  const own = officers.find(({ id }) => id === officerId);
  const held = own === undefined ? [] : rolesNow(own);
  const missing = asked.find((each) => !each.some((role) => held.includes(role)));
  return missing === undefined ? null : notYourRole(officers, missing);
}

export function actRefusal(
  desk: Pick<Desk, 'custody'>,
  snapshot: Pick<Snapshot, 'get'>,
  ...acts: readonly AuditAct[]
): Promise<NotYourRole | null> {
  return rolesRefusal(desk, snapshot, acts.map(rolesOfAct));
}

/** Whether who is at the desk has the secret of that file of the vault. */
export async function fileRefusal(
  desk: Pick<Desk, 'custody'>,
  snapshot: Pick<Snapshot, 'get'>,
  holder: SharedHolder,
): Promise<NotYourRole | null> {
  const station = await snapshot.get('station', 'station');
  if (station === undefined) return null;
  return rolesRefusal(desk, snapshot, [rolesThatOpen(holder, purposeOf(station))]);
}

/** Those of the station’s statement; null where there is none. */
export async function statedOfficers(
  snapshot: Pick<Snapshot, 'get'>,
): Promise<readonly StatedOfficer[] | null> {
  const station = await snapshot.get('station', 'station');
  const stated = station?.statement === undefined ? null : readStatement(station.statement.text);
  return stated?.officers ?? null;
}

export function notYourRole(officers: readonly StatedOfficer[], needed: readonly Role[]): NotYourRole {
  const holders = standingOfficers(officers).filter((each) => needed.some((role) => hasRole(each, role)));
  return { type: 'NotYourRole', needed, holders: holders.flatMap(({ name }) => name ?? []) };
}
