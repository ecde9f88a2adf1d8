import type { Instant } from '#domain/base/instant.ts';
import type { AuditAct } from './audit-act.ts';
import {
  type AuditHead,
  type AuditRecord,
  type AuditWrite,
  type Digest,
  auditHash,
  genesisHash,
  payloadDigest,
} from './audit-record.ts';

export interface PlannedAct {
  readonly act: AuditAct;
  readonly officer: string;
  readonly subjects: readonly string[];
  readonly writes: readonly AuditWrite[];
}

/** Links the acts of one commit to the chain's head; `time` is the same for all of them. */
export function chainActs(
  head: AuditHead | null,
  time: Instant,
  acts: readonly PlannedAct[],
  sha256: Digest,
): AuditRecord[] {
  const records: AuditRecord[] = [];
  let seq = head === null ? 0 : head.seq;
  let previous = head === null ? genesisHash : head.hash;
  for (const { act, officer, subjects, writes } of acts) {
    seq += 1;
    const line = {
      seq,
      time,
      officer,
      act,
      subjects,
      payloadDigest: payloadDigest(writes, sha256),
      previous,
    };
    previous = auditHash(line, sha256);
    records.push({ ...line, hash: previous, writes });
  }
  return records;
}
