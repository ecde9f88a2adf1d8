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
  readonly expected: Map<string, Expectation>;
  readonly faults: ChainFault[];
  count: number;
}

interface Expectation {
  readonly digest: string;
  readonly seq: number;
  /** The comparison that has met the record last, and whether it was as it has to be. */
  metBy: RegisterComparison | null;
  isAsWritten: boolean;
}

export function startChain(): ChainState & { head: AuditHead | null } {
  return { head: null, expected: new Map(), faults: [], count: 0 };
}

/**
 * Takes the next record in, and answers with its hash as it has to be; the state is changed in place, since a log has a million
 * records.
 */
export function followChain(
  state: { head: AuditHead | null } & ChainState,
  record: AuditRecord,
  sha256: Digest,
): string {
  const { head, faults, expected } = state;
  const expectedSeq = head === null ? 1 : head.seq + 1;
  if (record.seq !== expectedSeq) faults.push({ type: 'SequenceBroken', expectedSeq, seenSeq: record.seq });
  if (record.previous !== (head === null ? genesisHash : head.hash))
    faults.push({ type: 'PreviousDiffers', seq: record.seq });
  const hash = auditHash(record, sha256);
  if (hash !== record.hash) faults.push({ type: 'HashDiffers', seq: record.seq });
  if (payloadDigest(record.writes, sha256) !== record.payloadDigest)
    faults.push({ type: 'PayloadDiffers', seq: record.seq });
  if (head !== null && compareInstants(record.time, head.time) < 0)
    faults.push({ type: 'TimeRunsBack', seq: record.seq });
  for (const { collection, id, digest } of record.writes) {
    const key = `${collection}/${id}`;
    if (digest === null) expected.delete(key);
    else expected.set(key, { digest, seq: record.seq, metBy: null, isAsWritten: false });
  }
  state.head = { seq: record.seq, hash: record.hash, time: record.time };
  state.count += 1;
  return hash;
}

export interface ExpectedRecord {
  readonly collection: string;
  readonly id: string;
  readonly digest: string;
  /** Number of the audit record that wrote it. */
  readonly seq: number;
  /** It was met, as another. */
  readonly isMet: boolean;
}

/**
 * Holds what is stored, record by record, against what the log says. It notes in the state what it has met, and keeps nothing of
 * its own but what nobody wrote: a register has as many records as its log.
 */
export class RegisterComparison {
  readonly #state: ChainState;
  readonly #unknown: { readonly collection: string; readonly id: string }[] = [];

  constructor(state: ChainState) {
    this.#state = state;
  }

  /** Whether the record is the one that the log speaks of. */
  meet(collection: string, id: string, digest: string): boolean {
    const expectation = this.#state.expected.get(`${collection}/${id}`);
    if (expectation === undefined) {
      this.#unknown.push({ collection, id });
      return false;
    }
    expectation.metBy = this;
    expectation.isAsWritten = expectation.digest === digest;
    return expectation.isAsWritten;
  }

  /** In the order of the log: what it speaks of and was not met, or not as it was written. */
  *missed(): Generator<ExpectedRecord> {
    for (const [key, { digest, seq, metBy, isAsWritten }] of this.#state.expected) {
      const isMet = metBy === this;
      if (isMet && isAsWritten) continue;
      const slash = key.indexOf('/');
      yield { collection: key.slice(0, slash), id: key.slice(slash + 1), digest, seq, isMet };
    }
  }

  /** Everything was met: the faults, in the order of the log, and then what it knows nothing of. */
  end(): void {
    const { faults } = this.#state;
    for (const { collection, id, seq, isMet } of this.missed())
      faults.push({ type: isMet ? 'RecordChanged' : 'RecordMissing', collection, id, seq });
    for (const at of this.#unknown) faults.push({ type: 'RecordUnknown', ...at });
  }
}
