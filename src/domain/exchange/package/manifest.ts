/**
 * The manifest of a package between a field station and its authority: who sends to whom, which one it is in that direction, what of
 * the other direction has arrived, by which rules it was filled, and every item by its digest. The sender's station key signs its octets. A
 * station is named by the SHA-256 of its certificate, everywhere.
 */
import { readCheckpoint } from '#domain/audit/checkpoint.ts';
import { canonicalForm } from '#domain/base/canonical-form.ts';
import { type Instant, parseInstant } from '#domain/base/instant.ts';
import { memberOf } from '#domain/base/member-of.ts';
import { type Shape, like, listOf, objectOf, oneOf, whole } from '#domain/base/shape.ts';
import { readStrictJson } from '#domain/base/strict-json.ts';
import { without } from '#domain/base/without.ts';
import { decodeUtf8 } from '#domain/base/utf8.ts';
import { isPackagePath } from '#domain/archive/package-manifest.ts';

export const exchangeFormat = 'tirkelim-exchange-package';
/** 2: what an authority answers goes too. One of version 1 is read as before. */
export const exchangeVersion = 2;
/** A manifest of ten thousand items has four megabytes. */
export const maximumManifestOctets = 16 * 1024 * 1024;
/** Rises when an item is written in another way than before. */
export const itemForms = 1;
/** Where there is no package before, and no receiver yet. */
export const noDigest = '0'.repeat(64);

/** `delivery` has items and a running number; the others have no number. */
export const exchangeKinds = ['pairing-request', 'pairing-answer', 'delivery', 'receipt'] as const;
export type ExchangeKind = (typeof exchangeKinds)[number];

export const itemTypes = [
  ...(['application', 'revocation', 'delivery', 'scan'] as const),
  /** From an authority: its answers, what a field station works by, the newest lists. */
  ...(['answer', 'revocation-answer', 'calendar', 'rules', 'rule-set', 'crl'] as const),
  /** Of a pairing. */
  'document',
] as const;
export type ItemType = (typeof itemTypes)[number];

export interface ExchangeItem {
  /** 32 hex digits, the same in every package that it goes with; of a `document` of a pairing, zeros before its place. */
  readonly id: string;
  readonly type: ItemType;
  readonly path: string;
  readonly octets: number;
  readonly sha256: string;
  /** Ids of items without which this one is not taken in. */
  readonly restsOn: readonly string[];
  /** Acted on at once, also through a gap: an application to revoke, and what it rests on. */
  readonly urgent: boolean;
}

/** What has arrived of the packages that the receiver of this one sent. */
export interface Acknowledgement {
  /** The highest number that was taken in whole; 0 for none. */
  readonly upTo: number;
  /** The nonce of that package; empty for none. */
  readonly nonce: string;
  /** Numbers below `upTo` of which something is missing, rising. */
  readonly gaps: readonly number[];
}

/** By what the sender fills its forms. */
export interface FollowedRules {
  readonly ruleSet: string;
  /** Of the set's file; zeros for the one that is in the program. */
  readonly ruleSetSha256: string;
  /** See `itemForms`. */
  readonly forms: number;
  /** Of the table of moved days as the office has it. */
  readonly calendarSha256: string;
}

export interface ExchangeManifest {
  readonly version: number;
  readonly kind: ExchangeKind;
  readonly sender: string;
  /** Zeros on a pairing request: nobody is chosen yet. */
  readonly receiver: string;
  /** Nonce of the request by which the two were paired. */
  readonly pairing: string;
  readonly epoch: number;
  /** From 1 in each direction of a pairing; 0 where it is not counted. */
  readonly number: number;
  /** It has everything that the sender holds for the receiver and has not sent by its package of this number. */
  readonly since: number;
  /** SHA-256 of the manifest of number before; zeros for the first. */
  readonly previous: string;
  readonly acknowledged: Acknowledgement;
  readonly nonce: string;
  /** Nonce of the request that this answers; empty where it answers none. */
  readonly answers: string;
  readonly madeAt: Instant;
  readonly validUntil: Instant;
  readonly rules: FollowedRules;
  /** The sender's log, signed (C2SP tlog-checkpoint); empty where it gives none. */
  readonly checkpoint: string;
  /** The last checkpoint that the sender saw of the receiver; each is the other's witness. */
  readonly seenCheckpoint: string;
  readonly items: readonly ExchangeItem[];
}

