import { beforeAll, describe, expect, it } from 'vitest';
import { sha256 } from '#adapters/digest/digest.ts';
import { type RegisterContent, memoryStore } from '#adapters/memory/memory-store.ts';
import { unzipFiles } from '#adapters/zip/zip.ts';
import { rehearsalOf } from '#domain/authority/rehearsal.ts';
import type { Station } from '#domain/authority/station.ts';
import { readShare, shareWordCount, writeShare } from '#domain/base/recovery-share.ts';
import { openRegisterBackup } from '#operations/backup/open-register-backup.ts';
import { makeRegisterBackup } from '#operations/backup/register-backup.ts';
import { signCrl } from '#operations/crl/sign-crl.ts';
import { verifyLog } from '#operations/audit/verify-log.ts';
import { makeKeyBackup, rehearseKeyBackup } from '#operations/station/key-backup.ts';
import { makeStation } from '#operations/station/make-station.ts';
import { addOfficer } from '#operations/station/officers.ts';
import { makeRecovery, renewRecovery } from '#operations/station/renew-recovery.ts';
import { unlockStation } from '#operations/station/unlock.ts';
import { contentOf } from '#tests/support/busy-offices.ts';
import { changedRow } from '#tests/support/changed-content.ts';
import { PowerCut, cutAt } from '#tests/support/failing-store.ts';
import { type OfficeAtWork, anOffice, passphrase, setUp, taken } from '#tests/support/office-at-work.ts';
import { nationalName } from '#tests/support/root-at-work.ts';

const split = { threshold: 2, sheets: 3 } as const;
const wordScript = 'cyrillic' as const;

/** Of the sheets of a split, those with these numbers. */
const sheetsOf = (words: readonly string[], ...numbers: readonly number[]) =>
  numbers.flatMap((number) => words.slice((number - 1) * shareWordCount, number * shareWordCount));

async function stationOf({ desk }: Pick<OfficeAtWork, 'desk'>): Promise<Station> {
  const station = await (await desk.store.read()).get('station', 'station');
  if (station === undefined) throw new Error('no station');
  return station;
}

/** The same register in another browser, nobody's vault open. */
const over = (content: RegisterContent): OfficeAtWork => anOffice(memoryStore(content));

/** A station at work, whose words were whole and are then split. */
let before: RegisterContent;
let whole: readonly string[];
let officerId: string;
let oldKeyBackup: Uint8Array;
let oldBackup: Uint8Array;
let after: RegisterContent;
let sheets: readonly string[];
let newKeyBackup: Uint8Array;
let newBackup: Uint8Array;

beforeAll(async () => {
  const office = anOffice();
  const { desk, pass } = office;
  whole = await setUp(office);
  taken(await signCrl(desk));
  officerId = desk.custody.officerId() ?? '';
  oldKeyBackup = taken(await makeKeyBackup(desk));
  oldBackup = taken(await makeRegisterBackup(desk));
  before = await contentOf(desk.store);
  pass(60);
  sheets = taken(await makeRecovery(desk, { words: whole, split, wordScript })).words;
  taken(await renewRecovery(desk, { words: sheetsOf(sheets, 3, 1) }));
  pass(60);
  newKeyBackup = taken(await makeKeyBackup(desk));
  newBackup = taken(await makeRegisterBackup(desk));
  after = await contentOf(desk.store);
});

const unlockBy = (office: OfficeAtWork, words: readonly string[]) =>
  unlockStation(office.desk, { officerId, secret: { words } });

