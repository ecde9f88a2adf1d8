import { describe, expect, it } from 'vitest';
import { type RegisterContent, memoryStore } from '#adapters/memory/memory-store.ts';
import { ok } from '#domain/base/result.ts';
import { type CollectionName, collections, isAudited } from '#domain/exchange/collections.ts';
import { verifyRegister } from '#operations/audit/verify-register.ts';
import { ProvenSnapshot, provenReading } from '#operations/proof/proven-reading.ts';
import { registerFaults } from '#operations/soundness.ts';
import { transact } from '#operations/transact.ts';
import { UnprovenReading } from '#operations/verified-head.ts';
import type { Desk } from '#ports/desk.ts';
import type { Question, RegisterStore, Snapshot } from '#ports/register-store.ts';
import { busyOffices, contentOf } from '#tests/support/busy-offices.ts';
import { anOffice, approvedOf, issued, setUp } from '#tests/support/office-at-work.ts';
import { tamperings } from '#tests/support/tamperings.ts';

/** A store that a stranger exchanges for another one while the station is open. */
function exchangeable(first: RegisterContent): {
  store: RegisterStore;
  exchange: (next: RegisterContent) => void;
} {
  let inner = memoryStore(first);
  return {
    store: new Proxy(inner, {
      get: (_, name) => (Reflect.get(inner, name) as (...all: unknown[]) => unknown).bind(inner),
    }),
    exchange: (next) => {
      inner = memoryStore(next);
    },
  };
}

/** The same questions, asked in one go before; what follows is answered from that. */
async function lookAhead(
  snapshot: ProvenSnapshot,
  collection: CollectionName,
  rows: ReadonlyMap<string, { readonly keys: object }>,
): Promise<void> {
  await snapshot.lookAhead(
    [...rows].flatMap(([id, { keys }]): Question[] => [
      { collection, key: id },
      ...Object.entries(keys).map(([index, key]: [string, string]) => ({ collection, index, key })),
    ]),
  );
}

/** Everything that an act could read of a collection: whole, by each key, in each order and by each key of an index. */
async function readWhole(
  snapshot: Snapshot,
  collection: CollectionName,
  rows: ReadonlyMap<string, { readonly keys: object }>,
): Promise<void> {
  if (isAudited(collection)) await snapshot.list(collection);
  for (const id of rows.keys()) await snapshot.get(collection, id);
  for (const index of Object.keys(collections[collection].indexes) as never[]) {
    await snapshot.list(collection, { index });
    for (const { keys } of rows.values()) {
      const only = (keys as Record<string, string | undefined>)[index];
      if (only !== undefined) await snapshot.list(collection, { index, only });
    }
  }
}

describe('[J02] [E13] a register that is changed while the station is open', () => {
  it.each([
    ['N', 'one by one'],
    ['N', 'ahead'],
    ['G', 'one by one'],
    ['G', 'ahead'],
    ['R', 'one by one'],
  ] as const)('is not read as the register (%s, %s)', async (kind, how) => {
    const { office, earlier } = await busyOffices[kind]();
    const sound = await contentOf(office.desk.store);
    const { store, exchange } = exchangeable(sound);
    const { report, map, edge } = await verifyRegister({ ...office.desk, store });
    // What the verification finds is told elsewhere: here its answer stands, so that a thousand readings take a second.
    const faults = [{ type: 'HeadAhead', registerSeq: 1, headSeq: 2 }] as const;
    const desk: Desk = {
      ...office.desk,
      store,
      verifyRegister: () => Promise.resolve({ report: { ...report, faults }, map, edge }),
    };
    const rowsOf = (collection: CollectionName) => sound.tables.get(collection) ?? new Map<string, never>();
    const covered = (Object.keys(collections) as CollectionName[]).filter(
      (name) => isAudited(name) || name === 'blob' || name === 'crlFile',
    );
    const readingOf = async (collection: CollectionName): Promise<void> => {
      const snapshot = await provenReading(desk);
      if (how === 'ahead') await lookAhead(snapshot, collection, rowsOf(collection));
      await readWhole(snapshot, collection, rowsOf(collection));
    };
    for (const collection of covered) await readingOf(collection);
    const unseen: string[] = [];
    let tried = 0;
    for (const { name, content } of tamperings(sound, earlier, 3)) {
      const collection = covered.find((each) => name.startsWith(`${each}/`));
      if (collection === undefined || name.includes('rewritten')) continue;
      // Octets that no record speaks of are asked for by nobody.
      if (collection.match(/blob|crlFile/u) !== null && name.includes('there twice')) continue;
      exchange(content);
      tried += 1;
      const answer = await readingOf(collection).then(
        () => 'read',
        (error: unknown) => error,
      );
      if (!(answer instanceof UnprovenReading)) unseen.push(`${name}: ${String(answer)}`);
    }
    expect(unseen).toEqual([]);
    expect(tried).toBeGreaterThan(250);
  });
});

