/**
 * What an arriving package is, by its manifest and by what is known of its sender; its items are not read for it. The signature on the manifest is
 * verified before: what is judged here was said by the sender.
 */
import { type Instant, compareInstants } from '#domain/base/instant.ts';
import { type ExchangeManifest, type FollowedRules, itemForms, noDigest } from './manifest.ts';
import { type Counted, coveredNumbers } from './numbering.ts';

/** A pairing with the sender, as the station states it. */
export interface KnownPairing {
  readonly pairing: string;
  readonly validUntil: Instant;
  readonly endedAt?: Instant;
  /** When it contradicted itself, and by which package. */
  readonly stopped?: { readonly at: Instant; readonly number: number };
}

/** A package of the pairing that was taken in; receipts have no number. */
export interface TakenPackage extends Counted {
  readonly manifestSha256: string;
  readonly previous: string;
  readonly epoch: number;
  /** Something in it was not taken in: it is acknowledged all the same, and the medium may be read again. */
  readonly hasDeclined: boolean;
}

/** A package of the pairing that was sent to the sender of this one. */
export interface SentNumber {
  readonly number: number;
  readonly nonce: string;
}

export interface KnownOfSender {
  /** SHA-256 of the certificate of who judges. */
  readonly own: string;
  /** Every pairing that there ever was with the sender; the last one counts. */
  readonly pairings: readonly KnownPairing[];
  readonly taken: readonly TakenPackage[];
  readonly sent: readonly SentNumber[];
  /** Every set that records of the station may be under: what came in under an earlier one keeps it. */
  readonly heldRules: readonly HeldRules[];
  /** A field station takes the rules that its authority's package brings along. */
  readonly followsSender: boolean;
}

export type HeldRules = Pick<FollowedRules, 'ruleSet' | 'ruleSetSha256'>;

/** What may be acted on, or why nothing is. */
export type PackageVerdict =
  /** `missing`: numbers before it of which something has not arrived; it is taken in all the same, but for what rests on them. */
  | { readonly type: 'new'; readonly missing: readonly number[] }
  /** A receipt, which is counted with what else was acknowledged. */
  | { readonly type: 'receipt' }
  | { readonly type: 'same'; readonly number: number }
  /** A later one, of that number, had all of it (C04). */
  | { readonly type: 'covered'; readonly number: number; readonly by: number }
  | PackageRefusal;

export type PackageRefusal =
  | { readonly type: 'PackageSenderUnknown'; readonly sender: string }
  | { readonly type: 'PackageSenderEnded'; readonly at: Instant }
  /** It contradicted itself before (rule of one number, one content): nothing more is taken in until the two are paired anew. */
  | { readonly type: 'PackageSenderStopped'; readonly at: Instant; readonly number: number }
  | { readonly type: 'PackageNotForUs'; readonly receiver: string }
  /** Of a pairing before the one that stands: it is made anew under this one. */
  | { readonly type: 'PackageOfEarlierPairing' }
  | { readonly type: 'PackageExpired'; readonly validUntil: Instant }
  /** Two packages of one number; `number` is that of which there are two. A restored backup, or two machines with one vault. */
  | { readonly type: 'PackageForked'; readonly number: number }
  /** Made before the sender was restored: what it says may be what the sender does not know any more. */
  | { readonly type: 'PackageOfEarlierEpoch'; readonly seen: number; readonly known: number }
  | { readonly type: 'PackageOfOtherRules'; readonly seen: string }
  | { readonly type: 'PackageOfOlderForms' | 'PackageOfNewerForms'; readonly seen: number }
  /** It acknowledges a package that was never sent, or another one of that number. */
  | { readonly type: 'ReceiptUnfounded'; readonly number: number }
  /** No request of ours is answered by it. */
  | { readonly type: 'AnswerToOtherRequest' };

/** `sha256`: of the manifest's octets. */
export function judgePackage(
  { manifest, sha256 }: { readonly manifest: ExchangeManifest; readonly sha256: string },
  known: KnownOfSender,
  now: Instant,
): PackageVerdict {
  const stranger = whyNotBelieved(manifest, known, now);
  if (stranger !== null) return stranger;
  const { number } = manifest;
  const isExpired = compareInstants(now, manifest.validUntil) > 0;
  const same = known.taken.find((each) => each.number === number && each.manifestSha256 === sha256);
  const isAgain = same?.hasDeclined === true && !isExpired;
  if (manifest.kind === 'delivery') {
    if (same?.isWhole === true && !isAgain) return { type: 'same', number };
    const conflict = whyNotContinued(manifest, sha256, known.taken);
    if (conflict !== null) return conflict;
  }
  if (isExpired) return { type: 'PackageExpired', validUntil: manifest.validUntil };
  const unfit = whyUnfit(manifest, known);
  if (unfit !== null) return unfit;
  if (manifest.kind === 'receipt') return { type: 'receipt' };
  const covered = coveredNumbers(known.taken);
  if (covered.has(number) && !isAgain)
    return { type: 'covered', number, by: coveringNumber(number, known.taken) };
  const missing = Array.from({ length: manifest.since }, (_, i) => i + 1).filter((n) => !covered.has(n));
  return { type: 'new', missing };
}

