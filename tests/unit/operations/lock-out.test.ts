/** One row that a stranger wrote must not shut the office out: a start tells what is wrong, and a backup can be restored. */
import { describe, expect, it } from 'vitest';
import { type RegisterContent, memoryStore } from '#adapters/memory/memory-store.ts';
import { recordDigest } from '#domain/audit/record-digest.ts';
import { verifyRegister } from '#operations/audit/verify-register.ts';
import { openRegisterBackup } from '#operations/backup/open-register-backup.ts';
import { makeRegisterBackup } from '#operations/backup/register-backup.ts';
import { restoreRegister } from '#operations/backup/restore-register.ts';
import { signCrl } from '#operations/crl/sign-crl.ts';
import { registerFaults } from '#operations/soundness.ts';
import { startStation } from '#operations/station/start.ts';
import { unlockStation } from '#operations/station/unlock.ts';
import type { Desk } from '#ports/desk.ts';
import { contentOf } from '#tests/support/busy-offices.ts';
import { appended, changed, changedRow } from '#tests/support/changed-content.ts';
import { anOffice, issued, passphrase, setUp, taken } from '#tests/support/office-at-work.ts';

const prepared = prepare();

async function prepare() {
  const office = anOffice();
  const { desk } = office;
  const words = await setUp(office);
  await issued(office);
  taken(await signCrl(desk));
  const backup = taken(await makeRegisterBackup(desk));
  const content = await contentOf(desk.store);
  desk.custody.lock();
  return { desk, words, backup, content };
}

function deskOver(desk: Desk, content: RegisterContent): Desk {
  const store = memoryStore(content);
  return { ...desk, store, verifyRegister: (at) => verifyRegister({ ...desk, store: at }) };
}

async function restoredOver(content: RegisterContent) {
  const { desk, words, backup } = await prepared;
  const over = deskOver(desk, content);
  const opened = taken(await openRegisterBackup(desk, { backup, secret: { words } }));
  return { desk: over, restored: await restoreRegister(over, { opened, replaceConfirmed: true }) };
}

/** A register that does not verify, so that it may be replaced. */
function touched(content: RegisterContent): RegisterContent {
  return changedRow(content, 'entry', 0, () => ({ notAfter: '2036-01-01T00:00:00Z' }));
}

describe('[J07] the epoch of a register that is replaced', () => {
  it.each([127, 126, 5])('is not what its row says: %s', async (epoch) => {
    const { content } = await prepared;
    const { restored } = await restoredOver(changedRow(content, 'station', 0, () => ({ epoch })));
    expect(restored).toMatchObject({ ok: true, value: { epoch: 2 } });
  });

  it.each([undefined, 'AA=='])(
    'is not what a line says that the station did not sign: %s',
    async (signature) => {
      const { desk, content } = await prepared;
      const act = { officer: 'station', act: 'epoch-raised', subjects: ['127'], writes: [] } as const;
      const raised = changedRow(appended(touched(content), desk, [act]), 'audit', -1, () => ({ signature }));
      expect((await restoredOver(raised)).restored).toMatchObject({ ok: true, value: { epoch: 2 } });
    },
  );

  it.each([
    [
      'its statement, where the row is edited',
      (t: RegisterContent) => changedRow(t, 'station', 0, () => ({ epoch: 1 })),
    ],
    [
      'its log, where the row is gone',
      (t: RegisterContent) => changed(t, (tables) => tables.delete('station')),
    ],
    ['either, where its head is gone', (t: RegisterContent) => ({ ...t, head: null })],
  ])('is said by %s', async (_, spoil) => {
    const { content } = await prepared;
    const first = await restoredOver(touched(content));
    taken(first.restored);
    const lived = spoil(touched(await contentOf(first.desk.store)));
    expect((await restoredOver(lived)).restored).toMatchObject({ ok: true, value: { epoch: 3 } });
  });
});

