import { describe, expect, it } from 'vitest';
import { sha256 } from '#adapters/digest/digest.ts';
import { memoryStore } from '#adapters/memory/memory-store.ts';
import type { AuditRecord } from '#domain/audit/audit-record.ts';
import { chainActs } from '#domain/audit/chain.ts';
import type { Instant } from '#domain/base/instant.ts';
import { bytesToBase64 } from '#domain/base/bytes.ts';
import { encodeUtf8 } from '#domain/base/utf8.ts';
import { JournalKeeper, reserveOctets } from '#operations/commit-journal/journal-keeper.ts';
import { openLog } from '#operations/commit-journal/journal-log.ts';
import type { Change, Put, RegisterStore } from '#ports/register-store.ts';
import { type Disk, aDisk, filesOf } from '#tests/support/journal-in-memory.ts';

const time = '2026-11-23T06:00:00Z' as Instant;

/** As much of a station's record as the journal looks at; the rest is whatever it is. */
const station = { id: 'station', stationId: 'ab', epoch: 1 } as unknown as Put['record'];

function changeOf(
  store: { readonly head: AuditRecord | null },
  puts: readonly Put[],
  removals: Change['removals'] = [],
): Change {
  const writes = [
    ...removals.map(({ collection, id }) => ({ collection, id, digest: null })),
    ...puts.map(({ collection, record }) => ({ collection, id: record.id, digest: '00' })),
  ];
  const audit = chainActs(
    store.head,
    time,
    [{ act: 'settings-changed', officer: 'o1', subjects: [], writes }],
    sha256,
  );
  return { puts, removals, audit };
}

function exported(id: string): Put {
  const record = {
    id,
    salt: 'aa',
    kind: 'log',
    fileName: id,
    octets: 1,
    sha256Hex: '',
    at: time,
    officer: 'o1',
    readBack: true,
  };
  return {
    collection: 'exportedFile',
    record: record as Extract<Put, { collection: 'exportedFile' }>['record'],
  };
}

interface Kept {
  readonly disk: Disk;
  readonly store: RegisterStore;
  readonly keeper: JournalKeeper;
  /** A commit to the register, and what the journal says to it. */
  readonly commit: (puts: readonly Put[], removals?: Change['removals']) => Promise<string>;
  /** A commit that the journal does not hear of. */
  readonly commitAlone: (puts: readonly Put[], removals?: Change['removals']) => Promise<Change>;
}

async function kept(disk = aDisk()): Promise<Kept> {
  const store = memoryStore();
  const keeper = new JournalKeeper({ files: filesOf(disk), store, sha256 });
  let head: AuditRecord | null = null;
  const commitAlone: Kept['commitAlone'] = async (puts, removals) => {
    const change = changeOf({ head }, puts, removals);
    head = change.audit.at(-1) ?? head;
    await store.commit((await store.read()).version, change);
    return change;
  };
  const commit: Kept['commit'] = async (puts, removals) => keeper.append(await commitAlone(puts, removals));
  await commit([{ collection: 'station', record: station } as Put]);
  return { disk, store, keeper, commit, commitAlone };
}

function idsOf(keeper: JournalKeeper): readonly string[] | undefined {
  return keeper
    .content()
    ?.filter(({ collection }) => collection === 'exportedFile')
    .map(({ record }) => record.id)
    .sort();
}

function opened({ disk, store }: Pick<Kept, 'disk' | 'store'>): JournalKeeper {
  return new JournalKeeper({ files: filesOf(disk), store, sha256 });
}

/** Octets of a journal of the register as it stands. */
async function lengthAnew({ store }: Kept): Promise<number> {
  const disk = aDisk();
  await opened({ disk, store }).follow();
  return disk.files[0].octets.length;
}

async function headOf(store: RegisterStore): Promise<unknown> {
  return (await store.read()).head;
}

