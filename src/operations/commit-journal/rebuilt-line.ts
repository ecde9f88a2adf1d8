import { type AuditHead, type Digest, auditKey } from '#domain/audit/audit-record.ts';
import { chainActs } from '#domain/audit/chain.ts';
import type { Instant } from '#domain/base/instant.ts';
import type { Put } from '#ports/register-store.ts';
import { actTime } from '#operations/transact.ts';

/** The line of the log that tells of a register that the journal put in the place of another, which ended at `from`. */
export function rebuiltLine({
  found,
  from,
  to,
  now,
  sha256,
}: {
  readonly found: 'missing' | 'behind' | 'damaged';
  readonly from: AuditHead | null;
  readonly to: AuditHead;
  readonly now: Instant;
  readonly sha256: Digest;
}): Put {
  const time = actTime(now, to, null);
  const [record] = chainActs(
    to,
    // The clock may be wrong and the register is needed all the same: the first act will say so.
    time.ok ? time.value : to.time,
    [
      {
        act: 'register-rebuilt',
        officer: 'station',
        subjects: [found, String(from?.seq ?? 0), String(to.seq)],
        writes: [],
      },
    ],
    sha256,
  );
  if (record === undefined) throw new TypeError('one act gave no line');
  return { collection: 'audit', record: { ...record, id: auditKey(record.seq) } };
}
