import { describe, expect, it } from 'vitest';
import { measureStrength } from '#adapters/passphrase/strength.ts';
import { kazakhNouns } from '#domain/base/kazakh-nouns.ts';
import { offeredPassphrase } from '#ui/station/offered-passphrase.ts';

const alphabet = 'аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя';

/** All that comes of leaving out, exchanging or putting in one letter. */
function oneLetterApart(word: string): readonly string[] {
  return Array.from({ length: word.length + 1 }, (_, i) => {
    const [before, after] = [word.slice(0, i), word.slice(i)];
    const exchanged = [...alphabet].map((letter) => before + letter + after.slice(1));
    const added = [...alphabet].map((letter) => before + letter + after);
    return after === '' ? added : [before + after.slice(1), ...exchanged, ...added];
  }).flat();
}

describe('the nouns of a proposed passphrase', () => {
  it('are 2,048, each 11 bits, none of them twice', () => {
    expect(kazakhNouns).toHaveLength(2048);
    expect(new Set(kazakhNouns).size).toBe(2048);
  });

  it('have four to eight small Kazakh letters, in the order of the alphabet', () => {
    expect(kazakhNouns.filter((word) => word.length < 4 || word.length > 8)).toEqual([]);
    expect(kazakhNouns.filter((word) => ![...word].every((letter) => alphabet.includes(letter)))).toEqual([]);
    const key = (word: string): string =>
      [...word].map((letter) => String(alphabet.indexOf(letter)).padStart(2, '0')).join('');
    expect(kazakhNouns.toSorted((a, b) => (key(a) < key(b) ? -1 : 1))).toEqual(kazakhNouns);
  });

  it('stay apart: no two differ by one letter, left out, exchanged or put in', () => {
    const all = new Set(kazakhNouns);
    const near = kazakhNouns.flatMap((word) =>
      oneLetterApart(word).filter((other) => other !== word && all.has(other)),
    );
    expect(near).toEqual([]);
  });

  it('make a strong passphrase of six, in Kazakh; the other languages have words that their keyboards can write', async () => {
    const words = offeredPassphrase('kk').split(' ');
    expect(words).toHaveLength(6);
    expect(words.filter((word) => !kazakhNouns.includes(word))).toEqual([]);
    expect((await measureStrength(words.join(' '))).score).toBe(4);
    expect(offeredPassphrase('ru')).toMatch(/^(?:[а-я]{5} ){5}[а-я]{5}$/u);
    expect(offeredPassphrase('en')).toMatch(/^(?:[a-z]{5} ){5}[a-z]{5}$/u);
    expect(offeredPassphrase('kk')).not.toBe(offeredPassphrase('kk'));
  });
});
