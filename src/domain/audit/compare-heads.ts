import { memberOf } from '#domain/base/member-of.ts';
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

/**
 * A head as it lies in the store, in one text; empty where it has no hash. Of all its members: the next act takes its number and its time from
 * it, and a backup its end.
 */
export function textOfHead(head: unknown): string {
  const [seq, hash, time] = ['seq', 'hash', 'time'].map((member) => memberOf(head, member));
  if (typeof hash !== 'string') return '';
  // Anything may lie there, and not everything has a text.
  return [seq, hash, time].map((each) => (isText(each) ? String(each) : '')).join(' ');
}

function isText(value: unknown): value is string | number {
  return typeof value === 'string' || typeof value === 'number';
}
