import { identityOfOctets, recipientOf } from '#adapters/age/age.ts';
import { sha256 } from '#adapters/digest/digest.ts';
import { combineShares, splitSecret } from '#adapters/shamir/shamir.ts';
import { type Split, setTag, shareOctets, stationTag, writeShare } from '#domain/base/recovery-share.ts';
import { recoveryWords } from '#domain/base/recovery-words.ts';
import { bytesEqual } from '#domain/base/bytes.ts';
import { type Result, err, ok } from '#domain/base/result.ts';
import type { WordScript } from '#domain/base/spoken-words.ts';
import {
  type SharesRefusal,
  type TypedRecoveryRefusal,
  readTypedRecovery,
  whyForeign,
} from '#domain/base/typed-recovery.ts';

/** What the typed sheets should be of; each absent where it is not known. Only words of a refusal follow from it. */
export interface RecoveryOf {
  readonly stationId?: string;
  readonly recoveryRecipient?: string;
}

export interface Recovered {
  /** The recovery secret's 32 octets. */
  readonly secret: Uint8Array;
  /** Sheets that agree with each other, and are of something else than expected: the words to say if they open nothing. */
  readonly foreign: SharesRefusal | null;
}

/** The recovery secret that was typed, whole or by sheets; what was put together is held against the public half that each sheet names. */
export async function recovered(
  words: readonly string[],
  { stationId, recoveryRecipient }: RecoveryOf,
): Promise<Result<Recovered, TypedRecoveryRefusal>> {
  const expected = {
    ...(stationId === undefined ? {} : { station: stationTag(stationId, sha256) }),
    ...(recoveryRecipient === undefined ? {} : { set: setTag(recoveryRecipient, sha256) }),
  };
  const typed = readTypedRecovery(words, expected, sha256);
  if (!typed.ok) return typed;
  if (typed.value.type === 'whole') return ok({ secret: typed.value.secret, foreign: null });
  const { shares } = typed.value;
  const secret = await combineShares(shares.map(({ octets }) => octets));
  const tag = setTag(await recipientOf(identityOfOctets(secret)), sha256);
  for (const { octets } of shares) octets.fill(0);
  if (shares.some(({ set }) => set !== tag)) return err({ type: 'SharesDisagree' });
  return ok({ secret, foreign: whyForeign(shares, expected) });
}

/** The words to be printed: of one whole sheet, or of every sheet of a split, one after the other. */
export async function writtenRecovery(
  secret: Uint8Array,
  of: { readonly stationId: string; readonly split?: Split | undefined; readonly wordScript: WordScript },
): Promise<readonly string[]> {
  const { stationId, split, wordScript } = of;
  if (split === undefined) return recoveryWords(secret, wordScript, sha256);
  const recipient = await recipientOf(identityOfOctets(secret));
  const label = { ...split, station: stationTag(stationId, sha256), set: setTag(recipient, sha256) };
  const shares = await splitSecret(secret, split.sheets, split.threshold);
  // The last ones and the first ones: a split that does not come together again is found before it is printed.
  for (const some of [shares.slice(0, split.threshold), shares.slice(-split.threshold)])
    if (!bytesEqual(await combineShares(some), secret)) throw new Error('the split failed its test');
  if (shares.some(({ length }) => length !== shareOctets)) throw new Error('the split failed its test');
  return shares.flatMap((octets, i) => writeShare({ ...label, number: i + 1, octets }, wordScript, sha256));
}
