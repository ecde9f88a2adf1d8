// @vitest-environment page
import { describe, expect, it } from 'vitest';
import { makeStation } from '#operations/station/make-station.ts';
import { refusalText } from '#ui/i18n/refusal-text.ts';
import { WordsCheck } from '#ui/station/words-check.svelte.ts';
import { anOffice, passphrase, taken } from '#tests/support/office-at-work.ts';
import { nationalName } from '#tests/support/root-at-work.ts';
import { aSession } from '#tests/support/session-at-work.ts';

async function atWords() {
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
