import { concatBytes } from '#domain/base/bytes.ts';
import { canonicalOctets } from '#domain/base/canonical-form.ts';
import type { AuditRecord, Digest } from './audit-record.ts';

/** The greatest entry that a bundle of tlog-tiles can hold: its length is written in 16 bits. */
export const longestEntry = 65_535;

/**
 * What stands in the tree for a record of the log: its line with `hash` and, where it has one, `signature`, in canonical form
 * (RFC 8785, UTF-8). What was written stands outside, as its digest `payloadDigest`.
 */
export function treeEntry(record: AuditRecord): Uint8Array {
  const { seq, time, officer, act, subjects, payloadDigest, previous, hash, signature } = record;
  const line = { seq, time, officer, act, subjects: [...subjects], payloadDigest, previous, hash };
  return canonicalOctets(signature === undefined ? line : { ...line, signature });
}

/** RFC 6962, section 2.1: the hash of a leaf. */
export function leafHash(entry: Uint8Array, sha256: Digest): Uint8Array {
  return sha256(concatBytes(new Uint8Array([0]), entry));
}

export function nodeHash(left: Uint8Array, right: Uint8Array, sha256: Digest): Uint8Array {
  return sha256(concatBytes(new Uint8Array([1]), left, right));
}

/**
 * The right edge of the tree of RFC 6962 over the first `size` records: the roots of its full subtrees, greatest first. It is all
 * that is needed to go on and to say the root.
 */
export interface TreeEdge {
  readonly size: number;
  readonly hashes: readonly Uint8Array[];
}

export const emptyEdge: TreeEdge = { size: 0, hashes: [] };

export function appendLeaf({ size, hashes }: TreeEdge, leaf: Uint8Array, sha256: Digest): TreeEdge {
  const edge = [...hashes];
  let last = leaf;
  // Each full subtree of the same height to the left makes a greater one with it.
  for (let rest = size; rest % 2 === 1; rest = (rest - 1) / 2)
    last = nodeHash(edge.pop() ?? last, last, sha256);
  return { size: size + 1, hashes: [...edge, last] };
}

/** RFC 6962, section 2.1: the tree hash; of no record that of nothing. */
export function rootOf({ hashes }: TreeEdge, sha256: Digest): Uint8Array {
  const [last, ...greater] = [...hashes].reverse();
  if (last === undefined) return sha256(new Uint8Array());
  return greater.reduce((right, left) => nodeHash(left, right, sha256), last);
}
