/**
 * The proof that one record stands in the log, in one text that is checked without us and without the log (c2sp.org/tlog-proof, version 1):
 * the record itself, where it stands, the hashes beside its way to the root (RFC 6962, section 2.1.1), and the signed checkpoint.
 */
import { base64ToBytes, bytesEqual, bytesToBase64 } from '#domain/base/bytes.ts';
import type { Digest } from './audit-record.ts';
import { type Checkpoint, readCheckpoint } from './checkpoint.ts';
import { appendLeaf, emptyEdge, leafHash, nodeHash, rootOf } from './log-tree.ts';

export interface TlogProof {
  /** As `treeEntry` gives it: what the leaf is the hash of. Stands as `extra`, which vouches for nothing by itself. */
  readonly entry: Uint8Array;
  /** From 0: one less than the record's number. */
  readonly index: number;
  /** From the leaf's neighbour up to the root's child, 32 octets each. */
  readonly path: readonly Uint8Array[];
  /** The signed note, verbatim. */
  readonly checkpoint: string;
}

const firstLine = 'c2sp.org/tlog-proof@v1';

/** PATH(index, leaves) of RFC 6962, section 2.1.1. RangeError for a leaf that is not there. */
export function inclusionPath(
  leaves: readonly Uint8Array[],
  index: number,
  sha256: Digest,
): readonly Uint8Array[] {
  if (leaves[index] === undefined) throw new RangeError('no such leaf');
  if (leaves.length === 1) return [];
  const split = splitOf(leaves.length);
  const [left, right] = [leaves.slice(0, split), leaves.slice(split)];
  return index < split
    ? [...inclusionPath(left, index, sha256), treeHash(right, sha256)]
    : [...inclusionPath(right, index - split, sha256), treeHash(left, sha256)];
}

/** The greatest power of two below `size`. */
function splitOf(size: number): number {
  let split = 1;
  while (split * 2 < size) split *= 2;
  return split;
}

function treeHash(leaves: readonly Uint8Array[], sha256: Digest): Uint8Array {
  return rootOf(
    leaves.reduce((edge, leaf) => appendLeaf(edge, leaf, sha256), emptyEdge),
    sha256,
  );
}

/** UTF-8, each line ended. */
export function writeTlogProof({ entry, index, path, checkpoint }: TlogProof): string {
  const lines = [
    firstLine,
    `extra ${bytesToBase64(entry)}`,
    `index ${String(index)}`,
    ...path.map(bytesToBase64),
  ];
  return `${lines.join('\n')}\n\n${checkpoint}`;
}

/** Null for what is no such proof, and for one without the record in it. */
export function readTlogProof(text: string): TlogProof | null {
  const end = text.indexOf('\n\n');
  if (end < 0) return null;
  const [first, extra = '', indexLine = '', ...hashes] = text.slice(0, end).split('\n');
  const entry = extra.startsWith('extra ') ? base64ToBytes(extra.slice(6)) : null;
  const index = /^index (0|[1-9]\d{0,14})$/u.exec(indexLine)?.[1];
  const path = hashes.map(base64ToBytes);
  if (first !== firstLine || entry === null || index === undefined) return null;
  if (!path.every((hash) => hash?.length === 32)) return null;
  const checkpoint = text.slice(end + 2);
  return { entry, index: Number(index), path: path.filter((hash) => hash !== null), checkpoint };
}

/**
 * What the proof proves, once the checkpoint's signature is known to hold: the record is that one of a log of so many. Null where the way
 * does not lead to the checkpoint's root (RFC 9162, section 2.1.3.2).
 */
export function provenBy(proof: TlogProof, sha256: Digest): Checkpoint | null {
  const checkpoint = readCheckpoint(proof.checkpoint);
  if (checkpoint === null || proof.index >= checkpoint.size) return null;
  const root = rootAbove(proof, checkpoint.size, sha256);
  return root !== null && bytesEqual(root, checkpoint.root) ? checkpoint : null;
}

function rootAbove({ entry, index, path }: TlogProof, size: number, sha256: Digest): Uint8Array | null {
  let hash = leafHash(entry, sha256);
  let node = index;
  let last = size - 1;
  for (const beside of path) {
    if (last === 0) return null;
    if (node % 2 === 1 || node === last) {
      hash = nodeHash(beside, hash, sha256);
      // A right edge that is not full: its levels without a neighbour are left out.
      while (node % 2 === 0 && node !== 0) {
        node = node / 2;
        last = Math.floor(last / 2);
      }
    } else hash = nodeHash(hash, beside, sha256);
    node = Math.floor(node / 2);
    last = Math.floor(last / 2);
  }
  return last === 0 ? hash : null;
}
