import type { AuditAct } from './audit-act.ts';

const enteringActs: ReadonlySet<AuditAct> = new Set<AuditAct>([
  'certificate-issued',
  'certificate-recovered',
]);

/** Whether an act brings a certificate into the register; its serial number is its first subject. */
export function isEntering(act: AuditAct): boolean {
  return enteringActs.has(act);
}
