import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { encryptToRecipients } from '#adapters/age/age.ts';
import { indexedDbStore } from '#adapters/indexeddb/indexeddb-store.ts';
import { migrations } from '#adapters/indexeddb/schema.ts';
import { memoryStore } from '#adapters/memory/memory-store.ts';
import { unzipFiles, zipFiles } from '#adapters/zip/zip.ts';
import { verifyLog } from '#operations/audit/verify-log.ts';
import { readNewerFile } from '#operations/backup/newer-crls.ts';
import { openRegisterBackup, type OpenedBackup } from '#operations/backup/open-register-backup.ts';
import { makeRegisterBackup } from '#operations/backup/register-backup.ts';
import { restoreRegister } from '#operations/backup/restore-register.ts';
import { signCrl } from '#operations/crl/sign-crl.ts';
import { makeKeyBackup } from '#operations/station/key-backup.ts';
import { startStation } from '#operations/station/start.ts';
import { unlockStation } from '#operations/station/unlock.ts';
import { transact } from '#operations/transact.ts';
import { ok } from '#domain/base/result.ts';
import type { RegisterStore } from '#ports/register-store.ts';
import { ofSubscribersOnly, signedAnew } from '#tests/support/list-samples.ts';
import {
  type OfficeAtWork,
  anOffice,
  issued,
  passphrase,
  setUp,
  taken,
} from '#tests/support/office-at-work.ts';

/** A station with one certificate and one CRL, and its backup. */
async function backedUp(office = anOffice()) {
  const words = await setUp(office);
  const crl = taken(await signCrl(office.desk));
  office.pass(60);
  const entry = await issued(office);
  const backup = taken(await makeRegisterBackup(office.desk));
  return { office, words, crl, entry, backup };
}

async function openedIn(office: OfficeAtWork, backup: Uint8Array, words: readonly string[]) {
  return taken(await openRegisterBackup(office.desk, { backup, secret: { words } }));
}

async function unlock({ desk }: OfficeAtWork): Promise<void> {
  const [officer] = await (await desk.store.read()).list('officer');
  taken(await unlockStation(desk, { officerId: officer?.id ?? '', secret: { passphrase } }));
}

/** A store whose head's copy is ahead of it: the profile folder was replaced by an older one. */
function rolledBack(store: RegisterStore): RegisterStore {
  let replaced = false;
  return {
    ...store,
    state: () => (replaced ? store.state() : Promise.resolve({ type: 'present', head: 'rollback' })),
    replaceAll: (puts) => {
      replaced = true;
      return store.replaceAll(puts);
    },
  };
}

