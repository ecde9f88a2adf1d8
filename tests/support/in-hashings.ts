import { sha256 } from '@noble/hashes/sha2.js';

const octets = new Uint8Array(8 * 2 ** 20);

/**
 * How long something takes, in units of hashing 8 MiB in the same thread right before it (some 60 ms of an idle machine): a
 * bound that a busy machine keeps too, since it is late with both. A library's hashing, so that the unit stays what it was.
 */
export function inHashings(work: () => unknown): number {
  const before = performance.now();
  sha256(octets);
  const between = performance.now();
  work();
  return (performance.now() - between) / (between - before);
}
