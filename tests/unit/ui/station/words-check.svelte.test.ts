// @vitest-environment page
import { describe, expect, it } from 'vitest';
import type { Split } from '#domain/base/recovery-share.ts';
import { makeStation } from '#operations/station/make-station.ts';
import { refusalText } from '#ui/i18n/refusal-text.ts';
import { WordsCheck } from '#ui/station/words-check.svelte.ts';
import { anOffice, passphrase, taken } from '#tests/support/office-at-work.ts';
import { nationalName } from '#tests/support/root-at-work.ts';
import { aSession } from '#tests/support/session-at-work.ts';

async function atWords(split?: Split) {
  const office = anOffice();
  const { recoveryWords } = taken(
    await makeStation(office.desk, {
      kind: 'N',
      demonstration: false,
      authority: nationalName,
      addresses: {},
      suite: 'ecdsa-p256',
      authorityValidityYears: 10,
      officer: { name: 'Сейітова Айгүл', position: 'Бас маман' },
      passphrase,
      wordScript: 'cyrillic',
      ...(split === undefined ? {} : { split }),
    }),
  );
  const { session } = await aSession(office);
  const setUp: { recoveryWords: readonly string[] | undefined; typedWords: string } = {
    recoveryWords,
    typedWords: '',
  };
  const readBackAt = async () =>
    (await (await office.desk.store.read()).get('station', 'station'))?.setUp.recoveryReadBackAt;
  return { setUp, page: new WordsCheck(session, setUp), recoveryWords, readBackAt };
}

describe('the recovery words, read back from the paper', () => {
  it('are those that were shown: recorded, and shown no more', async () => {
    const { setUp, page, recoveryWords, readBackAt } = await atWords();
    expect(page.shown).toEqual(recoveryWords);
    setUp.typedWords = ` ${recoveryWords.join('\n ')} `;
    await page.check();
    expect([page.action.error, page.shown]).toEqual([undefined, []]);
    expect(await readBackAt()).toBeDefined();
  });

  it('one that is no word of the list is named by its place', async () => {
    const { setUp, page, recoveryWords, readBackAt } = await atWords();
    setUp.typedWords = recoveryWords.map((word, i) => (i === 4 ? 'ыыыы' : word)).join(' ');
    await page.check();
    expect(page.action.error).toBe(refusalText({ type: 'RecoveryWordWrong', position: 5 }));
    expect([page.shown, await readBackAt()]).toEqual([recoveryWords, undefined]);
  });

  it('those of another station are words, and are refused all the same', async () => {
    const { setUp, page, readBackAt } = await atWords();
    setUp.typedWords = (await atWords()).recoveryWords.join(' ');
    await page.check();
    expect(page.action.error).toBe(refusalText({ type: 'RecoveryWordWrong', position: 0 }));
    expect(await readBackAt()).toBeUndefined();
  });
});

describe('the sheets of a split, read back from the paper', () => {
  const split = { threshold: 2, sheets: 3 };
  const sheet = (words: readonly string[], number: number) => words.slice((number - 1) * 32, number * 32);

  it('are as many as open, of those that were shown', async () => {
    const { setUp, page, recoveryWords, readBackAt } = await atWords(split);
    setUp.typedWords = [...sheet(recoveryWords, 3), ...sheet(recoveryWords, 1)].join(' ');
    await page.check();
    expect([page.action.error, page.shown]).toEqual([undefined, []]);
    expect(await readBackAt()).toBeDefined();
  });

  it('one sheet alone is not enough, nor are those of another station (K14)', async () => {
    const { setUp, page, recoveryWords, readBackAt } = await atWords(split);
    setUp.typedWords = sheet(recoveryWords, 3).join(' ');
    await page.check();
    expect(page.action.error).toBe(refusalText({ type: 'SharesTooFew', seen: 1, expected: 2 }));
    const other = (await atWords(split)).recoveryWords;
    setUp.typedWords = [...sheet(other, 1), ...sheet(other, 2)].join(' ');
    await page.check();
    expect(page.action.error).toBe(refusalText({ type: 'RecoveryWordWrong', position: 0 }));
    expect(await readBackAt()).toBeUndefined();
  });
});
