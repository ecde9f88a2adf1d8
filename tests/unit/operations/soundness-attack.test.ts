import { describe, expect, it } from 'vitest';
import { type RegisterContent, memoryStore } from '#adapters/memory/memory-store.ts';
import { openedByRecoveryWords } from '#domain/audit/signature-duty.ts';
import { recordDigest } from '#domain/audit/record-digest.ts';
import { bytesToBase64 } from '#domain/base/bytes.ts';
import { openRegisterBackup } from '#operations/backup/open-register-backup.ts';
import { makeRegisterBackup } from '#operations/backup/register-backup.ts';
import { restoreRegister } from '#operations/backup/restore-register.ts';
import { signCrl } from '#operations/crl/sign-crl.ts';
import { registerFaults, requireSound } from '#operations/soundness.ts';
import { verifyRegister } from '#operations/audit/verify-register.ts';
import { startStation } from '#operations/station/start.ts';
import { confirmClock, unlockStation } from '#operations/station/unlock.ts';
import type { Desk } from '#ports/desk.ts';
import type { RegisterStore } from '#ports/register-store.ts';
import { revoke } from '#tests/support/archive-at-work.ts';
import { contentOf } from '#tests/support/busy-offices.ts';
import { type Fields, appended, changed, changedRow } from '#tests/support/changed-content.ts';
import { anOffice, approvedOf, issued, passphrase, setUp, taken } from '#tests/support/office-at-work.ts';

const mostReadings = 3000;
const prepared = prepare();

async function prepare() {
  const office = anOffice();
  const words = await setUp(office);
  await issued(office);
  const revoked = await issued(office);
  office.pass(60);
  const before = await contentOf(office.desk.store);
  await revoke(office, revoked);
  const approved = await approvedOf(office);
  taken(await signCrl(office.desk));
  const officerId = office.desk.custody.officerId() ?? '';
  const content = await contentOf(office.desk.store);
  return { desk: office.desk, words, approved, before, officerId, content };
}

/** Started over that content; a reading that goes on for ever fails. */
function deskOver(desk: Desk, content: RegisterContent): Desk {
  const inner = memoryStore(content);
  let readings = 0;
  const counted = () => {
    readings += 1;
    if (readings > mostReadings) throw new Error('a reading without end');
  };
  const store: RegisterStore = {
    ...inner,
    read: async () => {
      counted();
      const snapshot = await inner.read();
      return {
        ...snapshot,
        rows: (collection, query) => {
          counted();
          return snapshot.rows(collection, query);
        },
      };
    },
  };
  return {
    ...desk,
    store,
    verifyRegister: () => verifyRegister({ ...desk, store }),
  };
}

async function isRefused(content: RegisterContent, outgoing: 'certificate' | 'crl' = 'certificate') {
  const { desk } = await prepared;
  return !(await requireSound(deskOver(desk, content), outgoing)).ok;
}