/** RFC 8785 canonical form: what is signed. */
export function writeManifest(manifest: ExchangeManifest): string {
  const { acknowledged, rules, items, ...rest } = manifest;
  return canonicalForm({
    format: exchangeFormat,
    ...rest,
    acknowledged: { ...acknowledged, gaps: [...acknowledged.gaps] },
    rules: { ...rules },
    items: items.map((item) => ({ ...item, restsOn: [...item.restsOn] })),
  });
}

export type ManifestReading =
  | { readonly type: 'manifest'; readonly manifest: ExchangeManifest }
  | { readonly type: 'newer'; readonly format: number }
  | { readonly type: 'none' };

/** A manifest has one text alone: a member more or less, or written otherwise, makes it none. A newer version is told apart and not read. */
export function readManifest(octets: Uint8Array): ManifestReading {
  if (octets.length > maximumManifestOctets) return { type: 'none' };
  const text = decodeUtf8(octets) ?? '';
  const read = readStrictJson(text);
  if (memberOf(read, 'format') !== exchangeFormat) return { type: 'none' };
  const version = memberOf(read, 'version');
  if (Number.isSafeInteger(version) && Number(version) > exchangeVersion)
    return { type: 'newer', format: Number(version) };
  if (manifestShape(read, '').length > 0) return { type: 'none' };
  const members = without(read as ExchangeManifest & { readonly format: string }, 'format');
  return writeManifest(members) === text && isConsistent(members)
    ? { type: 'manifest', manifest: members }
    : { type: 'none' };
}

/** Of one pairing: whatever is counted by a stranger's number ends. */
const mostNumber = 100_000;
const mostOctets = 0xffff_ffff;
const digest = like(/^[0-9a-f]{64}$/u);
const nonce = like(/^[0-9a-f]{32}$/u);
const possibleNonce = like(/^(?:[0-9a-f]{32})?$/u);
const note: Shape = (value, at) =>
  value === '' || (typeof value === 'string' && value.length <= 2000 && readCheckpoint(value) !== null)
    ? []
    : [at];
const yesOrNo: Shape = (value, at) => (typeof value === 'boolean' ? [] : [at]);
const moment: Shape = (value, at) => (typeof value === 'string' && parseInstant(value) !== null ? [] : [at]);

const manifestShape = objectOf({
  format: oneOf(exchangeFormat),
  version: whole(exchangeVersion),
  kind: oneOf(...exchangeKinds),
  sender: digest,
  receiver: digest,
  pairing: nonce,
  epoch: whole(127),
  number: whole(mostNumber),
  since: whole(mostNumber),
  previous: digest,
  acknowledged: objectOf({
    upTo: whole(mostNumber),
    nonce: possibleNonce,
    gaps: listOf(whole(mostNumber)),
  }),
  nonce,
  answers: possibleNonce,
  madeAt: moment,
  validUntil: moment,
  rules: objectOf({
    ruleSet: like(/^[A-Za-z0-9._-]{1,64}$/u),
    ruleSetSha256: digest,
    forms: whole(1_000_000),
    calendarSha256: digest,
  }),
  checkpoint: note,
  seenCheckpoint: note,
  items: listOf(
    objectOf({
      id: nonce,
      type: oneOf(...itemTypes),
      path: (value, at) => (typeof value === 'string' && isPackagePath(value) ? [] : [at]),
      octets: whole(mostOctets),
      sha256: digest,
      restsOn: listOf(nonce),
      urgent: yesOrNo,
    }),
  ),
});

/** What each member says by itself fits together. */
function isConsistent({
  kind,
  version,
  number,
  since,
  acknowledged,
  items,
  epoch,
}: ExchangeManifest): boolean {
  const { upTo, nonce: of, gaps } = acknowledged;
  const isRising = gaps.every((gap, i) => gap > (gaps[i - 1] ?? 0) && gap < upTo);
  const areOnce =
    new Set(items.map(({ id }) => id)).size === items.length &&
    new Set(items.map(({ path }) => path)).size === items.length;
  const isCounted = kind === 'delivery' ? number > since : number === 0 && since === 0;
  const hasItems = kind !== 'receipt' || items.length === 0;
  return (
    version > 0 && epoch > 0 && isRising && areOnce && isCounted && hasItems && (upTo === 0) === (of === '')
  );
}
