/**
 * The audit log: one record for each act, in a hash chain, committed in the same transaction with what the act wrote.
 *
 * A record is a public line of eight fields (`AuditLine`), and beside it the list of what was written. The line's
 * `payloadDigest` covers that list, the list holds a salted digest of each register record, and `hash` covers the
 * line; so a changed, removed or added register record shows as well as a changed line. Lines hold ids and digests,
 * never names: a record can be destroyed after its retention and the chain stays whole.
 */
import { type CanonicalValue, canonicalForm, canonically } from '#domain/base/canonical-form.ts';
import { bytesToHex } from '#domain/base/bytes.ts';
import type { Instant } from '#domain/base/instant.ts';
import type { AuditAct } from './audit-act.ts';

/** One SHA-256, synchronous; the result has 32 octets. */
export type Digest = (bytes: Uint8Array) => Uint8Array;

/** What is exported and hashed: RFC 8785 canonical form, without `hash`. */
export interface AuditLine {
  readonly seq: number;
  readonly time: Instant;
  /** Officer's id, or `station` for what the program does by itself. */
  readonly officer: string;
  readonly act: AuditAct;
  readonly subjects: readonly string[];
  readonly payloadDigest: string;
  /** `hash` of the record before; 64 zeros for the first. */
  readonly previous: string;
}

/** One register record that the act put (`digest`) or removed (`null`). */
export interface AuditWrite {
  readonly collection: string;
  readonly id: string;
  readonly digest: string | null;
}

/** A line with what its payload digest is over. */
export interface WrittenLine extends AuditLine {
  readonly writes: readonly AuditWrite[];
}

export interface AuditRecord extends WrittenLine {
  readonly hash: string;
  /** base64 of the officer's P-256 signature (IEEE P1363) over the octets of `hash`; the last record of a commit has it. */
  readonly signature?: string;
}

export interface AuditHead {
  readonly seq: number;
  readonly hash: string;
  readonly time: Instant;
}

export const genesisHash = '0'.repeat(64);

export function auditHash(line: AuditLine, sha256: Digest): string {
  const { seq, time, officer, act, subjects, payloadDigest, previous } = line;
  return digestHex({ seq, time, officer, act, subjects: [...subjects], payloadDigest, previous }, sha256);
}

/** The line alone, of a record that has more beside it. */
export function lineOf({ seq, time, officer, act, subjects, payloadDigest, previous }: AuditLine): AuditLine {
  return { seq, time, officer, act, subjects, payloadDigest, previous };
}

/** What a signature is asked for with: the line, and what it says was written. */
export function writtenLineOf(record: WrittenLine): WrittenLine {
  const writes = record.writes.map(({ collection, id, digest }) => ({ collection, id, digest }));
  return { ...lineOf(record), writes };
}

export function payloadDigest(writes: readonly AuditWrite[], sha256: Digest): string {
  return digestHex(
    writes.map(({ collection, id, digest }) => ({ collection, id, digest })),
    sha256,
  );
}

export function headOf(record: AuditRecord): AuditHead {
  return { seq: record.seq, hash: record.hash, time: record.time };
}

/** The storage key of a record: its number, padded so that keys sort as numbers do. */
export function auditKey(seq: number): string {
  return String(seq).padStart(12, '0');
}

/** The exported record: the seven hashed fields, `hash`, `writes` and the signature, canonical, without a line break. */
export function exportedRecordText(record: AuditRecord): string {
  const {
    seq,
    time,
    officer,
    act,
    subjects,
    payloadDigest: payload,
    previous,
    hash,
    writes,
    signature,
  } = record;
  return canonicalForm({
    seq,
    time,
    officer,
    act,
    subjects: [...subjects],
    payloadDigest: payload,
    previous,
    hash,
    writes: writes.map(({ collection, id, digest }) => ({ collection, id, digest })),
    ...(signature === undefined ? {} : { signature }),
  });
}

function digestHex(value: CanonicalValue, sha256: Digest): string {
  return bytesToHex(canonically(value, sha256));
}