describe('a recovery secret that was split', () => {
  it.each([
    [1, 2],
    [2, 3],
    [3, 1],
  ])('opens the vault with sheets %i and %i, and what is signed then holds', async (...numbers) => {
    const office = over(after);
    taken(await unlockBy(office, sheetsOf(sheets, ...numbers)));
    taken(await signCrl(office.desk));
    expect(await verifyLog(office.desk)).toMatchObject({ faults: [] });
  });

  it('opens the key backup and the register backup that are made from then on', async () => {
    const words = sheetsOf(sheets, 2, 1);
    const { desk } = over(after);
    expect(taken(await openRegisterBackup(desk, { backup: newBackup, secret: { words } }))).toMatchObject({
      station: { recoverySplit: split },
    });
    taken(await unlockStation(desk, { officerId, secret: { passphrase } }));
    taken(await rehearseKeyBackup(desk, { backup: newKeyBackup, secret: { words } }));
  });

  it('is stated by the station, with how it lies on paper, and the log is whole', async () => {
    const office = over(after);
    const opened = taken(await unlockStation(office.desk, { officerId, secret: { passphrase } }));
    expect(opened).toEqual({ damaged: [], edited: [] });
    expect(await stationOf(office)).toMatchObject({ recoverySplit: split });
    expect(await verifyLog(office.desk)).toMatchObject({ faults: [] });
  });

  it('asks for a key backup of its own the same day', async () => {
    const station = await stationOf(over(after));
    expect(rehearsalOf(station, '2026-11-23T06:00:00Z' as never)).toMatchObject({
      ...{ state: 'soon', dueOn: '2026-11-23' },
    });
    expect(rehearsalOf(station, '2026-11-25T06:00:00Z' as never)?.state).toBe('overdue');
  });
});

describe('sheets that do not open (D09) (K14)', () => {
  const refusedBy = async (words: readonly string[]) => {
    const office = over(after);
    const refused = await unlockBy(office, words);
    expect(office.desk.custody.isUnlocked()).toBe(false);
    return refused.ok ? null : refused.error;
  };

  it('k−1 sheets', async () => {
    expect(await refusedBy(sheetsOf(sheets, 2))).toEqual({ type: 'SharesTooFew', seen: 1, expected: 2 });
  });

  it('a mistyped word', async () => {
    const words = sheetsOf(sheets, 1, 2).with(40, 'ыыыы');
    expect(await refusedBy(words)).toEqual({ type: 'ShareWordWrong', sheet: 2, position: 9 });
  });

  it('the same sheet twice', async () => {
    expect(await refusedBy(sheetsOf(sheets, 2, 2))).toEqual({ type: 'ShareTwice', sheet: 2, number: 2 });
  });

  it('a sheet of another station', async () => {
    const { words } = await aSplitStation();
    expect(await refusedBy([...sheetsOf(words, 1), ...sheetsOf(sheets, 2)])).toEqual({
      ...{ type: 'ShareOfOtherStation', sheet: 1, number: 1 },
    });
    expect(await refusedBy(sheetsOf(words, 1, 2))).toMatchObject({ type: 'ShareOfOtherStation' });
  });

  it('a sheet that was written anew with other octets gives no secret at all', async () => {
    const share = readShare(sheetsOf(sheets, 1), 1, sha256);
    if ('type' in share) throw new Error('no share');
    const forged = writeShare(
      { ...share, octets: share.octets.with(3, 1 ^ (share.octets[3] ?? 0)) },
      'latin',
      sha256,
    );
    expect(await refusedBy([...forged, ...sheetsOf(sheets, 2)])).toEqual({ type: 'SharesDisagree' });
  });

  it('open all the same where only the register’s row was made to name another set', async () => {
    const office = over(changedRow(after, 'station', 0, () => ({ recoveryRecipient: 'age1stranger' })));
    expect(taken(await unlockBy(office, sheetsOf(sheets, 1, 2))).edited).toContain('recovery-recipient');
  });
});

