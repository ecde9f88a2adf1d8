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

import { longestEntry, treeEntry } from './log-tree.ts';

export interface PlannedAct {
  readonly act: AuditAct;
  readonly officer: string;
  readonly subjects: readonly string[];
  readonly writes: readonly AuditWrite[];
}

/** Octets of `,"signature":"…"` with 64 octets in base64. */
const signatureRoom = 103;

/** Links the acts of one commit to the chain's head; `time` is the same for all of them. RangeError for a line that the log's tree can't hold. */
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
    if (treeEntry({ ...line, hash: previous, writes: [] }).length > longestEntry - signatureRoom)
      throw new RangeError('one act with more subjects than its line holds');
    records.push({ ...line, hash: previous, writes });
  }
  return records;
}
