import { describe, expect, it } from 'vitest';
import { sha256 } from '#adapters/digest/digest.ts';
import { type Share, writeShare } from '#domain/base/recovery-share.ts';
import { recoveryWords } from '#domain/base/recovery-words.ts';
import { gatherShares, readTypedRecovery, whyForeign } from '#domain/base/typed-recovery.ts';

/** The n-th sheet of a set of five, three of which open. */
function sheet(number: number, change: Partial<Share> = {}): Share {
  const octets = Uint8Array.from({ length: 33 }, (_, i) => (i === 32 ? number : i * number));
  return { threshold: 3, sheets: 5, number, station: 77, set: 4_000_000_001, octets, ...change };
}

const typed = (...sheets: readonly Share[]) =>
  sheets.flatMap((share) => writeShare(share, 'cyrillic', sha256));
const read = (words: readonly string[], expected = {}) => readTypedRecovery(words, expected, sha256);

describe('what was typed where recovery words are asked for', () => {
  it('is a whole secret of 24 words', () => {
    const secret = new Uint8Array(32).fill(3);
    expect(read(recoveryWords(secret, 'latin', sha256))).toEqual({
      ok: true,
      value: { type: 'whole', secret },
    });
  });

  it('is as many sheets as open, in any order; one more is harmless', () => {
    const three = [sheet(5), sheet(1), sheet(3)];
    expect(read(typed(...three))).toEqual({ ok: true, value: { type: 'shares', shares: three } });
    expect(read(typed(...three, sheet(2)))).toEqual({ ok: true, value: { type: 'shares', shares: three } });
  });

  it('k−1 sheets: told how many are needed (D09, K14)', () => {
    expect(read(typed(sheet(1), sheet(2)))).toEqual({
      ok: false,
      error: { type: 'SharesTooFew', seen: 2, expected: 3 },
    });
  });

  it('one mistyped word: told which, of which sheet (D09, K14)', () => {
    const words = typed(sheet(1), sheet(2), sheet(3)).with(32 + 9, 'ыыыы');
    expect(read(words)).toEqual({ ok: false, error: { type: 'ShareWordWrong', sheet: 2, position: 10 } });
  });

  it('the same sheet twice: told which (D09, K14)', () => {
    expect(read(typed(sheet(1), sheet(4), sheet(1)))).toEqual({
      ok: false,
      error: { type: 'ShareTwice', sheet: 3, number: 1 },
    });
  });

  it('the same point under another number is the same sheet', () => {
    const forged = sheet(2, { octets: sheet(1).octets });
    expect(read(typed(sheet(1), forged, sheet(3)))).toMatchObject({
      error: { type: 'ShareTwice', number: 2 },
    });
  });

  it('a sheet of another station: told which (D09, K14)', () => {
    const words = typed(sheet(1), sheet(2, { station: 78 }), sheet(3));
    const refused = { ok: false, error: { type: 'ShareOfOtherStation', sheet: 2, number: 2 } };
    expect(read(words)).toEqual(refused);
    expect(read(words, { station: 77 })).toEqual(refused);
    expect(read(words, { station: 78 })).toMatchObject({ error: { sheet: 1, number: 1 } });
  });

  it('a sheet of an older set: told which, also where it came first (D09, K14)', () => {
    const words = typed(sheet(1, { set: 1 }), sheet(2), sheet(3));
    expect(read(words, { station: 77, set: sheet(1).set })).toEqual({
      ok: false,
      error: { type: 'ShareOfOtherSet', sheet: 1, number: 1 },
    });
    expect(read(words)).toMatchObject({ error: { type: 'ShareOfOtherSet', sheet: 2 } });
    expect(read(typed(sheet(1), sheet(2, { threshold: 2 }), sheet(3)))).toMatchObject({
      error: { type: 'ShareOfOtherSet', sheet: 2 },
    });
  });

  it('a word left out, or too many: told how many there should be', () => {
    const whole = recoveryWords(new Uint8Array(32), 'latin', sha256);
    expect(read(whole.slice(1))).toMatchObject({
      error: { type: 'RecoveryWordCount', seen: 23, expected: 24 },
    });
    expect(read(typed(sheet(1)).slice(1))).toMatchObject({
      error: { type: 'ShareWordCount', sheet: 1, seen: 31 },
    });
    expect(read(typed(sheet(1), sheet(2), sheet(3)).slice(0, -2))).toMatchObject({
      error: { type: 'ShareWordCount', sheet: 3, seen: 30 },
    });
    expect(read([])).toMatchObject({ error: { type: 'RecoveryWordCount', seen: 0 } });
  });
});

describe('sheets on their way in', () => {
  it('say how far they have come', () => {
    expect(gatherShares([], {})).toEqual({ ok: true, value: { seen: 0, needed: 0 } });
    expect(gatherShares([sheet(2), sheet(4)], {})).toEqual({ ok: true, value: { seen: 2, needed: 3 } });
  });

  it('that agree are foreign only to something else than expected', () => {
    const own = [sheet(2), sheet(4)];
    expect(whyForeign(own, {})).toBeNull();
    expect(whyForeign([], { station: 1 })).toBeNull();
    expect(whyForeign(own, { station: 77, set: sheet(1).set })).toBeNull();
    expect(whyForeign(own, { station: 1, set: 2 })).toMatchObject({ type: 'ShareOfOtherStation', number: 2 });
    expect(whyForeign(own, { station: 77, set: 2 })).toMatchObject({ type: 'ShareOfOtherSet', number: 2 });
  });
});
