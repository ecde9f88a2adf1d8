// @vitest-environment page
import { describe, expect, it } from 'vitest';
import { BackupOpening, fileLine } from '#ui/media/backup-opening.svelte.ts';
import { refusalText } from '#ui/i18n/refusal-text.ts';
import { words } from '#ui/i18n/language.svelte.ts';
import { makeRegisterBackup } from '#operations/backup/register-backup.ts';
import { anOffice, issued, setUp, taken } from '#tests/support/office-at-work.ts';
import { aSession } from '#tests/support/session-at-work.ts';

async function aBackup() {
  const office = anOffice();
  const recoveryWords = await setUp(office);
  await issued(office);
  const octets = taken(await makeRegisterBackup(office.desk));
  const desk = await aSession(office);
  const opening = new BackupOpening(desk.session);
  desk.toOpen.push([{ name: 'register.age', size: octets.length, octets }]);
  await opening.chooseBackup();
  return { ...desk, opening, recoveryWords, octets };
}

describe('a backup on its way to be looked at and restored', () => {
  it('is opened by the words, which are forgotten, and restored in the register’s place', async () => {
    const { opening, recoveryWords, session, octets } = await aBackup();
    expect(opening.mayOpen).toBe(false);
    opening.typedWords = recoveryWords.join(' ');
    expect(opening.mayOpen).toBe(true);
    await opening.open();
    expect([opening.error, opening.typedWords]).toEqual([undefined, '']);
    expect(opening.opened?.station.stationId).toBe(session.station?.stationId);
    // A sound register is not written over.
    await opening.restore();
    expect([opening.error === undefined, opening.restored]).toEqual([false, undefined]);

    const other = await aSession(anOffice());
    const there = new BackupOpening(other.session);
    other.toOpen.push([{ name: 'register.age', size: octets.length, octets }]);
    await there.chooseBackup();
    there.typedWords = recoveryWords.join(' ');
    await there.open();
    expect(there.nextEpoch).toBe((there.opened?.station.epoch ?? 0) + 1);
    await there.restore();
    expect([there.error, there.restored?.stationId]).toEqual([undefined, session.station?.stationId]);
    expect(other.session.station?.stationId).toBe(session.station?.stationId);
  });

  it('words that are wrong are refused, and stay to be put right', async () => {
    const { opening } = await aBackup();
    opening.typedWords = 'бір екі үш';
    await opening.open();
    expect(opening.error).toBe(refusalText({ type: 'RecoveryWordCount', seen: 3, expected: 24 }));
    expect(opening.typedWords).toBe('бір екі үш');
  });

  it('a file too large was not read and is named', async () => {
    const { opening, toOpen } = await aBackup();
    toOpen.push([{ name: 'big.age', size: 2 ** 31 }]);
    await opening.chooseBackup();
    expect(opening.error).toBe(words.t.media.tooLarge('big.age'));
    expect(opening.backup === undefined ? '' : fileLine(opening.backup)).toContain('register.age');
  });

  it('a fault leaves the button alive', async () => {
    const { opening, plant, session } = await aBackup();
    opening.typedWords = 'бір';
    plant('openRegisterBackup', () => () => Promise.reject(new RangeError('x')));
    await opening.open();
    expect([opening.working, opening.mayOpen, session.faults.last?.code]).toEqual([
      undefined,
      true,
      'RangeError',
    ]);
  });
});
