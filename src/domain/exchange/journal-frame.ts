/**
 * A frame of the journal of commits, all numbers big-endian:
 *
 *     octets   what
 *     4        "TKJ1"
 *     4        length of the content
 *     32       digest of the frame before; zeros in the first
 *     32       SHA-256 of everything above and of the content
 *     length   content
 *     4        length of the content again: the last frame is found from the end of the file
 *
 * A file of frames grows at its end only. A cut, a flip, a frame left out or moved breaks the chain at that place, and what
 * stands before it stays whole.
 */
import type { Digest } from '#domain/audit/audit-record.ts';
import { bytesEqual, concatBytes } from '#domain/base/bytes.ts';

export const frameHeaderLength = 72;
export const frameTrailerLength = 4;
export const firstLink: Uint8Array = new Uint8Array(32);

const magic = new Uint8Array([0x54, 0x4b, 0x4a, 0x31]);
const leadLength = 8;

export interface FrameHeader {
  readonly length: number;
  readonly previous: Uint8Array;
  readonly digest: Uint8Array;
}

/** The octets of a frame behind the one whose digest is `previous`; its own digest links the next. */
export function writeFrame(
  previous: Uint8Array,
  content: Uint8Array,
  sha256: Digest,
): { readonly octets: Uint8Array; readonly digest: Uint8Array } {
  const length = uint32(content.length);
  const digest = digestOf(content, previous, sha256);
  return { octets: concatBytes(magic, length, previous, digest, content, length), digest };
}

/** Null for octets that are no header; whether its digest is right, `isFrame` says. */
export function readFrameHeader(octets: Uint8Array): FrameHeader | null {
  if (octets.length !== frameHeaderLength || !bytesEqual(octets.subarray(0, 4), magic)) return null;
  return {
    length: readUint32(octets, 4),
    previous: octets.slice(leadLength, leadLength + 32),
    digest: octets.slice(leadLength + 32),
  };
}

/** Whether the octets behind a header, `content` and the length once more, are of it. */
export function isFrame(
  { length, previous, digest }: FrameHeader,
  rest: Uint8Array,
  sha256: Digest,
): boolean {
  if (rest.length !== length + frameTrailerLength || readUint32(rest, length) !== length) return false;
  return bytesEqual(digestOf(rest.subarray(0, length), previous, sha256), digest);
}

export function uint32(value: number): Uint8Array {
  return new Uint8Array([value >>> 24, value >>> 16, value >>> 8, value]);
}

export function readUint32(octets: Uint8Array, at: number): number {
  let value = 0;
  for (let i = at; i < at + 4; i++) value = value * 256 + (octets[i] ?? 0);
  return value;
}

function digestOf(content: Uint8Array, previous: Uint8Array, sha256: Digest): Uint8Array {
  return sha256(concatBytes(magic, uint32(content.length), previous, content));
}