describe('restoring a register backup', () => {
  it('into an empty browser gives the same records, a higher epoch and a greater CRL number', async () => {
    const { backup, words, crl, entry } = await backedUp();
    const other = anOffice(memoryStore(), '2026-11-23T05:00:00Z');
    const station = taken(
      await restoreRegister(other.desk, {
        opened: await openedIn(other, backup, words),
      }),
    );
    expect(station.epoch).toBe(2);
    expect((await (await other.desk.store.read()).get('entry', entry.id))?.fingerprintSha256Hex).toBe(
      entry.fingerprintSha256Hex,
    );
    expect(other.desk.custody.isUnlocked()).toBe(false);
    await unlock(other);
    const next = taken(await signCrl(other.desk));
    expect(BigInt(next.crlNumber) > BigInt(crl.crlNumber)).toBe(true);
    expect(BigInt(next.crlNumber) >> 24n).toBe(2n);
    expect((await issued(other)).id.slice(0, 2)).toBe('02');
    expect((await verifyLog(other.desk)).faults).toEqual([]);
  });

  it('opens with an officer’s passphrase when the key backup lies beside it', async () => {
    const { office, backup } = await backedUp();
    const keyBackup = taken(await makeKeyBackup(office.desk));
    const other = anOffice();
    const secret = { passphrase, keyBackup };
    expect(taken(await openRegisterBackup(other.desk, { backup, secret })).entries).toBe(1);
    const wrong = { passphrase: 'басқа сөздер', keyBackup };
    expect(await openRegisterBackup(other.desk, { backup, secret: wrong })).toMatchObject({
      error: { type: 'DamagedOrWrongKey' },
    });
  });

  it('[F11] never replaces a healthy register, and a rolled-back one only when that is confirmed', async () => {
    const { office, backup, words } = await backedUp();
    const opened = await openedIn(office, backup, words);
    const command = { opened, replaceConfirmed: true };
    expect(await restoreRegister(office.desk, command)).toEqual({
      ok: false,
      error: { type: 'RegisterNotEmpty' },
    });
    expect(office.desk.custody.isUnlocked()).toBe(true);
    const older = { ...office.desk, store: rolledBack(office.desk.store) };
    expect(await restoreRegister(older, { ...command, replaceConfirmed: false })).toEqual({
      ok: false,
      error: { type: 'NotConfirmed' },
    });
    expect(taken(await restoreRegister(older, command)).epoch).toBe(2);
    expect((await verifyLog(older)).faults).toEqual([]);
  });

  it('a rolled-back register takes no act, so that its rollback stays to be seen', async () => {
    const office = anOffice();
    await setUp(office);
    const older = { ...office.desk, store: rolledBack(office.desk.store) };
    const act = await transact(older, () =>
      Promise.resolve(ok({ acts: [{ act: 'log-verified' as const, subjects: [] }], answer: null })),
    );
    expect(act).toEqual({ ok: false, error: { type: 'RegisterRolledBack' } });
  });

  it('[F09] of another station into a rolled-back register is refused', async () => {
    const { backup, words } = await backedUp();
    const other = anOffice();
    await setUp(other);
    const older = { ...other.desk, store: rolledBack(other.desk.store) };
    const opened = await openedIn(other, backup, words);
    expect(await restoreRegister(older, { opened, replaceConfirmed: true })).toMatchObject({
      error: { type: 'BackupOfOtherStation' },
    });
  });

  it('asks whether the date is right when the backup is over 60 days old', async () => {
    const { backup, words } = await backedUp();
    const other = anOffice(memoryStore(), '2027-03-01T05:00:00Z');
    const command = { opened: await openedIn(other, backup, words) };
    expect(await restoreRegister(other.desk, command)).toMatchObject({ error: { type: 'ClockAhead' } });
    expect((await other.desk.store.state()).type).toBe('empty');
    expect((await restoreRegister(other.desk, { ...command, clockConfirmed: true })).ok).toBe(true);
  });

  it('counts the epoch of a newer CRL that the authority signed, and of no other', async () => {
    const { office, backup, words } = await backedUp();
    const stranger = await backedUp();
    const strangeFile = await (await stranger.office.desk.store.read()).get('crlFile', stranger.crl.id);
    const newer = taken(await signCrl(office.desk));
    const file = (await (await office.desk.store.read()).get('crlFile', newer.id))?.octets;
    const other = anOffice();
    const opened = await openedIn(other, backup, words);
    const read = taken(await readNewerFile(other.desk, { opened, file: file ?? new Uint8Array() }));
    expect(read).toMatchObject({ crlNumber: newer.crlNumber, epoch: 1, unknownRevocations: [] });
    const bent = file?.map((octet, i) => (i === file.length - 1 ? octet ^ 1 : octet));
    expect(await readNewerFile(other.desk, { opened, file: bent ?? new Uint8Array() })).toMatchObject({
      ok: false,
    });
    // Same name, another key: the signature alone tells them apart.
    expect(
      await readNewerFile(other.desk, { opened, file: strangeFile?.octets ?? new Uint8Array() }),
    ).toEqual({ ok: false, error: { type: 'CrlSignatureInvalid' } });
    expect(await readNewerFile(other.desk, { opened, file: backup })).toMatchObject({ ok: false });
    const partial = await signedAnew(office.desk, file ?? new Uint8Array(), ofSubscribersOnly);
    expect(await readNewerFile(other.desk, { opened, file: partial })).toMatchObject({
      ok: false,
      error: { type: 'CrlRefused', rule: 'Partial' },
    });
  });
});

