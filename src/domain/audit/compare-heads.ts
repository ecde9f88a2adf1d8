import type { AuditHead } from './audit-record.ts';

/** The second copy of the head: ahead of the register is a rollback, behind it a crash between two commits. */
export function compareHeads(
  register: AuditHead | null,
  copy: AuditHead | null,
): 'same' | 'register-ahead' | 'rollback' | 'copy-missing' {
  if (copy === null) return register === null ? 'same' : 'copy-missing';
  if (register === null || copy.seq > register.seq) return 'rollback';
  if (copy.seq < register.seq) return 'register-ahead';
  return copy.hash === register.hash ? 'same' : 'rollback';
}
