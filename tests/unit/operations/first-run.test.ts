import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { beforeAll, describe, expect, it } from 'vitest';
import { indexedDbStore } from '#adapters/indexeddb/indexeddb-store.ts';
import type { HeadSchema, RegisterSchema } from '#adapters/indexeddb/schema.ts';
import { memoryStore } from '#adapters/memory/memory-store.ts';
import { verifyLog } from '#operations/audit/verify-log.ts';
import { openRegisterBackup } from '#operations/backup/open-register-backup.ts';
import { makeRegisterBackup } from '#operations/backup/register-backup.ts';
import { restoreRegister } from '#operations/backup/restore-register.ts';
import { signCrl } from '#operations/crl/sign-crl.ts';
import { makeStation } from '#operations/station/make-station.ts';
import { startStation } from '#operations/station/start.ts';
import { backedUpNames } from '#domain/exchange/collections.ts';
import type { RegisterStore } from '#ports/register-store.ts';
import { anOffice, issued, passphrase, setUp, taken } from '#tests/support/office-at-work.ts';
import { type TamperedRegister, changeRecord, copyOfRegister } from '#tests/support/tampered-register.ts';

const name = 'first-run';
let backup: Uint8Array;
let words: readonly string[];

beforeAll(async () => {
  const office = anOffice(await indexedDbStore({ name }));
  words = await setUp(office);
  taken(await signCrl(office.desk));
  office.pass(60);
  await issued(office);
  backup = taken(await makeRegisterBackup(office.desk));
  office.desk.store.close();
});

const command = {
  kind: 'N',
  demonstration: false,
  authority: { organisation: 'О', commonName: 'Н', region: 'Астана', email: 'ca@example.kz' },
  addresses: { crl: 'http://crl.example.kz/n.crl' },
  suite: 'ecdsa-p256',
  authorityValidityYears: 10,
  officer: { name: 'А', position: 'Б' },
  passphrase,
  wordScript: 'cyrillic',
} as const;

/** A copy of the register after that was done to it, past the program. */
async function after(tamper: (register: TamperedRegister) => Promise<void>): Promise<RegisterStore> {
  const copy = await copyOfRegister(name);
  const register = {
    database: await openDB<RegisterSchema>(copy),
    heads: await openDB<HeadSchema>(`${copy}-head`),
  };
  await tamper(register);
  register.database.close();
  register.heads.close();
  return indexedDbStore({ name: copy });
}

/** Everything gone but what is named. */
async function only(register: TamperedRegister, ...kept: readonly string[]): Promise<void> {
  for (const collection of [...backedUpNames, 'meta'] as const)
    if (!kept.includes(collection)) await register.database.clear(collection);
  for (const store of ['head', 'vault'] as const)
    if (!kept.includes(`${store}-copy`)) await register.heads.clear(store);
}

async function vaultOf(store: RegisterStore) {
  return { first: await (await store.read()).list('vaultFile'), second: await store.vaultCopy() };
}