/** Who sends, to whom, and whether the two are paired. */
function whyNotBelieved(
  { kind, sender, receiver, pairing }: ExchangeManifest,
  { own, pairings }: KnownOfSender,
  now: Instant,
): PackageRefusal | null {
  const standing = pairings.at(-1);
  if (standing === undefined) return { type: 'PackageSenderUnknown', sender };
  if (receiver !== own) return { type: 'PackageNotForUs', receiver };
  const ended =
    standing.endedAt ?? (compareInstants(now, standing.validUntil) > 0 ? standing.validUntil : null);
  if (ended !== null) return { type: 'PackageSenderEnded', at: ended };
  if (pairing !== standing.pairing)
    return pairings.some((each) => each.pairing === pairing)
      ? { type: 'PackageOfEarlierPairing' }
      : { type: 'AnswerToOtherRequest' };
  const { stopped } = standing;
  if (stopped !== undefined) return { type: 'PackageSenderStopped', ...stopped };
  return kind === 'delivery' || kind === 'receipt' ? null : { type: 'AnswerToOtherRequest' };
}

/** What a refusal says of its sender, where it is one that stops it. */
export function stopsSender({ type }: PackageRefusal): 'forked' | 'earlier-epoch' | null {
  if (type === 'PackageForked') return 'forked';
  return type === 'PackageOfEarlierEpoch' ? 'earlier-epoch' : null;
}

/** One number, one content; each manifest names the one before it, so that a branch is seen from either side of it. */
function whyNotContinued(
  { number, previous, epoch }: ExchangeManifest,
  sha256: string,
  taken: readonly TakenPackage[],
): PackageRefusal | null {
  const fork = taken.find(
    (each) =>
      (each.number === number && each.manifestSha256 !== sha256) ||
      (each.number === number - 1 && each.manifestSha256 !== previous) ||
      (each.number === number + 1 && each.previous !== sha256),
  );
  if (fork !== undefined) return { type: 'PackageForked', number: Math.min(fork.number, number) };
  if (number === 1 && previous !== noDigest) return { type: 'PackageForked', number };
  const below = taken.reduce(
    (highest, each) => (each.number < number ? Math.max(highest, each.epoch) : highest),
    0,
  );
  if (epoch < below) return { type: 'PackageOfEarlierEpoch', seen: epoch, known: below };
  const above = taken.find((each) => each.number > number && each.epoch < epoch);
  // A restored sender began again below what it had sent before.
  return above === undefined ? null : { type: 'PackageForked', number: above.number };
}

/** What it was filled by, which is compared before any of it is read, and what it says of us. */
function whyUnfit(
  {
    kind,
    rules: { ruleSet, ruleSetSha256, forms },
    acknowledged: { upTo, nonce },
    answers,
    items,
  }: ExchangeManifest,
  { heldRules, sent, followsSender }: KnownOfSender,
): PackageRefusal | null {
  // A receipt is filled by no rules.
  if (kind === 'delivery') {
    if (forms !== itemForms)
      return { type: forms > itemForms ? 'PackageOfNewerForms' : 'PackageOfOlderForms', seen: forms };
    const isHeld = heldRules.some((held) => held.ruleSet === ruleSet && held.ruleSetSha256 === ruleSetSha256);
    const isBrought =
      followsSender && items.some(({ type, sha256 }) => type === 'rule-set' && sha256 === ruleSetSha256);
    if (!isHeld && !isBrought) return { type: 'PackageOfOtherRules', seen: ruleSet };
  }
  if (upTo > 0 && !sent.some((each) => each.number === upTo && each.nonce === nonce))
    return { type: 'ReceiptUnfounded', number: upTo };
  return answers === '' || sent.some((each) => each.nonce === answers)
    ? null
    : { type: 'AnswerToOtherRequest' };
}

function coveringNumber(number: number, taken: readonly TakenPackage[]): number {
  const covering = taken.filter((each) => each.isWhole && each.since < number && each.number >= number);
  return Math.max(...covering.map((each) => each.number));
}
