import type { AuditAct } from '#domain/audit/audit-act.ts';
import type { AuditLine } from '#domain/audit/audit-record.ts';
import type { Instant } from '#domain/base/instant.ts';

/** What takes an approval away, or begins the application anew. */
const ending: ReadonlySet<string> = new Set<AuditAct>([
  'application-received',
  'application-corrected',
  'application-refused',
  'approval-withdrawn',
]);

/** By the application's id: whose line of the log approved it last, where none after it took that back. */
export type StandingApprovals = Map<string, StandingApproval>;

export interface StandingApproval {
  readonly officer: string;
  readonly at: Instant;
}

/** Takes the next line in. The signature on an approval holds for ever; whether it still stands, the log alone says. */
export function followApprovals(
  approvals: StandingApprovals,
  { act, officer, time: at, subjects: [id] }: Pick<AuditLine, 'act' | 'officer' | 'time' | 'subjects'>,
): void {
  if (id === undefined) return;
  if (act === 'application-approved') approvals.set(id, { officer, at });
  else if (ending.has(act)) approvals.delete(id);
}