function vaultFile(of: string, text: string): Put {
  const record = { id: `officer:${of}`, salt: 'aa', holder: 'officer', of, ageFile: encodeUtf8(text) };
  return { collection: 'vaultFile', record } as Put;
}

/** Whether it lies anywhere in the files of the journal, in clear or as octets are written. */
function lies(disk: Disk, text: string): boolean {
  const wanted = [text, bytesToBase64(encodeUtf8(text)).slice(0, -4)];
  return disk.files.some(({ octets }) => {
    const content = new TextDecoder('latin1').decode(octets);
    return wanted.some((each) => content.includes(each));
  });
}

describe('the journal of commits', () => {
  it('begins anew where files of the vault are removed or encrypted anew, and has none of before (K05)', async () => {
    const at = await kept();
    await at.commit([vaultFile('a', 'of the officer who goes'), vaultFile('b', 'of before the change')]);
    expect(lies(at.disk, 'of the officer who goes')).toBe(true);
    expect(lies(at.disk, 'of before the change')).toBe(true);
    const removed = [{ collection: 'vaultFile', id: 'officer:a' }] as const;
    expect(await at.commit([exported('x')], removed)).toBe('begun-anew');
    expect(lies(at.disk, 'of the officer who goes')).toBe(false);
    expect(await at.commit([vaultFile('b', 'encrypted anew')])).toBe('begun-anew');
    expect(lies(at.disk, 'of before the change')).toBe(false);
    expect(lies(at.disk, 'encrypted anew')).toBe(true);
    const again = opened(at);
    expect(again.end()).toMatchObject({ type: 'whole' });
    expect([again.isWhole(), idsOf(again)]).toEqual([true, ['x']]);
    expect(await at.commit([exported('y')])).toBe('kept');
  });

  it('begins with the first commit, and has each one after it: what was put, and what was removed', async () => {
    const at = await kept();
    expect(at.keeper.end()).toMatchObject({
      type: 'whole',
      marker: { stationId: 'ab', epoch: 1, head: { seq: 1 } },
    });
    expect(await at.commit([exported('a'), exported('b')])).toBe('kept');
    expect(await at.commit([exported('c')], [{ collection: 'exportedFile', id: 'a' }])).toBe('kept');
    const again = opened(at);
    expect(again.end()).toEqual({
      type: 'whole',
      marker: { stationId: 'ab', epoch: 1, head: await headOf(at.store) },
    });
    expect(again.isWhole()).toBe(true);
    expect(idsOf(again)).toEqual(['b', 'c']);
    expect(again.content()?.filter(({ collection }) => collection === 'audit')).toHaveLength(3);
  });

  it('is on the disk before it answers', async () => {
    const at = await kept();
    await at.commit([exported('a')]);
    for (const file of at.disk.files) file.octets = file.flushed.slice();
    expect(idsOf(opened(at))).toEqual(['a']);
  });

  it('leaves drafts and facts of this browser out', async () => {
    const at = await kept();
    const draft: Put = { collection: 'draft', record: { id: 'd', kind: 'k', updatedAt: time, fields: 1 } };
    const fact: Put = { collection: 'device', record: { id: 'f', value: 1 } };
    await at.commit([exported('a'), draft, fact]);
    const names = new Set(
      opened(at)
        .content()
        ?.map(({ collection }) => collection),
    );
    expect([...names].sort()).toEqual(['audit', 'exportedFile', 'station']);
  });

  it('takes in at the next commit what it has not heard of, with the octets beside a record', async () => {
    const at = await kept();
    await at.commit([exported('a'), exported('b')]);
    const attachment = { id: 's', salt: 'aa' } as unknown as Put['record'];
    const blob: Put = { collection: 'blob', record: { id: 's', octets: new Uint8Array([1, 2]) } };
    await at.commitAlone([{ collection: 'attachment', record: attachment } as Put, blob]);
    await at.commitAlone([exported('c')], [{ collection: 'exportedFile', id: 'a' }]);
    expect(await at.commit([exported('d')])).toBe('kept');
    const again = opened(at);
    expect(idsOf(again)).toEqual(['b', 'c', 'd']);
    expect(again.content()?.find(({ collection }) => collection === 'blob')?.record).toEqual(blob.record);
    expect(again.end()).toMatchObject({ marker: { head: await headOf(at.store) } });
  });

  it('that knows of more than the register is left as it is, unless it is begun anew', async () => {
    const at = await kept();
    await at.commit([exported('a')]);
    const other = await kept();
    const ahead = new JournalKeeper({ files: filesOf(at.disk), store: other.store, sha256 });
    expect(await ahead.follow()).toBe('diverged');
    expect(idsOf(opened(at))).toEqual(['a']);
    expect(await ahead.follow({ anew: true })).toBe('begun-anew');
    expect(idsOf(ahead)).toEqual([]);
  });

  it('that contradicts the register is left as it is', async () => {
    const at = await kept();
    await at.commit([exported('a')]);
    const other = await kept();
    await other.commitAlone([exported('x')]);
    await other.commitAlone([exported('y')]);
    const apart = new JournalKeeper({ files: filesOf(at.disk), store: other.store, sha256 });
    expect(await apart.follow()).toBe('diverged');
    expect(idsOf(opened(at))).toEqual(['a']);
  });

  it('that is begun anew takes the place of the other one when it is whole, and not before', async () => {
    const at = await kept();
    await at.commit([exported('a')]);
    const before = at.disk.files.map(({ octets }) => octets.slice());
    expect(await at.keeper.follow({ anew: true })).toBe('begun-anew');
    const after = at.disk.files.map(({ octets }) => octets.slice());
    const written = after.findIndex((octets, i) => i < 2 && octets.length > 0 && before[i]?.length === 0);
    const file = at.disk.files[written];
    const former = at.disk.files[1 - written];
    if (file === undefined || former === undefined) throw new Error('no other file');
    // A cut anywhere while the second is written, the first still there.
    for (let length = 0; length <= file.octets.length; length += 13) {
      const cut = aDisk();
      cut.files[0].octets = before[1 - written]?.slice() ?? new Uint8Array();
      cut.files[1].octets = (after[written] ?? new Uint8Array()).slice(0, length);
      expect(idsOf(opened({ disk: cut, store: at.store })), String(length)).toEqual(['a']);
    }
    expect([former.octets.length, former.flushed.length]).toEqual([0, 0]);
  });
});

