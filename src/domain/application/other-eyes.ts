import { type OfficerWithRoles, hasEnded, rolesAt } from '#domain/authority/roles.ts';
import { rolesOfAct } from '#domain/authority/roles-of-acts.ts';
import { type Instant, compareInstants } from '#domain/base/instant.ts';
import type { Confirmation } from './application.ts';

/**
 * Whether a confirmation is another's than the approver's who could give it: an officer, as the station states him, whose role it was at the time, who had
 * not been removed when it was approved, and not before the application came. `approvedAt`: null where it is to be approved now. Its signature is judged
 * apart.
 */
export function isOfAnother(
  { officer, at }: Pick<Confirmation, 'officer' | 'at'>,
  {
    approver,
    approvedAt,
    receivedAt,
  }: {
    readonly approver: string;
    readonly approvedAt: Instant | null;
    readonly receivedAt: Instant | undefined;
  },
  officers: readonly OfficerWithRoles[],
): boolean {
  const stated = officers.find(({ id }) => id === officer);
  if (stated === undefined || officer === approver) return false;
  const stands = approvedAt === null ? !hasEnded(stated) : rolesAt(stated, approvedAt).size > 0;
  if (!stands || (receivedAt !== undefined && compareInstants(at, receivedAt) < 0)) return false;
  const held = rolesAt(stated, at);
  return rolesOfAct('examination-confirmed').some((role) => held.has(role));
}
