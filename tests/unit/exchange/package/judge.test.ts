import { describe, expect, it } from 'vitest';
import type { Instant } from '#domain/base/instant.ts';
import { type KnownOfSender, judgePackage } from '#domain/exchange/package/judge.ts';
import type { ExchangeManifest } from '#domain/exchange/package/manifest.ts';
import {
  aManifest,
  authority,
  digestOf,
  field,
  idOf,
  inARow,
  known,
  now,
  pairing,
  takenOf,
} from '#tests/support/exchange-samples.ts';

function verdict(manifest: ExchangeManifest, change: Partial<KnownOfSender> = {}, at = now) {
  return judgePackage({ manifest, sha256: digestOf(manifest) }, known(change), at);
}

function pick(row: readonly ExchangeManifest[], number: number): ExchangeManifest {
  const found = row[number - 1];
  if (found === undefined) throw new Error(`no package ${String(number)}`);
  return found;
}

const row = inARow(16);
const [thirteen, fourteen, fifteen, sixteen] = [13, 14, 15, 16].map((number) => pick(row, number)) as [
  ExchangeManifest,
  ExchangeManifest,
  ExchangeManifest,
  ExchangeManifest,
];

describe('an arriving package', () => {
  it('is new when it is', () => {
    expect(verdict(pick(row, 1))).toEqual({ type: 'new', missing: [] });
  });

  it('twice is the same, also when it has expired meanwhile (C04, K07)', () => {
    const taken = [takenOf(fourteen)];
    expect(verdict(fourteen, { taken })).toEqual({ type: 'same', number: 14 });
    expect(verdict(fourteen, { taken }, '2027-06-01T00:00:00Z' as Instant)).toMatchObject({ type: 'same' });
  });

  it('of 15 before 14 heals 14, which is then told as contained (C04, K07)', () => {
    expect(verdict(fifteen, { taken: [takenOf(thirteen)] })).toEqual({ type: 'new', missing: [] });
    const taken = [takenOf(thirteen), takenOf(fifteen)];
    expect(verdict(fourteen, { taken })).toEqual({ type: 'covered', number: 14, by: 15 });
  });

  it('with a gap before it is new all the same and names the gap (rule 4)', () => {
    const [first, , third] = inARow(3, (number) => number - 1);
    if (first === undefined || third === undefined) throw new Error('no row');
    expect(verdict(third, { taken: [takenOf(first)] })).toEqual({ type: 'new', missing: [2] });
  });

  it('of which something waits is read again', () => {
    expect(verdict(fourteen, { taken: [takenOf(fourteen, false)] })).toEqual({ type: 'new', missing: [] });
  });

  it('of which something was declined is read again, also when a later one has covered it, until it expires', () => {
    const [declined, later] = [takenOf(fourteen, true, true), takenOf(fifteen)];
    for (const taken of [[declined], [declined, later]]) {
      expect(verdict(fourteen, { taken })).toMatchObject({ type: 'new' });
      expect(verdict(fourteen, { taken }, '2027-06-01T00:00:00Z' as Instant)).toMatchObject({ type: 'same' });
    }
    const other = aManifest({ ...fourteen, nonce: idOf(7) });
    expect(verdict(other, { taken: [declined] })).toMatchObject({ type: 'PackageForked' });
  });

  it('14 with other content is a fork, seen from 13, 14 and 15 (K07)', () => {
    const other = aManifest({ ...fourteen, nonce: idOf(7) });
    expect(verdict(other, { taken: [takenOf(fourteen)] })).toEqual({ type: 'PackageForked', number: 14 });
    expect(verdict(other, { taken: [takenOf(fifteen)] })).toEqual({ type: 'PackageForked', number: 14 });
    const after = aManifest({ ...fifteen, previous: digestOf(other) });
    expect(verdict(after, { taken: [takenOf(fourteen)] })).toEqual({ type: 'PackageForked', number: 14 });
    // It was read in part: that is no leave to be another one.
    expect(verdict(other, { taken: [takenOf(fourteen, false)] })).toMatchObject({ type: 'PackageForked' });
  });

  it('of the first number rests on none', () => {
    const odd = aManifest({ previous: digestOf(fourteen) });
    expect(verdict(odd)).toEqual({ type: 'PackageForked', number: 1 });
  });

  it('14 from a restored sender is a fork, what goes on behind the last one is not (K07)', () => {
    const restored = aManifest({ ...fourteen, epoch: 2 });
    expect(verdict(restored, { taken: [takenOf(thirteen), takenOf(fourteen)] })).toMatchObject({
      type: 'PackageForked',
    });
    expect(verdict(restored, { taken: [takenOf(sixteen)] })).toEqual({ type: 'PackageForked', number: 16 });
    expect(verdict(restored, { taken: [takenOf(thirteen)] })).toEqual({ type: 'new', missing: [] });
  });

  it('of an epoch that the sender has left is refused', () => {
    const later = aManifest({ ...fourteen, epoch: 3 });
    const earlier = aManifest({ ...sixteen, epoch: 2 });
    expect(verdict(earlier, { taken: [takenOf(later)] })).toEqual({
      type: 'PackageOfEarlierEpoch',
      seen: 2,
      known: 3,
    });
  });

  it('is refused of a stranger, of an ended station, of one whose pairing is over, and for somebody else (C03, C05, K08)', () => {
    expect(verdict(fourteen, { pairings: [] })).toEqual({ type: 'PackageSenderUnknown', sender: field });
    const validUntil = '2028-01-01T00:00:00Z' as Instant;
    const at = '2026-11-30T00:00:00Z' as Instant;
    expect(verdict(fourteen, { pairings: [{ pairing, validUntil, endedAt: at }] })).toEqual({
      type: 'PackageSenderEnded',
      at,
    });
    expect(verdict(fourteen, { pairings: [{ pairing, validUntil: at }] })).toEqual({
      type: 'PackageSenderEnded',
      at,
    });
    expect(verdict(fourteen, { own: field })).toEqual({ type: 'PackageNotForUs', receiver: authority });
  });

  it('of an earlier pairing, or of one that never was, is none of this', () => {
    const validUntil = '2028-01-01T00:00:00Z' as Instant;
    const pairings = [
      { pairing, validUntil, endedAt: now },
      { pairing: idOf(2), validUntil },
    ];
    expect(verdict(fourteen, { pairings })).toEqual({ type: 'PackageOfEarlierPairing' });
    expect(verdict(aManifest({ pairing: idOf(3) }), { pairings })).toEqual({ type: 'AnswerToOtherRequest' });
  });

  it('is refused after its day (K06)', () => {
    const { validUntil } = fourteen;
    expect(verdict(fourteen, {}, validUntil)).toMatchObject({ type: 'new' });
    const late = '2027-01-01T00:00:01Z' as Instant;
    expect(verdict(fourteen, {}, late)).toEqual({ type: 'PackageExpired', validUntil });
  });

  it('of other rules, of older and of newer forms is refused with what it has (K08)', () => {
    const { rules } = fourteen;
    const of = (change: Partial<typeof rules>) => verdict(aManifest({ rules: { ...rules, ...change } }));
    expect(of({ ruleSet: 'other' })).toEqual({ type: 'PackageOfOtherRules', seen: 'other' });
    expect(of({ ruleSetSha256: 'b'.repeat(64) })).toMatchObject({ type: 'PackageOfOtherRules' });
    expect(of({ forms: 0 })).toEqual({ type: 'PackageOfOlderForms', seen: 0 });
    expect(of({ forms: 2 })).toEqual({ type: 'PackageOfNewerForms', seen: 2 });
    expect(of({ calendarSha256: 'b'.repeat(64) })).toMatchObject({ type: 'new' });
  });

  it('of a set that the station has followed before is taken', () => {
    const rules = { ...fourteen.rules, ruleSet: 'before', ruleSetSha256: 'c'.repeat(64) };
    const heldRules = [...known().heldRules, { ruleSet: 'before', ruleSetSha256: 'c'.repeat(64) }];
    expect(verdict(aManifest({ rules }), { heldRules })).toMatchObject({ type: 'new' });
  });

  it('that acknowledges what was never sent, or another package of that number, is refused (K11)', () => {
    const acknowledged = { upTo: 3, nonce: idOf(3), gaps: [] };
    const receipt = aManifest({ kind: 'receipt', number: 0, items: [], acknowledged });
    expect(verdict(receipt)).toEqual({ type: 'ReceiptUnfounded', number: 3 });
    expect(verdict(aManifest({ acknowledged }))).toEqual({ type: 'ReceiptUnfounded', number: 3 });
    expect(verdict(receipt, { sent: [{ number: 3, nonce: idOf(4) }] })).toMatchObject({
      type: 'ReceiptUnfounded',
    });
    expect(verdict(receipt, { sent: [{ number: 3, nonce: idOf(3) }] })).toEqual({ type: 'receipt' });
  });

  it('that answers another request is refused (K06)', () => {
    expect(verdict(aManifest({ answers: idOf(9) }))).toEqual({ type: 'AnswerToOtherRequest' });
    const sent = [{ number: 1, nonce: idOf(9) }];
    expect(verdict(aManifest({ answers: idOf(9) }), { sent })).toMatchObject({ type: 'new' });
    const answer = aManifest({ kind: 'pairing-answer', number: 0 });
    expect(verdict(answer)).toEqual({ type: 'AnswerToOtherRequest' });
  });

  it('that is a receipt is taken under whatever rules', () => {
    const rules = { ...fourteen.rules, ruleSet: 'other', forms: 9 };
    expect(verdict(aManifest({ kind: 'receipt', number: 0, items: [], rules }))).toEqual({ type: 'receipt' });
  });
});
