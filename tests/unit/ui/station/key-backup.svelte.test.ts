// @vitest-environment page
import { describe, expect, it } from 'vitest';
import { refusalText } from '#ui/i18n/refusal-text.ts';
import { words } from '#ui/i18n/language.svelte.ts';
import { KeyBackup } from '#ui/station/key-backup.svelte.ts';
import { signCrl } from '#operations/crl/sign-crl.ts';
import { beginRenewal } from '#operations/station/renewal.ts';
import { makeKeyBackup, recordSetUpFact } from '#operations/station/key-backup.ts';
import { confirmClock } from '#operations/station/unlock.ts';
import { makeStation } from '#operations/station/make-station.ts';
import { anOffice, passphrase, setUp, taken } from '#tests/support/office-at-work.ts';
import { nationalName, unlockAgain } from '#tests/support/root-at-work.ts';
import { aRenewal } from '#tests/support/renewal-at-work.ts';
import { aSession, until } from '#tests/support/session-at-work.ts';

/** A station whose recovery words were read back: the backup is the next step. */
async function atBackup() {
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
  taken(await recordSetUpFact(office.desk, { recoveryReadBackAt: office.desk.clock.now() }));
  const desk = await aSession(office);
  const backup = new KeyBackup(desk.session);
  const exported = async () => (await desk.session.office.store.read()).list('exportedFile');
  return { ...desk, backup, recoveryWords, exported };
}