describe('a register that a stranger wrote into', () => {
  it('is read to its end where a row lies under the empty key', async () => {
    const { content } = await prepared;
    const row = { record: { id: '' }, keys: {} };
    expect(await isRefused(changed(content, (tables) => tables.set('leaving', new Map([['', row]]))))).toBe(
      true,
    );
  });

  it('is refused once, and not verified for ever, where the hash of its head equals nothing', async () => {
    const { content } = await prepared;
    const { head } = content;
    const none: unknown = head === null ? null : { ...head, hash: Number.NaN };
    expect(await isRefused({ ...content, head: none as RegisterContent['head'] })).toBe(true);
  });

  it('is refused where a small row unfolds without end', async () => {
    const { content } = await prepared;
    let parts: unknown[] = ['a'];
    // 2 to the 60th values, were they all read.
    for (let i = 0; i < 60; i++) parts = [parts, parts];
    const { desk } = await prepared;
    expect(() => recordDigest({ parts }, desk.sha256)).toThrow(RangeError);
    expect(content.head).not.toBeNull();
  });

  it.each([
    [
      'octets as an object of their text',
      'crlChunk',
      ({ octets }: Fields) => ({
        octets: { base64: bytesToBase64(octets as Uint8Array) },
      }),
    ],
    ['a gap in a list', 'station', () => ({ chainDer: new Array(1) })],
  ])('is refused for what has the digest of something else: %s', async (_, collection, change) => {
    const { content } = await prepared;
    expect(await isRefused(changedRow(content, collection, 0, change), 'crl')).toBe(true);
  });

  it.each(['subjects', 'writes'])(
    'is refused, and throws nothing, for a record with gaps in its %s',
    async (name) => {
      const { content } = await prepared;
      expect(await isRefused(changedRow(content, 'audit', -1, () => ({ [name]: new Array(2) })))).toBe(true);
    },
  );

  it('gives no CRL where the end of the log was made unreadable and the rest set back', async () => {
    const { content, before } = await prepared;
    const spoiled = changed(before, (tables) => {
      const log = tables.get('audit');
      for (const [key, row] of content.tables.get('audit') ?? [])
        if (log?.has(key) === false) log.set(key, { ...row, record: { ...row.record, time: 7 } });
    });
    expect(await isRefused(spoiled, 'crl')).toBe(true);
  });

  it('is refused where intents were taken away in the name of the station', async () => {
    const { content, desk } = await prepared;
    const ids = [...(content.tables.get('intent')?.keys() ?? [])];
    const writes = ids.map((id) => ({
      collection: 'intent',
      id,
      digest: null,
    }));
    const without = changed(content, (tables) => tables.delete('intent'));
    const act = {
      officer: 'station',
      act: 'intent-abandoned',
      subjects: ['x', '1'],
      writes,
    } as const;
    expect(await isRefused(appended(without, desk, [act]), 'crl')).toBe(true);
  });

  it('starts where the confirmed time in this browser is none', async () => {
    const { content, desk } = await prepared;
    const row = { record: { id: 'clock-confirmed', value: 7 }, keys: {} };
    const spoiled = changed(content, (tables) => tables.set('device', new Map([['clock-confirmed', row]])));
    expect((await startStation(deskOver(desk, spoiled))).ok).toBe(true);
  });

  it('has a backup that opens, whatever lies among the drafts', async () => {
    const { content, desk, words } = await prepared;
    const spoiled = changed(content, (tables) =>
      tables.set('draft', new Map([['x', { record: null, keys: {} }]])),
    );
    const backup = taken(await makeRegisterBackup(deskOver(desk, spoiled)));
    expect((await openRegisterBackup(desk, { backup, secret: { words } })).ok).toBe(true);
  });
});

describe('an act in the name of a station whose secrets vouch for its key', () => {
  const digestOf = ({ sha256 }: Desk, record: object) => recordDigest(record, sha256);

  it('is refused in a session by the recovery words that nobody opened', async () => {
    const { content, desk, officerId } = await prepared;
    const entry = [...(content.tables.get('entry') ?? [])][0]?.[1].record as Fields;
    const record = { ...entry, notAfter: '2099-01-01T00:00:00Z' };
    const write = { collection: 'entry', id: String(entry['id']), digest: digestOf(desk, record) };
    const forged = appended(
      changedRow(content, 'entry', 0, () => record),
      desk,
      [
        {
          officer: officerId,
          act: 'station-opened',
          subjects: [officerId, openedByRecoveryWords],
          writes: [],
        },
        { officer: officerId, act: 'paper-placed', subjects: [write.id], writes: [write] },
      ],
    );
    for (const outgoing of ['certificate', 'crl'] as const)
      expect(await isRefused(forged, outgoing), outgoing).toBe(true);
    // An officer's next signature makes nothing of it lawful.
    const started = deskOver(desk, forged);
    const found = await registerFaults(started);
    expect(found).toContainEqual({ type: 'SignatureMissing', seq: forged.head?.seq });
  });

  it.each([
    ['another recovery recipient', { recoveryRecipient: 'age1stranger' }],
    ['other addresses', { addresses: { crl: 'http://x.kz/n.crl' } }],
    ['a higher epoch alone', { epoch: 2 }],
    ['nothing but an undone step of its set-up', { setUp: { keyMadeAt: '2026-11-23T04:00:00Z' } }],
  ])('is refused as a raised epoch with %s', async (_, change) => {
    const { content, desk } = await prepared;
    const station = [...(content.tables.get('station') ?? [])][0]?.[1].record as Fields;
    const record = { ...station, ...change };
    const write = { collection: 'station', id: 'station', digest: digestOf(desk, record) };
    const forged = appended(
      changedRow(content, 'station', 0, () => record),
      desk,
      [
        { officer: 'station', act: 'register-restored', subjects: ['x'], writes: [] },
        { officer: 'station', act: 'epoch-raised', subjects: ['2'], writes: [write] },
      ],
    );
    expect(await isRefused(forged, 'crl')).toBe(true);
  });
});

