import { type WordScript, spokenWord, spokenWordValue } from './spoken-words.ts';

/**
 * A 256-bit secret as 24 spoken words. Each word carries 11 bits of the secret (and of an 8-bit checksum over it all)
 * and 5 bits of its own check, which depends on its place: one mistyped or exchanged word is named by its position.
 */
export const recoveryWordCount = 24;

export type RecoveryWordsRefusal =
  | { readonly type: 'RecoveryWordCount'; readonly seen: number; readonly expected: number }
  /** `position` counts from 1; 0 when each word is sound and together they are not. */
  | { readonly type: 'RecoveryWordWrong'; readonly position: number };

/** `secret` has 32 octets; `sha256` is needed for the checks. */
export function recoveryWords(
  secret: Uint8Array,
  script: WordScript,
  sha256: (b: Uint8Array) => Uint8Array,
): string[] {
  if (secret.length !== 32) throw new RangeError('a recovery secret has 32 octets');
  const bits = [...secret, sha256(secret)[0] ?? 0];
  return Array.from({ length: recoveryWordCount }, (_, i) => {
    const data = bitsAt(bits, i * 11, 11);
    return spokenWord((data << 5) | wordCheck(data, i, sha256), script);
  });
}

/** Reads what was typed; the secret's 32 octets, or which word is wrong. */
export function readRecoveryWords(
  words: readonly string[],
  sha256: (b: Uint8Array) => Uint8Array,
): Uint8Array | RecoveryWordsRefusal {
  if (words.length !== recoveryWordCount)
    return { type: 'RecoveryWordCount', seen: words.length, expected: recoveryWordCount };
  const bits: number[] = [];
  for (const [i, word] of words.entries()) {
    const value = spokenWordValue(word);
    if (value === null || wordCheck(value >> 5, i, sha256) !== (value & 31))
      return { type: 'RecoveryWordWrong', position: i + 1 };
    for (let bit = 10; bit >= 0; bit--) bits.push(((value >> 5) >> bit) & 1);
  }
  const octets = Uint8Array.from({ length: 33 }, (_, i) =>
    bits.slice(i * 8, i * 8 + 8).reduce((octet, bit) => (octet << 1) | bit, 0),
  );
  const secret = octets.subarray(0, 32);
  if (sha256(secret)[0] !== octets[32]) return { type: 'RecoveryWordWrong', position: 0 };
  return secret;
}

function wordCheck(data: number, position: number, sha256: (b: Uint8Array) => Uint8Array): number {
  return (sha256(Uint8Array.of(data >> 8, data & 255, position))[0] ?? 0) & 31;
}

function bitsAt(octets: readonly number[], from: number, count: number): number {
  let value = 0;
  for (let bit = from; bit < from + count; bit++)
    value = (value << 1) | (((octets[bit >> 3] ?? 0) >> (7 - (bit & 7))) & 1);
  return value;
}
