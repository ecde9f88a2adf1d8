/** A log as files, c2sp.org/tlog-tiles: the tree in tiles of 256 hashes, the entries in bundles of 256. */
import { concatBytes } from '#domain/base/bytes.ts';
import type { Digest } from './audit-record.ts';
import { appendLeaf, emptyEdge, leafHash, longestEntry, rootOf } from './log-tree.ts';

const width = 256;

/** The files of the log below `tile/`, by their paths. RangeError for an entry that no bundle can hold. */
export function logTiles(entries: readonly Uint8Array[], sha256: Digest): ReadonlyMap<string, Uint8Array> {
  const files = new Map<string, Uint8Array>();
  for (const [n, bundle] of partsOf(entries))
    files.set(tilePath('entries', n, bundle.length), concatBytes(...bundle.map(withLength)));
  let hashes = entries.map((entry) => leafHash(entry, sha256));
  for (let level = 0; hashes.length > 0; level++) {
    const roots: Uint8Array[] = [];
    for (const [n, tile] of partsOf(hashes)) {
      files.set(tilePath(String(level), n, tile.length), concatBytes(...tile));
      if (tile.length === width) roots.push(rootOfTile(tile, sha256));
    }
    hashes = roots;
  }
  return files;
}

function* partsOf<T>(all: readonly T[]): Generator<readonly [n: number, part: readonly T[]]> {
  for (let n = 0; n * width < all.length; n++) yield [n, all.slice(n * width, (n + 1) * width)];
}

/** A full tile is a full subtree: its hashes are joined as leaves are. */
function rootOfTile(hashes: readonly Uint8Array[], sha256: Digest): Uint8Array {
  return rootOf(
    hashes.reduce((edge, hash) => appendLeaf(edge, hash, sha256), emptyEdge),
    sha256,
  );
}

/** Groups of three digits, all but the last with an `x` before; a part of a tile says how wide it is. */
export function tilePath(level: string, n: number, hashes: number): string {
  const groups = [String(n % 1000).padStart(3, '0')];
  for (let rest = Math.floor(n / 1000); rest > 0; rest = Math.floor(rest / 1000))
    groups.unshift(`x${String(rest % 1000).padStart(3, '0')}`);
  return `tile/${level}/${groups.join('/')}${hashes < width ? `.p/${hashes}` : ''}`;
}

function withLength(entry: Uint8Array): Uint8Array {
  if (entry.length > longestEntry) throw new RangeError('an entry longer than a bundle holds');
  return concatBytes(new Uint8Array([entry.length >> 8, entry.length & 255]), entry);
}
