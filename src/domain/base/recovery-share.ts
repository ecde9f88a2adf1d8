import { encodeUtf8 } from './utf8.ts';
import { type WordScript, spokenWord, spokenWordValue } from './spoken-words.ts';

/**
 * One sheet of a recovery secret that is split k of n, as 32 spoken words. Each word carries 11 bits and 5 of its own check, which
 * depends on its place and on the sheet's number; the last two words carry 22 bits of a checksum over the sheet. What is carried, in
 * this order: format (3 bits, 0), k (4), n (4), number (4), station's tag (18), set's tag (33), share (264), checksum (22).
 */
export const shareWordCount = 32;

export const shareOctets = 33;

/** Of a set: how many sheets there are, and how many of them open. */
export interface Split {
  /** k, 2 to `sheets`. */
  readonly threshold: number;
  /** n, up to `mostSheets`. */
  readonly sheets: number;
}

export const mostSheets = 9;

/** What a share says of itself beside its octets; the tags are derived one way, and open nothing. */
export interface ShareLabel extends Split {
  /** From 1 to n. */
  readonly number: number;
  /** 18 bits of a digest of the station's id. */
  readonly station: number;
  /** 33 bits of a digest of the recovery secret's public half: see `setTag`. */
  readonly set: number;
}

export interface Share extends ShareLabel {
  /** 33 octets: the point's y for each octet of the secret, and its x. */
  readonly octets: Uint8Array;
}

export type ShareRefusal =
  /** `sheet` counts the sheets as they were typed, from 1. */
  | {
      readonly type: 'ShareWordCount';
      readonly sheet: number;
      readonly seen: number;
      readonly expected: number;
    }
  /** `position` counts from 1; 0 when each word is sound and together they are not. */
  | { readonly type: 'ShareWordWrong'; readonly sheet: number; readonly position: number };

type Digest = (octets: Uint8Array) => Uint8Array;

const setBits = 33;
const stationBits = 18;
const headBits = 3 + 4 + 4 + 4 + stationBits + setBits;
const dataWords = (headBits + 8 * shareOctets) / 11;
const checksumBits = 22;

export function isSplit({ threshold, sheets }: Split): boolean {
  return (
    Number.isInteger(threshold) &&
    Number.isInteger(sheets) &&
    threshold >= 2 &&
    threshold <= sheets &&
    sheets <= mostSheets
  );
}

/**
 * Names a set by the public half (`age1…`) of the secret that was split. Whoever can read the station's record knows that half anyway, and
 * nobody comes from it to the secret; so a set is told from another one, and a secret that was put together wrongly is found, while
 * nothing is kept for it.
 */
export function setTag(recoveryRecipient: string, sha256: Digest): number {
  return leadingBits(sha256(encodeUtf8(`tirkelim recovery set 1\n${recoveryRecipient}`)), setBits);
}

export function stationTag(stationId: string, sha256: Digest): number {
  return leadingBits(sha256(encodeUtf8(`tirkelim recovery station 1\n${stationId}`)), stationBits);
}

/** The set as it is printed and read aloud: two words of the tag's first 32 bits. */
export function setName({ set }: Pick<ShareLabel, 'set'>, script: WordScript): string {
  const value = Math.floor(set / 2 ** (setBits - 32));
  return `${spokenWord(Math.floor(value / 0x1_0000), script)} ${spokenWord(value % 0x1_0000, script)}`;
}

export function writeShare(share: Share, script: WordScript, sha256: Digest): string[] {
  if (share.octets.length !== shareOctets || !isSplit(share)) throw new RangeError('no share of a split');
  const bits = [
    ...bitsOf(0, 3),
    ...bitsOf(share.threshold, 4),
    ...bitsOf(share.sheets, 4),
    ...bitsOf(share.number, 4),
    ...bitsOf(share.station, stationBits),
    ...bitsOf(share.set, setBits),
    ...[...share.octets].flatMap((octet) => bitsOf(octet, 8)),
  ];
  const values = elevens(bits);
  return [...values, ...elevens(checksumOf(values, sha256))].map((data, position) =>
    spokenWord((data << 5) | wordCheck(data, position, share.number, sha256), script),
  );
}

/** Reads one sheet as it was typed. `sheet` stands in the refusal only. */
export function readShare(words: readonly string[], sheet: number, sha256: Digest): Share | ShareRefusal {
  if (words.length !== shareWordCount)
    return { type: 'ShareWordCount', sheet, seen: words.length, expected: shareWordCount };
  const values: number[] = [];
  let number = 0;
  for (const [position, word] of words.entries()) {
    const value = spokenWordValue(word);
    const data = value === null ? 0 : value >> 5;
    // The number leads the second word, and is in the check of every word from there on.
    if (position === 1) number = data >> 7;
    if (value === null || wordCheck(data, position, number, sha256) !== (value & 31))
      return { type: 'ShareWordWrong', sheet, position: position + 1 };
    values.push(data);
  }
  const wrong: ShareRefusal = { type: 'ShareWordWrong', sheet, position: 0 };
  const told = values.splice(dataWords);
  const sum = elevens(checksumOf(values, sha256));
  if (sum.some((eleven, i) => eleven !== told[i])) return wrong;
  const bits = values.flatMap((data) => bitsOf(data, 11));
  const take = (count: number) => valueOf(bits.splice(0, count));
  const format = take(3);
  const label = {
    ...{ threshold: take(4), sheets: take(4), number: take(4) },
    ...{ station: take(stationBits), set: take(setBits) },
  };
  const isSound = format === 0 && isSplit(label) && label.number >= 1 && label.number <= label.sheets;
  if (!isSound) return wrong;
  return { ...label, octets: Uint8Array.from({ length: shareOctets }, () => take(8)) };
}

function wordCheck(data: number, position: number, number: number, sha256: Digest): number {
  const of = position === 0 ? 0 : number;
  // The last octet keeps it apart from the check of a whole sheet's word.
  return (sha256(Uint8Array.of(data >> 8, data & 255, position, of, 1))[0] ?? 0) & 31;
}

function checksumOf(values: readonly number[], sha256: Digest): number[] {
  const digest = sha256(Uint8Array.from(values.flatMap((value) => [value >> 8, value & 255])));
  return bitsOf(leadingBits(digest, checksumBits), checksumBits);
}

/** Up to 48 bits. */
function leadingBits(digest: Uint8Array, count: number): number {
  const value = [...digest.subarray(0, 6)].reduce((sum, octet) => sum * 256 + octet, 0);
  return Math.floor(value / 2 ** (48 - count));
}

function bitsOf(value: number, count: number): number[] {
  return Array.from({ length: count }, (_, i) => Math.floor(value / 2 ** (count - 1 - i)) % 2);
}

function valueOf(bits: readonly number[]): number {
  return bits.reduce((value, bit) => value * 2 + bit, 0);
}

function elevens(bits: readonly number[]): number[] {
  return Array.from({ length: bits.length / 11 }, (_, i) => valueOf(bits.slice(i * 11, i * 11 + 11)));
}