describe('the key backup', () => {
  it('is written and read back, opened by the passphrase and by the words: three facts', async () => {
    const { backup, recoveryWords, medium, exported } = await atBackup();
    await backup.save();
    await until(() => backup.facts?.backupWrittenAt !== undefined);
    const [[name, octets] = ['', new Uint8Array()]] = medium;
    expect(name).toBe(backup.fileName);
    expect(name).toMatch(/^tirkelim-keys-[0-9a-f]{8}\.zip$/u);
    expect(backup.octets).toEqual(octets);
    expect((await exported()).map(({ kind, readBack }) => [kind, readBack])).toEqual([['key-backup', true]]);
    expect(backup.facts?.backupOpenedWithPassphraseAt).toBeUndefined();

    backup.passphrase = passphrase;
    await backup.rehearsePassphrase();
    await until(() => backup.facts?.backupOpenedWithPassphraseAt !== undefined);
    expect([backup.action.error, backup.passphrase]).toEqual([undefined, '']);
    await backup.rehearseWords(`  ${recoveryWords.join('\n')} `);
    await until(() => backup.facts?.backupOpenedWithRecoveryAt !== undefined);
    expect(backup.action.error).toBeUndefined();
  });

  it('a wrong passphrase and wrong words are refused, and nothing counts', async () => {
    const { backup, recoveryWords } = await atBackup();
    await backup.save();
    backup.passphrase = 'басқа құпиясөз';
    await backup.rehearsePassphrase();
    expect(backup.action.error).toBe(words.t.refusals.DamagedOrWrongKey);
    await backup.rehearseWords('бір екі');
    expect(backup.action.error).toBe(refusalText({ type: 'RecoveryWordCount', seen: 2, expected: 24 }));
    await backup.rehearseWords(recoveryWords.toReversed().join(' '));
    expect(backup.action.error).toBeDefined();
    const { backupOpenedWithPassphraseAt, backupOpenedWithRecoveryAt } = backup.facts ?? {};
    expect([backupOpenedWithPassphraseAt, backupOpenedWithRecoveryAt]).toEqual([undefined, undefined]);
  });

  it('that a browser only offered counts when it is shown again, octet by octet', async () => {
    const { backup, toSave, toOpen, medium, exported } = await atBackup();
    toSave.push('offered');
    await backup.save();
    expect([backup.octets, backup.facts?.backupWrittenAt, await exported()]).toEqual([
      undefined,
      undefined,
      [],
    ]);
    const { name, octets } = backup.offered ?? { name: '', octets: new Uint8Array() };
    expect(medium.get(name)).toEqual(octets);
    await backup.showAgain();
    expect([backup.failure, backup.offered?.name]).toEqual([undefined, name]);
    toOpen.push([{ name, size: 2, octets: new Uint8Array([80, 75]) }]);
    await backup.showAgain();
    expect(backup.failure).toBe(words.t.setUp.saveFailed['read-back-differs']);
    toOpen.push([{ name, size: 2 ** 31 }]);
    await backup.showAgain();
    expect(backup.failure).toBe(words.t.setUp.saveFailed['read-back-differs']);
    toOpen.push([{ name, size: octets.length, octets }]);
    await backup.showAgain();
    expect([backup.failure, backup.offered, backup.octets]).toEqual([undefined, undefined, octets]);
    await until(() => backup.facts?.backupWrittenAt !== undefined);
    expect((await exported()).map(({ readBack }) => readBack)).toEqual([true]);
  });

  it('that the medium refuses says why until it is tried again; nobody’s choice says nothing', async () => {
    const { backup, toSave } = await atBackup();
    toSave.push('failed', 'cancelled');
    await backup.save();
    expect(backup.failure).toBe(words.t.setUp.saveFailed['medium-full']);
    await backup.save();
    expect([backup.failure, backup.action.error, backup.facts?.backupWrittenAt]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('is shown from the medium after a reload; one too large was not read', async () => {
    const { backup, session, medium, toOpen } = await atBackup();
    await backup.save();
    const [[name, octets] = ['', new Uint8Array()]] = medium;
    const again = new KeyBackup(session);
    expect(again.octets).toBeUndefined();
    await again.rehearseWords('бір екі');
    expect(again.action.error).toBeUndefined();
    toOpen.push([{ name, size: 2 ** 30 }]);
    await again.openFile();
    expect(again.action.error).toBe(
      refusalText({ type: 'FileTooLarge', limitOctets: 16 * 1024 * 1024, seenOctets: 2 ** 30 }),
    );
    toOpen.push([{ name, size: octets.length, octets }]);
    await again.openFile();
    expect([again.action.error, again.octets]).toEqual([undefined, octets]);
  });

  it('whose fact is refused or whose act breaks says so, is not rehearsed, and leaves the button', async () => {
    const { backup, plant, session } = await atBackup();
    plant('recordSetUpFact', () => () => Promise.resolve({ ok: false, error: { type: 'NoRoom' } }));
    await backup.save();
    expect([backup.action.error, backup.octets]).toEqual([words.t.refusals.NoRoom, undefined]);
    plant('makeKeyBackup', () => () => Promise.resolve({ ok: false, error: { type: 'StationMissing' } }));
    await backup.save();
    expect(backup.action.error).toBe(words.t.refusals.StationMissing);
    plant('makeKeyBackup', () => () => Promise.reject(new RangeError('x')));
    await backup.save();
    expect([backup.action.working, backup.action.error, session.faults.last?.code]).toEqual([
      false,
      undefined,
      'RangeError',
    ]);
  });

  it('is opened again at a station that is locked after it was opened in the middle, and told as such (F15)', async () => {
    const office = anOffice();
    const recovery = await setUp(office);
    taken(await signCrl(office.desk));
    const octets = taken(await makeKeyBackup(office.desk));
    const { session, toOpen } = await aSession(office);
    const backup = new KeyBackup(session);
    toOpen.push([{ name: 'keys.zip', size: octets.length, octets }]);
    await backup.openFile();
    office.pass(365 * 24 * 3600);
    office.desk.custody.lock();
    const opening = backup.rehearseWords(recovery.join(' '));
    await until(() => session.unlockAsked);
    session.endUnlocking();
    await opening;
    expect(backup.facts?.backupOpenedWithRecoveryAt).toBe('2026-11-23T04:00:00Z');
    await unlockAgain(office);
    taken(await confirmClock(office.desk));
    await backup.rehearseWords(recovery.join(' '));
    await until(() => backup.facts?.backupOpenedWithRecoveryAt === '2027-11-23T04:00:00Z');
    expect(backup.facts?.backupOpenedWithPassphraseAt).toBe('2026-11-23T04:00:00Z');
  });

  it('of a renewal is that of the next key, with its number and its own facts', async () => {
    const office = anOffice();
    await setUp(office);
    const { session } = await aSession(office);
    const backup = new KeyBackup(session);
    expect(backup.facts?.backupWrittenAt).toBeDefined();
    taken(await signCrl(office.desk));
    taken(await beginRenewal(office.desk, aRenewal({ name: 'ҰКО 2' })));
    await until(() => session.station?.nextAuthority !== undefined);
    expect(backup.facts?.backupWrittenAt).toBeUndefined();
    expect(backup.fileName).toMatch(/-2\.zip$/u);
  });
});