describe('the secret of before', () => {
  it('opens nothing that was made since: not the vault, not a backup (D09)', async () => {
    const { desk } = over(after);
    expect(await unlockBy({ ...over(after), desk }, whole)).toMatchObject({ ok: false });
    expect(desk.custody.isUnlocked()).toBe(false);
    const opened = await openRegisterBackup(desk, { backup: newBackup, secret: { words: whole } });
    expect(opened).toEqual({ ok: false, error: { type: 'DamagedOrWrongKey' } });
    for (const [, file] of unzipped(newKeyBackup)) expect(await opensBy(file, whole)).toBe(false);
  });

  it('opens what was copied before, and rehearses nothing any more', async () => {
    const { desk } = over(after);
    taken(await openRegisterBackup(desk, { backup: oldBackup, secret: { words: whole } }));
    taken(await unlockStation(desk, { officerId, secret: { passphrase } }));
    expect(await rehearseKeyBackup(desk, { backup: oldKeyBackup, secret: { words: whole } })).toEqual({
      ok: false,
      error: { type: 'WordsOfOtherStation' },
    });
  });

  it('split once more: the sheets of the first split are told to be of another set (D09) (K14)', async () => {
    const office = over(after);
    const { desk } = office;
    taken(await unlockStation(desk, { officerId, secret: { passphrase } }));
    const present = sheetsOf(sheets, 2, 3);
    const next = taken(await makeRecovery(desk, { words: present, split, wordScript: 'latin' })).words;
    taken(await renewRecovery(desk, { words: sheetsOf(next, 1, 2) }));
    const again = over(await contentOf(desk.store));
    expect(await unlockBy(again, present)).toEqual({
      ok: false,
      error: { type: 'ShareOfOtherSet', sheet: 1, number: 2 },
    });
    expect(await unlockBy(again, [...sheetsOf(sheets, 1), ...sheetsOf(next, 2)])).toMatchObject({
      error: { type: 'ShareOfOtherSet', sheet: 1, number: 1 },
    });
    taken(await unlockBy(over(await contentOf(desk.store)), sheetsOf(next, 3, 2)));
  });

  it('can go back to one whole sheet', async () => {
    const { desk } = over(after);
    taken(await unlockStation(desk, { officerId, secret: { passphrase } }));
    const next = taken(await makeRecovery(desk, { words: sheetsOf(sheets, 1, 2), wordScript })).words;
    expect(next).toHaveLength(24);
    const station = taken(await renewRecovery(desk, { words: next }));
    expect(station.recoverySplit).toBeUndefined();
    taken(await unlockBy(over(await contentOf(desk.store)), next));
  });
});

