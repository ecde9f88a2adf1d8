import { sha256 } from '#adapters/digest/digest.ts';
import { bytesToHex } from '#domain/base/bytes.ts';
import type { Instant } from '#domain/base/instant.ts';
import { encodeUtf8 } from '#domain/base/utf8.ts';
import type { KnownOfSender, TakenPackage } from '#domain/exchange/package/judge.ts';
import {
  type ExchangeItem,
  type ExchangeManifest,
  itemForms,
  noDigest,
  writeManifest,
} from '#domain/exchange/package/manifest.ts';

export const field = 'f'.repeat(64);
export const authority = 'a'.repeat(64);
export const pairing = '1'.repeat(32);
export const now = '2026-12-01T06:00:00Z' as Instant;

/** 32 hex digits that say a number. */
export function idOf(n: number): string {
  return n.toString(16).padStart(32, '0');
}

export function anItem(n: number, change: Partial<ExchangeItem> = {}): ExchangeItem {
  return {
    id: idOf(n),
    type: 'application',
    path: `items/${idOf(n)}.json`,
    octets: 3,
    sha256: noDigest,
    restsOn: [],
    urgent: false,
    ...change,
  };
}

/** From the field station to its authority. */
export function aManifest(change: Partial<ExchangeManifest> = {}): ExchangeManifest {
  const number = change.number ?? 1;
  return {
    version: 1,
    kind: 'delivery',
    sender: field,
    receiver: authority,
    pairing,
    epoch: 1,
    number,
    since: 0,
    previous: noDigest,
    acknowledged: { upTo: 0, nonce: '', gaps: [] },
    nonce: idOf(0x1000 + number),
    answers: '',
    madeAt: now,
    validUntil: '2027-01-01T00:00:00Z' as Instant,
    rules: { ruleSet: 'order-348', ruleSetSha256: noDigest, forms: itemForms, calendarSha256: noDigest },
    checkpoint: '',
    seenCheckpoint: '',
    items: [anItem(number)],
    ...change,
  };
}

export function digestOf(manifest: ExchangeManifest): string {
  return bytesToHex(sha256(encodeUtf8(writeManifest(manifest))));
}

/** As it is remembered after it was taken in. */
export function takenOf(manifest: ExchangeManifest, isWhole = true, hasDeclined = false): TakenPackage {
  const { number, since, nonce, previous, epoch } = manifest;
  return { number, since, nonce, previous, epoch, isWhole, hasDeclined, manifestSha256: digestOf(manifest) };
}

/** What the authority knows of the field station. */
export function known(change: Partial<KnownOfSender> = {}): KnownOfSender {
  return {
    own: authority,
    pairings: [{ pairing, validUntil: '2028-01-01T00:00:00Z' as Instant }],
    taken: [],
    sent: [],
    heldRules: [{ ruleSet: 'order-348', ruleSetSha256: noDigest }],
    followsSender: false,
    ...change,
  };
}

/** One after the other, each naming the one before it. */
export function inARow(
  count: number,
  since: (number: number) => number = () => 0,
): readonly ExchangeManifest[] {
  const row: ExchangeManifest[] = [];
  for (let number = 1; number <= count; number++) {
    const before = row.at(-1);
    row.push(
      aManifest({
        number,
        since: since(number),
        previous: before === undefined ? noDigest : digestOf(before),
      }),
    );
  }
  return row;
}