describe('a register backup that was tampered with', () => {
  it.each([
    ['a record', 'entry.jsonl', 'BackupFileChanged'],
    ['the log', 'audit.jsonl', 'BackupFileChanged'],
    ['the manifest', 'manifest.json', 'ManifestSignatureInvalid'],
  ] as const)('is refused when %s was changed', async (_, name, refusal) => {
    const { office, backup, words } = await backedUp();
    const station = await (await office.desk.store.read()).get('station', 'station');
    const recipient = station?.recoveryRecipient ?? '';
    const opened = await office.desk.custody.decryptBackup({ backup, secret: { words } });
    const files = new Map(taken(unzipFiles(taken(opened).octets, 1e9)));
    const text = new TextDecoder().decode(files.get(name));
    files.set(name, new TextEncoder().encode(text.replace('2026', '2025')));
    const bent = await encryptToRecipients(zipFiles(files), [recipient]);
    expect(await openRegisterBackup(office.desk, { backup: bent, secret: { words } })).toMatchObject({
      ok: false,
      error: { type: refusal },
    });
  });

  it('is refused when it is no backup, or does not open', async () => {
    const { office, backup, words } = await backedUp();
    const cut = backup.subarray(0, backup.length - 20);
    expect(await openRegisterBackup(office.desk, { backup: cut, secret: { words } })).toMatchObject({
      error: { type: 'DamagedOrWrongKey' },
    });
    const mistyped = words.map((word, i) => (i === 4 ? (words[5] ?? '') : word));
    expect(await openRegisterBackup(office.desk, { backup, secret: { words: mistyped } })).toMatchObject({
      error: { type: 'RecoveryWordWrong', position: 5 },
    });
  });
});

describe('the store under the register', () => {
  it('[E06] a register that was cleared is a loss and no first run, and a backup restores it', async () => {
    const { backup, words } = await backedUp();
    const name = 'restore-missing';
    const store = await indexedDbStore({ name });
    const first = anOffice(store, '2026-11-23T05:00:00Z');
    taken(
      await restoreRegister(first.desk, {
        opened: await openedIn(first, backup, words),
      }),
    );
    store.close();
    await new Promise((resolve, reject) => {
      const deletion = indexedDB.deleteDatabase(name);
      deletion.onsuccess = resolve;
      deletion.onerror = reject;
    });
    const again = anOffice(await indexedDbStore({ name }), '2026-11-23T06:00:00Z');
    const start = taken(await startStation(again.desk));
    expect(start).toMatchObject({
      type: 'register-missing',
      lastKnown: { seq: expect.any(Number) as number },
    });
    await expect(setUp(again)).rejects.toThrow('EarlierStationFound');
    const opened: OpenedBackup = await openedIn(again, backup, words);
    taken(await restoreRegister(again.desk, { opened }));
    expect(taken(await startStation(again.desk)).type).toBe('ready');
  });

  it('[E14] a migration that breaks off leaves the old version whole, and can be done again', async () => {
    const name = 'migration';
    const store = await indexedDbStore({ name });
    const office = anOffice(store);
    await setUp(office);
    const before = await verifyLog(office.desk);
    store.close();
    const broken: typeof migrations = [
      ...migrations,
      (database) => {
        database.deleteObjectStore('entry');
        throw new Error('power cut');
      },
    ];
    await expect(indexedDbStore({ name, migrationSteps: broken })).rejects.toThrow();
    const old = await indexedDbStore({ name });
    expect(await verifyLog({ ...office.desk, store: old })).toEqual(before);
    old.close();
    const sound: typeof migrations = [...migrations, () => undefined];
    const next = await indexedDbStore({ name, migrationSteps: sound });
    expect(await verifyLog({ ...office.desk, store: next })).toEqual(before);
    next.close();
  });

  it('[G04] a newer version in another tab is not held up: this one closes its register and says so', async () => {
    const name = 'outdated';
    let told = 0;
    const old = await indexedDbStore({
      name,
      onOutdated: () => {
        told += 1;
      },
    });
    const next = await indexedDbStore({ name, migrationSteps: [...migrations, () => undefined] });
    expect(told).toBe(1);
    await expect(old.read()).rejects.toThrow();
    expect((await next.read()).version).toBe(0);
    next.close();
  }, 5_000);
});
