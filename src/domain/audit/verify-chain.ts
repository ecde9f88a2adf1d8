import { compareInstants } from '#domain/base/instant.ts';
import {
  type AuditHead,
  type AuditRecord,
  type Digest,
  auditHash,
  genesisHash,
  payloadDigest,
} from './audit-record.ts';
import type { ChainFault } from './chain-fault.ts';

export interface ChainState {
  readonly head: AuditHead | null;
  /** Last digest by `collection/id`: what each covered record must be now. */
  readonly expected: Map<string, { readonly digest: string; readonly seq: number }>;
  readonly faults: ChainFault[];
  count: number;
}

export function startChain(): ChainState & { head: AuditHead | null } {
  return { head: null, expected: new Map(), faults: [], count: 0 };
}

/** Takes the next record in; the state is changed in place, since a log has a million records. */
export function followChain(
  state: { head: AuditHead | null } & ChainState,
  record: AuditRecord,
  sha256: Digest,
): void {
  const { head, faults, expected } = state;
  const expectedSeq = head === null ? 1 : head.seq + 1;
  if (record.seq !== expectedSeq) faults.push({ type: 'SequenceBroken', expectedSeq, seenSeq: record.seq });
  if (record.previous !== (head === null ? genesisHash : head.hash))
    faults.push({ type: 'PreviousDiffers', seq: record.seq });
  if (auditHash(record, sha256) !== record.hash) faults.push({ type: 'HashDiffers', seq: record.seq });
  if (payloadDigest(record.writes, sha256) !== record.payloadDigest)
    faults.push({ type: 'PayloadDiffers', seq: record.seq });
  if (head !== null && compareInstants(record.time, head.time) < 0)
    faults.push({ type: 'TimeRunsBack', seq: record.seq });
  for (const { collection, id, digest } of record.writes) {
    const key = `${collection}/${id}`;
    if (digest === null) expected.delete(key);
    else expected.set(key, { digest, seq: record.seq });
  }
  state.head = { seq: record.seq, hash: record.hash, time: record.time };
  state.count += 1;
}

export interface ExpectedRecord {
  readonly collection: string;
  readonly id: string;
  readonly digest: string;
  /** Number of the audit record that wrote it. */
  readonly seq: number;
}

/** What the log says that the register has to hold. */
export function* expectedRecords({ expected }: Pick<ChainState, 'expected'>): Generator<ExpectedRecord> {
  for (const [key, { digest, seq }] of expected) {
    const slash = key.indexOf('/');
    yield { collection: key.slice(0, slash), id: key.slice(slash + 1), digest, seq };
  }
}

/** Compares what is stored with what the log says; `stored` gives the digest of each record by `collection/id`. */
export function compareWithRegister(state: ChainState, stored: ReadonlyMap<string, string>): void {
  for (const { collection, id, digest, seq } of expectedRecords(state)) {
    const seen = stored.get(`${collection}/${id}`);
    if (seen === undefined) state.faults.push({ type: 'RecordMissing', collection, id, seq });
    else if (seen !== digest) state.faults.push({ type: 'RecordChanged', collection, id, seq });
  }
  for (const key of stored.keys()) {
    if (state.expected.has(key)) continue;
    const slash = key.indexOf('/');
    state.faults.push({ type: 'RecordUnknown', collection: key.slice(0, slash), id: key.slice(slash + 1) });
  }
}
