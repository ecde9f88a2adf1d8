import { bytesEqual, concatBytes } from '#domain/base/bytes.ts';
import { readBase45, writeBase45 } from './base45.ts';

/*
 * A small envelope as pictures one after the other, for a camera that misses some: a fountain code. The content is cut into blocks of one
 * length; each frame is the sum (exclusive or) of those that its seed names. Seeds below the number of blocks name one block each, so
 * that a camera that sees everything needs no arithmetic; above, half of the blocks, so that any few more frames than blocks are enough.
 */

/** What goes over a screen in less than a minute. */
export const maximumScreenOctets = 20 * 1024;

/** Of a frame that a common camera reads from a common screen: 65 modules wide. */
export const blockOctets = 300;

export interface Frame {
  /** 16 octets: the beginning of the content's SHA-256. Frames of another transfer have another one. */
  readonly id: Uint8Array;
  /** Of the content, in octets. */
  readonly length: number;
  readonly seed: number;
  /** The sum of the blocks, padded with zeros. */
  readonly block: Uint8Array;
}

type Digest = (octets: Uint8Array) => Uint8Array;

const format = 0x51;
const idOctets = 16;
const lengthAt = 1 + idOctets;
const seedAt = lengthAt + 2;
const headOctets = seedAt + 4;
const checkOctets = 4;

export function transferId(content: Uint8Array, sha256: Digest): Uint8Array {
  return sha256(content).slice(0, idOctets);
}

export function blockCount(length: number): number {
  return Math.ceil(length / blockOctets);
}

/** Of `count` blocks, those that the seed names; never none. */
export function blocksOf(seed: number, count: number): readonly number[] {
  if (seed < count) return [seed];
  let state = seed >>> 0;
  const chosen: number[] = [];
  for (let block = 0; block < count; block++) {
    // A mixing of 32 bits (splitmix): the same on both sides is all that is asked of it.
    state = (state + 0x9e3779b9) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    if ((mixed ^ (mixed >>> 15)) >>> 31 === 1) chosen.push(block);
  }
  return chosen.length === 0 ? [seed % count] : chosen;
}

/** The frame of that seed, as a QR code has it. `content` has 1 to `maximumScreenOctets` octets. */
export function frameText(content: Uint8Array, seed: number, sha256: Digest): string {
  const { length } = content;
  if (length === 0 || length > maximumScreenOctets) throw new RangeError('no content for a screen');
  const block = new Uint8Array(blockOctets);
  for (const at of blocksOf(seed, blockCount(length)))
    addTo(block, content.subarray(at * blockOctets, (at + 1) * blockOctets));
  return writeFrame({ id: transferId(content, sha256), length, seed, block }, sha256);
}

export function writeFrame({ id, length, seed, block }: Frame, sha256: Digest): string {
  const head = new Uint8Array(headOctets);
  head[0] = format;
  head.set(id, 1);
  const view = new DataView(head.buffer);
  view.setUint16(lengthAt, length);
  view.setUint32(seedAt, seed);
  const body = concatBytes(head, block);
  return writeBase45(concatBytes(body, sha256(body).subarray(0, checkOctets)));
}

/** Null for any other picture: nothing of it is believed but what its check holds for. */
export function readFrame(text: string, sha256: Digest): Frame | null {
  const octets = readBase45(text);
  if (octets?.length !== headOctets + blockOctets + checkOctets || octets[0] !== format) return null;
  const body = octets.subarray(0, -checkOctets);
  if (!bytesEqual(sha256(body).subarray(0, checkOctets), octets.subarray(-checkOctets))) return null;
  const view = new DataView(octets.buffer, octets.byteOffset);
  const length = view.getUint16(lengthAt);
  if (length === 0 || length > maximumScreenOctets) return null;
  return {
    id: octets.slice(1, 1 + idOctets),
    length,
    seed: view.getUint32(seedAt),
    block: octets.slice(headOctets, headOctets + blockOctets),
  };
}

export function addTo(sum: Uint8Array, block: Uint8Array): void {
  for (const [i, octet] of block.entries()) sum[i] = (sum[i] ?? 0) ^ octet;
}