async function atWork(): Promise<{
  desk: Desk;
  approved: string;
  sound: () => Promise<RegisterContent>;
  exchange: (next: RegisterContent) => void;
}> {
  const office = anOffice();
  await setUp(office);
  await issued(office);
  const approved = await approvedOf(office);
  const { store, exchange } = exchangeable(await contentOf(office.desk.store));
  const desk = { ...office.desk, store };
  expect(await registerFaults(desk)).toEqual([]);
  return { desk, approved, sound: () => contentOf(store), exchange };
}

function withRecord(
  content: RegisterContent,
  collection: CollectionName,
  id: string,
  change: object,
): RegisterContent {
  const rows = new Map(content.tables.get(collection));
  const row = rows.get(id);
  if (row !== undefined) rows.set(id, { ...row, record: { ...row.record, ...change } });
  return { ...content, tables: new Map([...content.tables, [collection, rows]]) };
}

describe('what was read ahead', () => {
  it('is what one asks for later, in one reading of the store for all of it', async () => {
    const { desk, approved } = await atWork();
    const raw = await desk.store.read();
    const asked: string[] = [];
    const counted: Snapshot = {
      ...raw,
      get: (collection, id) => {
        asked.push(`${collection}/${id}`);
        return raw.get(collection, id);
      },
      together: (questions) => {
        asked.push(`together ${String(questions.length)}`);
        return raw.together?.(questions) ?? Promise.resolve([]);
      },
    };
    const snapshot = new ProvenSnapshot(desk, counted);
    const [entry] = await raw.list('entry');
    const [of, key] = ['keyIdentifier', entry?.keyIdentifierHex ?? ''] as const;
    await snapshot.lookAhead([
      { collection: 'application', key: approved },
      { collection: 'entry', index: of, key },
      { collection: 'entry', key: 'none' },
    ]);
    expect(await snapshot.get('application', approved)).toEqual(await raw.get('application', approved));
    expect(await snapshot.list('entry', { index: of, only: key })).toEqual([entry]);
    expect(await snapshot.get('entry', 'none')).toBe(undefined);
    expect(asked).toEqual(['together 3']);
    expect(await snapshot.get('entry', entry?.id ?? '')).toEqual(entry);
    expect(asked).toEqual(['together 3', `entry/${entry?.id ?? ''}`]);
  });

  it('is read again, one by one, where an act of this tab came in between', async () => {
    const { desk, approved } = await atWork();
    const snapshot = await provenReading(desk);
    await snapshot.lookAhead([{ collection: 'application', key: approved }]);
    const salt = '00'.repeat(16);
    const act = await transact(desk, async (reading) => {
      const record = await reading.get('application', approved);
      if (record === undefined) throw new Error('no application');
      const puts = [{ collection: 'application' as const, record: { ...record, salt } }];
      return ok({ acts: [{ act: 'application-corrected', subjects: [approved], puts }], answer: null });
    });
    expect(act.ok).toBe(true);
    expect((await snapshot.get('application', approved))?.salt).toBe(salt);
  });
});

