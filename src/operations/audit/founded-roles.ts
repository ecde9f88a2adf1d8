import type { AuditAct } from '#domain/audit/audit-act.ts';
import type { AuditRecord } from '#domain/audit/audit-record.ts';
import type { ChainFault } from '#domain/audit/chain-fault.ts';
import type { RoleEntry } from '#domain/authority/roles.ts';
import type { Instant } from '#domain/base/instant.ts';

const changing: ReadonlySet<AuditAct> = new Set<AuditAct>([
  'officer-added',
  'officer-roles-changed',
  'officer-removed',
]);

/** When the log says of which officer that the roles began or changed: by the officer's id and the time. */
export type OfficerMoments = Set<string>;

/** Such an act writes every officer's row, and its first subject is the one who is changed; the first officer comes with the station. */
export function followOfficers(moments: OfficerMoments, { act, time, subjects, writes }: AuditRecord): void {
  const [subject] = subjects;
  if (changing.has(act) && subject !== undefined) moments.add(momentOf(subject, time));
  if (act !== 'station-created') return;
  for (const { collection, id, digest } of writes)
    if (collection === 'officer' && digest !== null) moments.add(momentOf(id, time));
}

/** The officers with roles in the statement from a moment at which no act gave them: dated back, or never given by anybody. */
export function unfoundedRoles(
  stated: ReadonlyMap<string, readonly RoleEntry[]>,
  moments: OfficerMoments,
): readonly ChainFault[] {
  return [...stated]
    .filter(([id, entries]) => entries.some(({ from }) => !moments.has(momentOf(id, from))))
    .map(([officer]) => ({ type: 'RolesUnfounded', officer }));
}

function momentOf(id: string, time: Instant): string {
  return `${id} ${time}`;
}
