import { type Result, err, ok } from './result.ts';
import { type Share, type ShareRefusal, readShare, shareWordCount } from './recovery-share.ts';
import { type RecoveryWordsRefusal, readRecoveryWords, recoveryWordCount } from './recovery-words.ts';

/*
 * Where recovery words can be typed, sheets of a split can be typed instead, one after the other. How many words there are says which it
 * is: 24 are a whole secret, 32 a sheet. The shares are judged here before anything is put together: the arithmetic that puts them
 * together answers any k points with some secret, and never says that one of them was wrong (D09).
 */

/** Of which station and set the sheets should be; a number of `recovery-share.ts`, or absent where nobody knows it yet. */
export interface ExpectedShares {
  readonly station?: number;
  readonly set?: number;
}

export type SharesRefusal =
  | ShareRefusal
  /** Two of the sheets that were typed are one. */
  | { readonly type: 'ShareTwice'; readonly sheet: number; readonly number: number }
  | { readonly type: 'ShareOfOtherStation'; readonly sheet: number; readonly number: number }
  /** Of an earlier split, or of a later one. */
  | { readonly type: 'ShareOfOtherSet'; readonly sheet: number; readonly number: number }
  | { readonly type: 'SharesTooFew'; readonly seen: number; readonly expected: number }
  /** Each one is sound, and what they give together is not the secret that they are named after. */
  | { readonly type: 'SharesDisagree' };

export type TypedRecoveryRefusal = RecoveryWordsRefusal | SharesRefusal;

export type TypedRecovery =
  | { readonly type: 'whole'; readonly secret: Uint8Array }
  /** As many as open, of one set. */
  | { readonly type: 'shares'; readonly shares: readonly Share[] };

/** What was typed, whole or by sheets. */
export function readTypedRecovery(
  words: readonly string[],
  expected: ExpectedShares,
  sha256: (octets: Uint8Array) => Uint8Array,
): Result<TypedRecovery, TypedRecoveryRefusal> {
  // Nearer to a sheet than to a whole secret, one word having been left out or typed twice.
  const isBySheets = words.length > (recoveryWordCount + shareWordCount) / 2;
  if (!isBySheets) {
    const secret = readRecoveryWords(words, sha256);
    return secret instanceof Uint8Array ? ok({ type: 'whole', secret }) : err(secret);
  }
  const shares: Share[] = [];
  for (let from = 0; from < words.length; from += shareWordCount) {
    const sheet = shares.length + 1;
    const share = readShare(words.slice(from, from + shareWordCount), sheet, sha256);
    if ('type' in share) return err(share);
    shares.push(share);
  }
  const gathered = gatherShares(shares, expected);
  if (!gathered.ok) return gathered;
  const { seen, needed } = gathered.value;
  if (seen < needed) return err({ type: 'SharesTooFew', seen, expected: needed });
  return ok({ type: 'shares', shares: shares.slice(0, needed) });
}

/** How far it has come; a sheet that does not belong to the others is named. Where the expected set is known, it is the stranger that is named. */
export function gatherShares(
  shares: readonly Share[],
  expected: ExpectedShares,
): Result<{ readonly seen: number; readonly needed: number }, SharesRefusal> {
  const [first] = shares;
  if (first === undefined) return ok({ seen: 0, needed: 0 });
  const own = shares.find(({ station }) => station === expected.station) ?? first;
  const strange = shares.findIndex(({ station }) => station !== own.station);
  if (strange >= 0) return err(named('ShareOfOtherStation', shares, strange));
  const present = shares.find(({ set }) => set === expected.set) ?? first;
  const older = shares.findIndex((share) => !isOfOneSet(share, present));
  if (older >= 0) return err(named('ShareOfOtherSet', shares, older));
  const twice = shares.findIndex((share, i) =>
    shares.slice(0, i).some((earlier) => earlier.number === share.number || isSamePoint(earlier, share)),
  );
  if (twice >= 0) return err(named('ShareTwice', shares, twice));
  return ok({ seen: shares.length, needed: first.threshold });
}

/** Why sheets that agree among themselves are of something else than expected; null where they are of that, or nobody knows. */
export function whyForeign(
  [first]: readonly Share[],
  { station, set }: ExpectedShares,
): Extract<SharesRefusal, { sheet: number; number: number }> | null {
  if (first === undefined) return null;
  const { number } = first;
  if (station !== undefined && first.station !== station)
    return { type: 'ShareOfOtherStation', sheet: 1, number };
  if (set !== undefined && first.set !== set) return { type: 'ShareOfOtherSet', sheet: 1, number };
  return null;
}

function isOfOneSet(a: Share, b: Share): boolean {
  return a.set === b.set && a.threshold === b.threshold && a.sheets === b.sheets;
}

function isSamePoint(a: Share, b: Share): boolean {
  return a.octets.at(-1) === b.octets.at(-1);
}

function named(
  type: 'ShareTwice' | 'ShareOfOtherStation' | 'ShareOfOtherSet',
  shares: readonly Share[],
  index: number,
): SharesRefusal {
  return { type, sheet: index + 1, number: shares[index]?.number ?? 0 };
}