describe('[J05] a register of which the station’s row', () => {
  it('says another station, while the log says this one, is replaced', async () => {
    const { content } = await prepared;
    const foreign = changedRow(content, 'station', 0, () => ({ stationId: 'another' }));
    expect((await restoredOver(foreign)).restored).toMatchObject({ ok: true });
  });

  it('is another station’s, as its log is, is left to that one', async () => {
    const other = anOffice();
    await setUp(other);
    const content = changedRow(await contentOf(other.desk.store), 'station', 0, () => ({
      suite: 'rsa-3072',
    }));
    expect((await restoredOver(content)).restored).toEqual({
      ok: false,
      error: { type: 'BackupOfOtherStation' },
    });
  });

  it.each([
    ['has no member', { id: 'station' }],
    ['has no steps of a set-up', { id: 'station', setUp: null }],
    ['is a number', 5],
    ['is nothing', null],
  ])('%s is told as damaged at each start, and restored', async (_, record) => {
    const { desk, content } = await prepared;
    const spoiled = changed(content, (tables) =>
      tables.set('station', new Map([['station', { record, keys: {} }]])),
    );
    for (const reach of ['first', 'thorough'] as const)
      expect(await startStation(deskOver(desk, spoiled), reach)).toMatchObject({
        ok: true,
        value: { type: 'register-damaged' },
      });
    expect((await restoredOver(spoiled)).restored).toMatchObject({ ok: true });
  });
});

describe('[E04] an intent that a stranger put, as the station gives one up', () => {
  it.each([
    ['no number', 'x', undefined],
    ['a number that is none', 'x', 5],
    ['a number that no line of the log holds', 'x', '1'.repeat(70_000)],
    ['an id that no line of the log holds', 'x'.repeat(70_000), '1'],
    ['others that are no list', 'x', '1', 'x'],
    ['others that are none', 'x', '1', [5, null, {}]],
    ['others whose number no line of the log holds', 'x', '1', [{ number: '1'.repeat(70_000) }]],
    [
      'more others than a line of the log holds',
      'x',
      '1',
      Array.from({ length: 5_000 }, () => ({ number: '01' })),
    ],
  ])('with %s stops no start, and no list', async (_, id, number, others?: unknown) => {
    const { desk, content } = await prepared;
    const record = { id, salt: '00', what: 'crl', number, others, outcome: 'open' };
    const put = changed(content, (tables) =>
      tables.get('intent')?.set(id, { record, keys: { outcome: 'open' } }),
    );
    const write = { collection: 'intent', id, digest: recordDigest(record, desk.sha256) };
    const forged = appended(put, desk, [
      { officer: 'station', act: 'intent-abandoned', subjects: [id, '1'], writes: [write] },
    ]);
    const started = deskOver(desk, forged);
    expect(await startStation(started)).toMatchObject({ ok: true, value: { type: 'ready' } });
    expect(await registerFaults(started)).toEqual([]);
  });
});

describe('[J10] a second copy of the vault that holds no files at all', () => {
  it.each([[null], [5], ['x'], [{ holder: 'station', of: '1' }]])(
    'but %j keeps no officer out',
    async (row) => {
      const { desk, content } = await prepared;
      const vault: readonly unknown[] = [row, ...content.vault.map((file) => ({ ...file, ageFile: 'none' }))];
      const spoiled = deskOver(desk, { ...content, vault: vault as RegisterContent['vault'] });
      const [officer] = await (await spoiled.store.read()).list('officer');
      const opened = taken(
        await unlockStation(spoiled, { officerId: officer?.id ?? '', secret: { passphrase } }),
      );
      expect(opened.damaged).toContain('station:1');
      expect(await spoiled.store.vaultCopy()).toEqual(await (await spoiled.store.read()).list('vaultFile'));
      expect(await registerFaults(spoiled)).toEqual([]);
      spoiled.custody.lock();
    },
  );
});