describe('[J04] an edited record, and then an ordinary act on it', () => {
  it('is refused, names the record, and never becomes lawful', async () => {
    const { desk, approved, sound, exchange } = await atWork();
    const before = await sound();
    const edited = withRecord(before, 'application', approved, { documents: 'others' });
    exchange(edited);
    const act = await transact(desk, async (snapshot) => {
      const record = await snapshot.get('application', approved);
      if (record === undefined) throw new Error('no application');
      return ok({
        acts: [
          {
            act: 'application-corrected',
            subjects: [approved],
            puts: [{ collection: 'application', record }],
          },
        ],
        answer: null,
      });
    });
    expect(act).toMatchObject({
      ok: false,
      error: {
        type: 'RegisterTouched',
        faults: [{ type: 'RecordChanged', collection: 'application', id: approved }],
      },
    });
    expect(await sound()).toEqual(edited);
    exchange(before);
    expect(await registerFaults({ ...desk, store: memoryStore(before) })).toEqual([]);
  });

  it('is refused as well when the act writes without reading', async () => {
    const { desk, approved, sound, exchange } = await atWork();
    const record = await (await desk.store.read()).get('application', approved);
    if (record === undefined) throw new Error('no application');
    exchange(withRecord(await sound(), 'application', approved, { documents: 'others' }));
    const act = await transact(desk, () =>
      Promise.resolve(
        ok({
          acts: [
            {
              act: 'application-corrected' as const,
              subjects: [approved],
              puts: [{ collection: 'application' as const, record }],
            },
          ],
          answer: null,
        }),
      ),
    );
    expect(act).toMatchObject({ ok: false, error: { type: 'RegisterTouched' } });
  });

  it('leaves the acts alone that rest on nothing of it', async () => {
    const { desk, approved, sound, exchange } = await atWork();
    exchange(withRecord(await sound(), 'application', approved, { documents: 'others' }));
    const act = await transact(desk, async (snapshot) =>
      ok({
        acts: [{ act: 'clock-confirmed' as const, subjects: [] }],
        answer: (await snapshot.get('station', 'station'))?.kind,
      }),
    );
    expect(act).toEqual({ ok: true, value: 'N' });
  });
});

describe('a proven reading', () => {
  it('takes no act of its own tab for a stranger’s, however they fall between each other', async () => {
    const office = anOffice();
    await setUp(office);
    const approved = await Promise.all([approvedOf(office), approvedOf(office), approvedOf(office)]);
    expect(new Set(approved).size).toBe(3);
    const reading = await provenReading(office.desk);
    await issued(office);
    // Begun before the certificate, read after it.
    expect(await reading.list('entry', { index: 'number' })).toHaveLength(1);
    expect(await reading.count('entry')).toBe(1);
  });

  it('gives a part of a list as the store does, whether the map knows its order or not', async () => {
    const { office } = await busyOffices.N();
    const { desk } = office;
    const raw = await desk.store.read();
    const proven = await provenReading(desk);
    const [first] = await raw.list('entry', { index: 'number' });
    const [person] = await raw.list('application', {});
    if (first === undefined || person === undefined) throw new Error('an empty register');
    const queries = [
      {},
      { limit: 1 },
      { limit: 1, reverse: true },
      { after: first.id },
      { index: 'number' },
      { index: 'number', after: 1, limit: 1 },
      { index: 'number', reverse: true, limit: 1 },
      { index: 'number', from: 2 },
      { index: 'number', to: 1 },
      { index: 'number', reverse: true, after: 2 },
      { index: 'number', only: 1 },
      { index: 'keyIdentifier', only: first.keyIdentifierHex },
      { index: 'keyIdentifier', only: first.keyIdentifierHex, limit: 1 },
      { index: 'iin' },
      { index: 'iin', limit: 1 },
      { index: 'iin', reverse: true },
      { index: 'iin', only: 'nobody' },
    ] as const;
    for (const query of queries)
      expect(await proven.list('entry', query), JSON.stringify(query)).toEqual(
        await raw.list('entry', query),
      );
    for (const query of [{}, { reverse: true, limit: 1 }, { to: '1' }] as const)
      expect(await proven.list('crl', query)).toEqual(await raw.list('crl', query));
    expect(await proven.count('entry', { index: 'iin' })).toBe(await raw.count('entry', { index: 'iin' }));
  });
});