describe('[J05] the set-up, where anything speaks of an earlier station', () => {
  it.each([
    ['its record alone was deleted', (r) => r.database.clear('station'), ['keys', 'log', 'records']],
    ['files of the vault are left', (r) => only(r, 'vaultFile'), ['keys']],
    ['the vault’s copy is left', (r) => only(r, 'vault-copy'), ['keys']],
    ['an officer is left', (r) => only(r, 'officer'), ['keys']],
    ['the log is left', (r) => only(r, 'audit'), ['log']],
    ['the head is left', (r) => only(r, 'meta'), ['log']],
    ['one certificate is left', (r) => only(r, 'certificate'), ['records']],
    ['a CRL’s file is left', (r) => only(r, 'crlFile'), ['records']],
  ] as readonly (readonly [string, (register: TamperedRegister) => Promise<void>, readonly string[]])[])(
    'is never offered and makes nothing when %s',
    async (_, tamper, found) => {
      const store = await after(tamper);
      const { desk } = anOffice(store, '2026-11-23T05:00:00Z');
      const before = await vaultOf(store);
      expect(taken(await startStation(desk))).toEqual({ type: 'register-damaged', found });
      expect(await makeStation(desk, command)).toEqual({ ok: false, error: { type: 'EarlierStationFound' } });
      expect(await vaultOf(store)).toEqual(before);
      expect(await (await store.read()).count('station')).toBe(0);
      store.close();
    },
  );

  it('makes nothing when the head’s copy alone is left', async () => {
    const store = await after((register) => only(register, 'head-copy'));
    const { desk } = anOffice(store);
    expect(taken(await startStation(desk)).type).toBe('register-missing');
    expect((await makeStation(desk, command)).ok).toBe(false);
    store.close();
  });

  it.each([
    ['its words', 'recoveryReadBackAt'],
    ['everything', undefined],
  ] as const)('is not begun again where the station’s record forgot %s of its set-up', async (_, member) => {
    const store = await after((register) =>
      changeRecord(register, 'station', 'station', (record) => {
        const facts = Object.entries(record['setUp'] as object).filter(([fact]) => fact !== member);
        const kept = member === undefined ? facts.filter(([fact]) => fact === 'keyMadeAt') : facts;
        return { ...record, authorityCertificateDer: undefined, setUp: Object.fromEntries(kept) };
      }),
    );
    const { desk } = anOffice(store, '2026-11-23T05:00:00Z');
    const before = await vaultOf(store);
    expect(taken(await startStation(desk)).type).toBe('register-damaged');
    expect(await makeStation(desk, command)).toEqual({ ok: false, error: { type: 'StationExists' } });
    expect(await vaultOf(store)).toEqual(before);
    store.close();
  });

  it('is offered where nothing was, and a form half filled in is nothing', async () => {
    const store = await after((register) => only(register));
    const draft = { id: 'set-up', kind: 'set-up', updatedAt: '2026-11-23T05:00:00Z', fields: {} };
    await store.putDraft(draft);
    const { desk } = anOffice(store);
    expect(taken(await startStation(desk))).toEqual({ type: 'first-run' });
    taken(await makeStation(desk, command));
    store.close();
  });
});

describe('a set-up broken off before its words were read back', () => {
  it('goes on at the next start, is begun again, and keeps every file of the first vault', async () => {
    const { desk } = anOffice(memoryStore());
    taken(await makeStation(desk, command));
    const first = await (await desk.store.read()).list('vaultFile');
    desk.custody.lock();
    expect(taken(await startStation(desk)).type).toBe('ready');
    taken(await makeStation(desk, command));
    const second = await (await desk.store.read()).list('vaultFile');
    expect(second).toHaveLength(2 * first.length);
    for (const { ageFile } of first) expect(second.map((file) => file.ageFile)).toContainEqual(ageFile);
    taken(await makeStation(desk, command));
    expect(await (await desk.store.read()).count('vaultFile')).toBe(3 * first.length);
  });
});

describe('a register without its station’s record', () => {
  it('is restored from its own backup, once that is confirmed, with a higher epoch', async () => {
    const store = await after((register) => register.database.clear('station'));
    const { desk } = anOffice(store, '2026-11-23T05:00:00Z');
    const opened = taken(await openRegisterBackup(desk, { backup, secret: { words } }));
    const restoring = { opened };
    expect(await restoreRegister(desk, restoring)).toEqual({ ok: false, error: { type: 'NotConfirmed' } });
    expect(taken(await restoreRegister(desk, { ...restoring, replaceConfirmed: true })).epoch).toBe(2);
    expect(taken(await startStation(desk)).type).toBe('ready');
    expect((await verifyLog(desk)).faults).toEqual([]);
    store.close();
  });

  it('is not replaced by the backup of another station', async () => {
    const other = anOffice();
    const otherWords = await setUp(other);
    const foreign = taken(await makeRegisterBackup(other.desk));
    const store = await after((register) => register.database.clear('station'));
    const { desk } = anOffice(store, '2026-11-23T05:00:00Z');
    const secret = { words: otherWords };
    const opened = taken(await openRegisterBackup(desk, { backup: foreign, secret }));
    const restoring = { opened, replaceConfirmed: true };
    expect(await restoreRegister(desk, restoring)).toEqual({
      ok: false,
      error: { type: 'BackupOfOtherStation' },
    });
    store.close();
  });
});