describe('[J21] [E07] a journal that was cut or changed', () => {
  it('ends with the last whole commit, wherever it is cut, and is brought up from there', async () => {
    const at = await kept();
    for (const id of ['a', 'b', 'c']) await at.commit([exported(id)]);
    const whole = at.disk.files[0].octets.slice();
    const reached = new Set<string>();
    for (let length = whole.length; length >= 0; length--) {
      const disk = aDisk();
      disk.files[0].octets = whole.slice(0, length);
      const keeper = opened({ disk, store: at.store });
      const ids = idsOf(keeper)?.join('') ?? 'none';
      reached.add(ids);
      expect(['abc', 'ab', 'a', '', 'none'], String(length)).toContain(ids);
      if (length % 97 === 0) {
        expect(['kept', 'begun-anew']).toContain(await keeper.follow());
        expect(idsOf(opened({ disk, store: at.store })), String(length)).toEqual(['a', 'b', 'c']);
      }
    }
    expect([...reached]).toEqual(['abc', 'ab', 'a', '', 'none']);
  });

  it('gives nothing that it does not prove, whichever octet is changed', async () => {
    const at = await kept();
    for (const id of ['a', 'b']) await at.commit([exported(id)]);
    const [file] = at.disk.files;
    const whole = file.octets.slice();
    const honest = JSON.stringify(opened(at).content());
    for (let i = 0; i < whole.length; i++) {
      file.octets = whole.slice();
      file.octets[i] = (whole[i] ?? 0) ^ 0x20;
      const keeper = opened(at);
      expect(keeper.end().type === 'whole' && keeper.isWhole(), `octet ${String(i)}`).toBe(false);
      // What stands before the change may be given; never anything else.
      const content = keeper.content() ?? [];
      for (const put of content) expect(honest).toContain(JSON.stringify(put));
      expect(JSON.stringify(content)).not.toBe(honest);
    }
  });

  it('without one of its frames, or with two of them swapped, is not whole', async () => {
    const at = await kept();
    const ends: number[] = [];
    for (const id of ['a', 'b', 'c']) {
      await at.commit([exported(id)]);
      ends.push(at.disk.files[0].octets.length);
    }
    const [file] = at.disk.files;
    const whole = file.octets.slice();
    const [a = 0, b = 0, c = 0] = ends;
    const parts = { first: whole.slice(0, a), b: whole.slice(a, b), c: whole.slice(b, c) };
    for (const octets of [
      [parts.first, parts.c],
      [parts.first, parts.c, parts.b],
      [parts.first, parts.b, parts.b],
    ]) {
      file.octets = new Uint8Array(octets.flatMap((part) => [...part]));
      const keeper = opened(at);
      expect(keeper.isWhole()).toBe(false);
      expect(keeper.content()).toBe(null);
    }
  });

  it('is none when its file begins as no journal does, or with another length than it has', () => {
    const disk = aDisk();
    for (const octets of [
      [],
      [1, 2, 3],
      Array.from({ length: 200 }, () => 0xff),
      Array.from({ length: 200 }, () => 0),
    ]) {
      disk.files[0].octets = new Uint8Array(octets);
      expect(openLog(disk.files[0], sha256)).toBe(null);
    }
  });
});

