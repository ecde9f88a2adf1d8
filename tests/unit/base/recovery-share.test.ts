import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sha256 } from '#adapters/digest/digest.ts';
import {
  type Share,
  isSplit,
  mostSheets,
  readShare,
  setName,
  setTag,
  shareOctets,
  shareWordCount,
  stationTag,
  writeShare,
} from '#domain/base/recovery-share.ts';
import { readRecoveryWords, recoveryWords } from '#domain/base/recovery-words.ts';

const aShare = fc
  .record({
    threshold: fc.integer({ min: 2, max: mostSheets }),
    more: fc.nat(mostSheets),
    number: fc.integer({ min: 1, max: mostSheets }),
    station: fc.nat(2 ** 18 - 1),
    set: fc.maxSafeNat().map((value) => value % 2 ** 33),
    octets: fc.uint8Array({ minLength: shareOctets, maxLength: shareOctets }),
  })
  .map(({ threshold, more, number, ...rest }): Share => {
    const sheets = Math.min(mostSheets, threshold + more);
    return { ...rest, threshold, sheets, number: Math.min(number, sheets) };
  });

const script = fc.constantFrom('cyrillic' as const, 'latin' as const);

describe('a sheet of a split recovery secret', () => {
  it('is read as it was written, in either script (property)', () => {
    fc.assert(
      fc.property(aShare, script, (share, of) => {
        const words = writeShare(share, of, sha256);
        expect(words).toHaveLength(shareWordCount);
        expect(readShare(words, 1, sha256)).toEqual(share);
      }),
    );
  });

  it('with one word changed is never read as another one, and mostly the word itself is told (D09)', () => {
    let told = 0;
    let all = 0;
    fc.assert(
      fc.property(aShare, aShare, fc.nat(shareWordCount - 1), (share, other, at) => {
        const words = writeShare(share, 'cyrillic', sha256);
        const strange = writeShare(other, 'cyrillic', sha256)[(at + 7) % shareWordCount] ?? '';
        fc.pre(strange !== words[at]);
        const read = readShare(words.with(at, strange), 2, sha256);
        expect(read).toMatchObject({ type: 'ShareWordWrong', sheet: 2 });
        all += 1;
        if ('position' in read && read.position === at + 1) told += 1;
      }),
      { numRuns: 400, seed: 11 },
    );
    // Five bits of check in each word: one in 32 is told by the sheet's checksum only.
    expect(told / all).toBeGreaterThan(0.85);
  });

  it('tells a word that is none of the list by its place', () => {
    fc.assert(
      fc.property(aShare, fc.nat(shareWordCount - 1), (share, at) => {
        const words = writeShare(share, 'latin', sha256).with(at, 'ыыыы');
        expect(readShare(words, 1, sha256)).toEqual({ type: 'ShareWordWrong', sheet: 1, position: at + 1 });
      }),
    );
  });

  it('with two words exchanged, or a word of another sheet in its place, is refused (property)', () => {
    fc.assert(
      fc.property(aShare, fc.nat(31), fc.nat(31), (share, a, b) => {
        const words = writeShare(share, 'latin', sha256);
        fc.pre(words[a] !== words[b]);
        const exchanged = words.with(a, words[b] ?? '').with(b, words[a] ?? '');
        expect(readShare(exchanged, 1, sha256)).toMatchObject({ type: 'ShareWordWrong' });
      }),
    );
  });

  it('cut short or with a word too many says how many words it should have', () => {
    const [share] = fc.sample(aShare, 1);
    if (share === undefined) throw new Error('no sample');
    const words = writeShare(share, 'latin', sha256);
    expect(readShare(words.slice(1), 3, sha256)).toEqual({
      ...{ type: 'ShareWordCount', sheet: 3 },
      ...{ seen: 31, expected: 32 },
    });
    expect(readShare([...words, 'babab'], 1, sha256)).toMatchObject({ type: 'ShareWordCount', seen: 33 });
  });

  it('is no whole sheet, and a whole sheet’s words are none of it', () => {
    const whole = recoveryWords(new Uint8Array(32).fill(9), 'latin', sha256);
    expect(readShare([...whole, ...whole.slice(0, 8)], 1, sha256)).toMatchObject({ type: 'ShareWordWrong' });
    const [share] = fc.sample(aShare, 1);
    if (share === undefined) throw new Error('no sample');
    expect(readRecoveryWords(writeShare(share, 'latin', sha256).slice(0, 24), sha256)).toMatchObject({
      type: 'RecoveryWordWrong',
    });
  });
});

describe('a split', () => {
  it.each([
    [{ threshold: 2, sheets: 2 }, true],
    [{ threshold: 2, sheets: 9 }, true],
    [{ threshold: 9, sheets: 9 }, true],
    [{ threshold: 1, sheets: 3 }, false],
    [{ threshold: 4, sheets: 3 }, false],
    [{ threshold: 2, sheets: 10 }, false],
    [{ threshold: 2.5, sheets: 3 }, false],
    [{ threshold: NaN, sheets: 3 }, false],
  ])('of %j is one: %s', (split, is) => {
    expect(isSplit(split)).toBe(is);
  });

  it('names its set by what is public, in two words that differ from those of another secret', () => {
    const [one, two] = ['age1one', 'age1two'].map((of) => setTag(of, sha256));
    expect(one).not.toBe(two);
    expect(setName({ set: one ?? 0 }, 'latin')).toMatch(/^[a-z]{5} [a-z]{5}$/u);
    expect(setName({ set: one ?? 0 }, 'latin')).not.toBe(setName({ set: two ?? 0 }, 'latin'));
    expect(stationTag('a', sha256)).not.toBe(stationTag('b', sha256));
  });
});
