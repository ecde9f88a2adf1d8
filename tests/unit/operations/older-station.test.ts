/** A station of before anchors and statements: it goes on, and gets both at the first opening by its passphrase. */
import { describe, expect, it } from 'vitest';
import { memoryStore } from '#adapters/memory/memory-store.ts';
import { verifyLog } from '#operations/audit/verify-log.ts';
import { openRegisterBackup } from '#operations/backup/open-register-backup.ts';
import { makeRegisterBackup } from '#operations/backup/register-backup.ts';
import { restoreRegister } from '#operations/backup/restore-register.ts';
import { signCrl } from '#operations/crl/sign-crl.ts';
import { lockStation } from '#operations/lock.ts';
import { makeKeyBackup, rehearseKeyBackup } from '#operations/station/key-backup.ts';
import { unlockStation } from '#operations/station/unlock.ts';
import { contentOf } from '#tests/support/busy-offices.ts';
import { changedRow } from '#tests/support/changed-content.ts';
import { type OfficeAtWork, anOffice, issued, passphrase, taken } from '#tests/support/office-at-work.ts';
import { anOlderOffice, olderBackup, openedOlder } from '#tests/support/older-station.ts';

const { words } = olderBackup;

async function open({ desk }: OfficeAtWork, secret: { passphrase: string } | { words: readonly string[] }) {
  const [officer] = await (await desk.store.read()).list('officer');
  return unlockStation(desk, { officerId: officer?.id ?? '', secret });
}

const actsOf = async ({ desk }: OfficeAtWork) =>
  (await (await desk.store.read()).list('audit')).map(({ act }) => act);

async function isAnchored(office: OfficeAtWork): Promise<boolean> {
  const station = await (await office.desk.store.read()).get('station', 'station');
  return (await actsOf(office)).includes('station-anchored') && station?.statement !== undefined;
}

describe('a register of the version before', () => {
  it('verifies, and is anchored at the first opening by the passphrase, which the log says', async () => {
    const office = await anOlderOffice();
    const { desk } = office;
    expect((await verifyLog(desk)).faults).toEqual([]);
    expect(await open(office, { passphrase })).toEqual({ ok: true, value: { damaged: [], edited: [] } });
    expect(await isAnchored(office)).toBe(true);
    taken(await signCrl(desk));
    office.pass(60);
    await lockStation(desk, 'officer');
    taken(await open(office, { passphrase }));
    expect(desk.custody.anchoredKeyHex()).not.toBeNull();
    await issued(office);
    expect((await actsOf(office)).filter((act) => act === 'station-anchored')).toHaveLength(1);
    expect((await verifyLog(desk)).faults).toEqual([]);
  });

  it('opens by the recovery words for reading: nothing vouches for it, and its authority signs nothing', async () => {
    const office = await anOlderOffice();
    const { desk } = office;
    taken(await open(office, { words }));
    expect([await isAnchored(office), desk.custody.anchoredKeyHex()]).toEqual([false, null]);
    expect(await signCrl(desk)).toEqual({
      ok: false,
      error: { type: 'NotWarranted', because: 'station-unproven' },
    });
    const list = await (await desk.store.read()).list('entry');
    expect(list.length).toBeGreaterThan(0);
    await lockStation(desk, 'officer');
    taken(await open(office, { passphrase }));
    taken(await signCrl(desk));
    expect((await verifyLog(desk)).faults).toEqual([]);
  });

  it('that does not verify is not anchored: what was edited is never vouched for', async () => {
    const sound = await anOlderOffice();
    const content = changedRow(await contentOf(sound.desk.store), 'station', 0, () => ({
      recoveryRecipient: 'age1stranger',
    }));
    const office = anOffice(memoryStore(content), '2026-11-24T04:00:00Z');
    expect((await open(office, { passphrase })).ok).toBe(true);
    expect(await isAnchored(office)).toBe(false);
    expect(await makeRegisterBackup(office.desk)).toMatchObject({ error: { type: 'RegisterTouched' } });
  });

  it('with another officer’s key in the officer’s row does not open: the passphrase knows its own', async () => {
    const sound = await anOlderOffice();
    const content = changedRow(await contentOf(sound.desk.store), 'officer', 0, () => ({
      signingSpkiDer: new Uint8Array([1]),
    }));
    const office = anOffice(memoryStore(content), '2026-11-24T04:00:00Z');
    expect(await open(office, { passphrase })).toEqual({
      ok: false,
      error: { type: 'VaultKeyForeign', holder: 'officer' },
    });
  });

  it('once anchored, never goes back: without its statement nothing opens', async () => {
    const anchored = await anOlderOffice();
    taken(await open(anchored, { passphrase }));
    await lockStation(anchored.desk, 'officer');
    const content = changedRow(await contentOf(anchored.desk.store), 'station', 0, () => ({
      statement: undefined,
    }));
    const office = anOffice(memoryStore(content), '2026-11-24T05:00:00Z');
    expect(await open(office, { passphrase })).toEqual({ ok: false, error: { type: 'StatementInvalid' } });
  });

  it('has the words vouch for it when a key backup is next opened by them', async () => {
    const office = await anOlderOffice();
    const { desk } = office;
    taken(await open(office, { passphrase }));
    const before = taken(await makeRegisterBackup(desk));
    expect(await openRegisterBackup(desk, { backup: before, secret: { words } })).toMatchObject({
      error: { type: 'BackupWithoutAnchor' },
    });
    await lockStation(desk, 'officer');
    taken(await open(office, { passphrase }));
    taken(await rehearseKeyBackup(desk, { backup: taken(await makeKeyBackup(desk)), secret: { words } }));
    const after = taken(await makeRegisterBackup(desk));
    expect((await openRegisterBackup(desk, { backup: after, secret: { words } })).ok).toBe(true);
    await lockStation(desk, 'officer');
    taken(await open(office, { words }));
    expect(desk.custody.anchoredKeyHex()).not.toBeNull();
    expect((await verifyLog(desk)).faults).toEqual([]);
  });
});

describe('a backup of the version before', () => {
  const { backup, keyBackup, fingerprint } = olderBackup;
  const secrets = [{ words }, { passphrase, keyBackup }];

  it.each(secrets)('says of no secret whose it is: the fingerprint on paper does', async (secret) => {
    const { desk } = anOffice();
    expect(await openRegisterBackup(desk, { backup, secret })).toEqual({
      ok: false,
      error: { type: 'BackupWithoutAnchor' },
    });
    const wrong = fingerprint.replace('5', '6');
    expect(await openRegisterBackup(desk, { backup, secret, stationFingerprint: wrong })).toEqual({
      ok: false,
      error: { type: 'BackupOfForeignKey' },
    });
    const spelled = (fingerprint.match(/../gu) ?? []).join(':').toUpperCase();
    expect((await openRegisterBackup(desk, { backup, secret, stationFingerprint: ` ${spelled}` })).ok).toBe(
      true,
    );
  });

  it('is restored, signed by its station, and anchored when its officer opens it', async () => {
    const office = anOffice(memoryStore(), '2026-11-24T04:00:00Z');
    const { desk } = office;
    const opened = await openedOlder(office);
    expect(taken(await restoreRegister(desk, { opened })).epoch).toBe(2);
    expect((await verifyLog(desk)).faults).toEqual([]);
    taken(await open(office, { passphrase }));
    expect(await isAnchored(office)).toBe(true);
    expect((await verifyLog(desk)).faults).toEqual([]);
  });
});