describe('a renewal', () => {
  it('needs an officer at the desk, and the present words', async () => {
    const locked = over(before);
    const command = { words: whole, split, wordScript };
    expect(await makeRecovery(locked.desk, command)).toEqual({ ok: false, error: { type: 'Locked' } });
    taken(await unlockBy(locked, whole));
    expect(await makeRecovery(locked.desk, command)).toEqual({
      ok: false,
      error: { type: 'OfficerNotPresent' },
    });
    const { desk } = over(before);
    taken(await unlockStation(desk, { officerId, secret: { passphrase } }));
    const { words } = await aSplitStation();
    expect(await makeRecovery(desk, { ...command, words: sheetsOf(words, 1, 2) })).toMatchObject({
      error: { type: 'ShareOfOtherStation' },
    });
    const foreign = await setUp(anOffice());
    expect(await makeRecovery(desk, { ...command, words: foreign })).toEqual({
      ok: false,
      error: { type: 'WordsOfOtherStation' },
    });
    expect(await makeRecovery(desk, { ...command, split: { threshold: 1, sheets: 3 } })).toEqual({
      ok: false,
      error: { type: 'SplitUnfit' },
    });
    expect(await renewRecovery(desk, { words: whole })).toEqual({
      ok: false,
      error: { type: 'RecoveryNotMade' },
    });
  });

  it('is an administrator’s: a registrar with the words in hand renews nothing, in the page or past it', async () => {
    const { desk } = over(before);
    taken(await unlockStation(desk, { officerId, secret: { passphrase } }));
    const registrar = { name: 'Омаров Данияр', position: 'Маман', roles: ['registrar'] as const };
    const own = { passphrase: 'басқа құпия сөз', again: 'басқа құпия сөз' };
    const { id } = taken(await addOfficer(desk, { ...registrar, ...own }));
    desk.custody.lock();
    taken(await unlockStation(desk, { officerId: id, secret: { passphrase: own.passphrase } }));
    const command = { words: whole, split, wordScript };
    expect(await makeRecovery(desk, command)).toMatchObject({ error: { type: 'NotYourRole' } });
    expect(await desk.custody.makeRecovery(command)).toEqual({
      ok: false,
      error: { type: 'OfficerNotPresent' },
    });
  });

  it('leaves each key with those whose roles need it', async () => {
    const { desk } = over(before);
    taken(await unlockStation(desk, { officerId, secret: { passphrase } }));
    const registrar = { name: 'Омаров Данияр', position: 'Маман', roles: ['registrar'] as const };
    const own = { passphrase: 'басқа құпия сөз', again: 'басқа құпия сөз' };
    const { id } = taken(await addOfficer(desk, { ...registrar, ...own }));
    const { words } = taken(await makeRecovery(desk, { words: whole, split, wordScript }));
    taken(await renewRecovery(desk, { words: sheetsOf(words, 1, 2) }));
    const content = await contentOf(desk.store);
    const vault = await (await over(content).desk.store.read()).list('vaultFile');
    const recipients = (holder: string) =>
      Buffer.from(vault.find((file) => file.holder === holder)?.ageFile ?? [])
        .toString('latin1')
        .split('\n--- ')[0]
        ?.match(/\n-> X25519 /gu)?.length;
    // The CA officer and the sheets; the registrar has the scans' key beside, and none of the authority's.
    expect([recipients('authority'), recipients('scans'), recipients('anchor')]).toEqual([2, 3, 3]);
    taken(await unlockStation(over(content).desk, { officerId: id, secret: { passphrase: own.passphrase } }));
  });

  it('counts for nothing before the new sheets were read back', async () => {
    const { desk } = over(before);
    taken(await unlockStation(desk, { officerId, secret: { passphrase } }));
    const made = taken(await makeRecovery(desk, { words: whole, split, wordScript })).words;
    expect(await renewRecovery(desk, { words: whole })).toMatchObject({
      error: { type: 'RecoveryWordWrong', position: 0 },
    });
    expect(await renewRecovery(desk, { words: sheetsOf(made, 1) })).toMatchObject({
      error: { type: 'SharesTooFew' },
    });
    expect(await renewRecovery(desk, { words: sheetsOf(sheets, 1, 2) })).toMatchObject({
      error: { type: 'ShareOfOtherSet' },
    });
    const untouched = over(await contentOf(desk.store));
    taken(await unlockBy(untouched, whole));
    expect(await unlockBy(over(await contentOf(desk.store)), sheetsOf(made, 1, 2))).toMatchObject({
      error: { type: 'ShareOfOtherSet' },
    });
  });

  it('is over with the vault that made it: locked in between, the new sheets are void', async () => {
    const { desk } = over(before);
    taken(await unlockStation(desk, { officerId, secret: { passphrase } }));
    const made = taken(await makeRecovery(desk, { words: whole, split, wordScript })).words;
    desk.custody.lock();
    taken(await unlockStation(desk, { officerId, secret: { passphrase } }));
    expect(await renewRecovery(desk, { words: sheetsOf(made, 1, 2) })).toEqual({
      ok: false,
      error: { type: 'RecoveryNotMade' },
    });
  });

  it('takes each key from the copy that is sound, and none where neither is', async () => {
    const { desk } = over(before);
    taken(await unlockStation(desk, { officerId, secret: { passphrase } }));
    const { words } = taken(await makeRecovery(desk, { words: whole, split, wordScript }));
    const snapshot = await desk.store.read();
    const sound = await snapshot.list('vaultFile');
    const scans = sound.find(({ holder }) => holder === 'scans')?.ageFile ?? new Uint8Array();
    const strange = sound.map((file) => (file.holder === 'authority' ? { ...file, ageFile: scans } : file));
    const station = await stationOf({ desk });
    const officers = await snapshot.list('officer');
    const request = { words: sheetsOf(words, 1, 3), station, officers };
    const { files } = taken(await desk.custody.renewRecovery({ ...request, first: strange, second: sound }));
    const unlock = { officerId, first: files, second: files, station, officers };
    const opened = taken(
      await over(before).desk.custody.unlockByRecovery({ ...unlock, words: sheetsOf(words, 1, 2) }),
    );
    expect([opened.damaged, opened.damagedCopies]).toEqual([[], []]);
    expect(await desk.custody.renewRecovery({ ...request, first: strange, second: strange })).toEqual({
      ok: false,
      error: { type: 'VaultKeyForeign', holder: 'authority' },
    });
  });

  it.each(['before', 'after'] as const)(
    'whose power goes %s its commit leaves one secret that opens, and the station locked',
    async (when) => {
      const store = memoryStore(before);
      const desk = { ...over(before).desk, store };
      taken(await unlockStation(desk, { officerId, secret: { passphrase } }));
      const { words } = taken(await makeRecovery(desk, { words: whole, split, wordScript }));
      const cut = { ...desk, store: cutAt(store, 1, when) };
      await expect(renewRecovery(cut, { words: sheetsOf(words, 1, 2) })).rejects.toThrow(PowerCut);
      expect(desk.custody.isUnlocked()).toBe(false);
      const [holds, other] =
        when === 'before' ? [whole, sheetsOf(words, 2, 3)] : [sheetsOf(words, 2, 3), whole];
      const content = await contentOf(store);
      taken(await unlockBy(over(content), holds));
      expect(await unlockBy(over(content), other)).toMatchObject({ ok: false });
    },
  );

  it('is stated for no recipient that was not made and read back here', async () => {
    const { desk } = over(before);
    taken(await unlockStation(desk, { officerId, secret: { passphrase } }));
    const station = await stationOf({ desk });
    const officers = await (await desk.store.read()).list('officer');
    const next = { ...station, recoveryRecipient: 'age1stranger' };
    const refused = { ok: false, error: { type: 'NotStated', because: 'recipients-change' } };
    expect(await desk.custody.signStatement({ before: station, next, officers })).toEqual(refused);
    taken(await makeRecovery(desk, { words: whole, split, wordScript }));
    expect(await desk.custody.signStatement({ before: station, next, officers })).toEqual(refused);
  });
});