describe('[E05] [E11] a disk without room', () => {
  it('leaves the journal as it was, at whichever octet it is full, and the next commit with room brings it up', async () => {
    const at = await kept();
    await at.commit([exported('a')]);
    const used = at.disk.files[0].octets.length;
    for (const room of [0, 1, 71, 72, 100, 300]) {
      at.disk.room = used + room;
      const before = at.disk.files[0].octets.slice();
      expect(await at.commit([exported(`x${String(room)}`)])).toBe('behind');
      expect(at.disk.files[0].octets).toEqual(before);
      expect(opened(at).end().type).toBe('whole');
    }
    at.disk.room = Infinity;
    expect(await at.commit([exported('z')])).toBe('kept');
    expect(idsOf(opened(at))).toEqual(['a', 'x0', 'x1', 'x100', 'x300', 'x71', 'x72', 'z']);
  });

  it('keeps the former journal when there is no room for a new one', async () => {
    const at = await kept();
    await at.commit([exported('a')]);
    const used = at.disk.files[0].octets.length;
    const needed = await lengthAnew(at);
    for (let room = 0; room < needed; room += 61) {
      at.disk.room = used + room;
      expect(await at.keeper.follow({ anew: true }), String(room)).toBe('behind');
      expect(at.disk.files[1].octets.length).toBe(0);
      expect(idsOf(opened(at))).toEqual(['a']);
    }
  });

  it('has a reserve that is given back once, and taken again when there is room', async () => {
    const { disk, keeper } = await kept();
    expect(keeper.freeReserve()).toBe(false);
    expect(keeper.takeReserve()).toBe(true);
    expect(disk.files[2].flushed.length).toBe(reserveOctets);
    expect(disk.files[2].octets.includes(0)).toBe(false);
    expect([keeper.takeReserve(), keeper.freeReserve(), keeper.freeReserve()]).toEqual([true, true, false]);
    disk.room = disk.files[0].octets.length + reserveOctets - 1;
    expect(keeper.takeReserve()).toBe(false);
    expect(disk.files[2].octets.length).toBe(0);
    disk.room += 1;
    expect(keeper.takeReserve()).toBe(true);
  });
});