describe('an office that did nothing wrong', () => {
  it('goes on signing, in the same tab, after the recovery words and after an officer’s own passphrase', async () => {
    const { desk, content, words, officerId } = await prepared;
    const again = deskOver(desk, content);
    again.custody.lock();
    taken(await unlockStation(again, { officerId, secret: { words } }));
    expect((await requireSound(again, 'crl')).ok).toBe(true);
    again.custody.lock();
    taken(await unlockStation(again, { officerId, secret: { passphrase } }));
    expect((await signCrl(again)).ok).toBe(true);
  });

  it('is not said to be touched because it worked while its register was verified', async () => {
    const { desk, content } = await prepared;
    const inner = memoryStore(content);
    let acts = 5;
    // Each call sees what is there by then, as in IndexedDB.
    const store: RegisterStore = {
      ...inner,
      read: async () => ({
        ...(await inner.read()),
        rows: async (collection, query) => {
          if (collection === 'application' && query.after === undefined && acts > 0) {
            acts -= 1;
            taken(await confirmClock({ ...desk, store }));
          }
          return (await inner.read()).rows(collection, query);
        },
      }),
    };
    expect(
      await registerFaults({
        ...desk,
        store,
        verifyRegister: () => verifyRegister({ ...desk, store }),
      }),
    ).toEqual([]);
  });
});

describe('what is left where no other way leads on', () => {
  it('a CRL is signed after an unlock by the recovery words, which may be all that is left', async () => {
    const { desk, content, words, officerId } = await prepared;
    const started = deskOver(desk, content);
    started.custody.lock();
    taken(await unlockStation(started, { officerId, secret: { words } }));
    expect((await signCrl(started)).ok).toBe(true);
  });

  it('a register that was touched can be restored, as its refusal says', async () => {
    const { desk, content, words, officerId } = await prepared;
    const sound = deskOver(desk, content);
    sound.custody.lock();
    taken(await unlockStation(sound, { officerId, secret: { passphrase } }));
    const backup = taken(await makeRegisterBackup(sound));
    const opened = taken(await openRegisterBackup(desk, { backup, secret: { words } }));
    const touched = deskOver(
      desk,
      changedRow(content, 'entry', 0, () => ({
        notAfter: '2036-01-01T00:00:00Z',
      })),
    );
    const restored = await restoreRegister(touched, {
      opened,
      replaceConfirmed: true,
    });
    expect(restored).toMatchObject({ ok: true });
  });

  it('a head whose time is none stops the start with a refusal', async () => {
    const { desk, content } = await prepared;
    const spoiled: unknown = { ...content.head, time: 7 };
    const started = deskOver(desk, {
      ...content,
      head: spoiled as RegisterContent['head'],
    });
    await expect(startStation(started)).resolves.toBeDefined();
  });

  it('a member beside those of an audit record is refused before a backup throws for it', async () => {
    const { desk, content } = await prepared;
    const started = deskOver(
      desk,
      changedRow(content, 'audit', -1, () => ({ more: 5n })),
    );
    expect(await requireSound(started, 'backup')).toMatchObject({
      ok: false,
      error: { type: 'RegisterTouched' },
    });
  });
});