describe('a station set up with a split', () => {
  it('opens with its sheets from the first day, and states how they lie', async () => {
    const { office, words, id } = await aSplitStation();
    expect(words).toHaveLength(3 * shareWordCount);
    expect(await stationOf(office)).toMatchObject({ recoverySplit: split });
    const backup = taken(await makeKeyBackup(office.desk));
    taken(await rehearseKeyBackup(office.desk, { backup, secret: { words: sheetsOf(words, 3, 2) } }));
    office.desk.custody.lock();
    taken(await unlockStation(office.desk, { officerId: id, secret: { words: sheetsOf(words, 1, 3) } }));
  });

  it('of numbers that are no split is not made', async () => {
    const { desk } = anOffice();
    const command = { ...aStationCommand(), split: { threshold: 5, sheets: 3 } };
    expect(await makeStation(desk, command)).toEqual({ ok: false, error: { type: 'SplitUnfit' } });
  });
});

const aStationCommand = () => ({
  ...{ kind: 'N' as const, demonstration: false, authority: nationalName, addresses: {} },
  ...{ suite: 'ecdsa-p256' as const, authorityValidityYears: 10, passphrase, wordScript },
  officer: { name: 'Сейітова Айгүл', position: 'Бас маман' },
});

async function aSplitStation() {
  const office = anOffice();
  const made = taken(await makeStation(office.desk, { ...aStationCommand(), split }));
  return { office, words: made.recoveryWords, id: made.officerId };
}

function unzipped(backup: Uint8Array): [string, Uint8Array][] {
  return [...taken(unzipFiles(backup, 1_000_000))].filter(([name]) => name.endsWith('.age'));
}

async function opensBy(file: Uint8Array, words: readonly string[]): Promise<boolean> {
  const { desk } = over(after);
  return (await openRegisterBackup(desk, { backup: file, secret: { words } })).ok;
}
