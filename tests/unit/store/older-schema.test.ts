import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { describe, expect, it } from 'vitest';
import { indexedDbStore } from '#adapters/indexeddb/indexeddb-store.ts';
import { type RegisterSchema, migrations, schemaVersion } from '#adapters/indexeddb/schema.ts';
import { collectionNames, descriptionOf } from '#domain/exchange/collections.ts';

/** Each store with its indexes, `!` for a unique one. What a release left on a disk never changes again: add, and alter nothing. */
const released: Readonly<Record<number, Readonly<Record<string, readonly string[]>>>> = {
  1: {
    ...{ meta: [], station: [], officer: [], vaultFile: [], calendar: [], attachment: [], certificate: [] },
    ...{ crl: [], crlChunk: [], audit: [], blob: [], crlFile: [], draft: [], device: [] },
    application: ['issued', 'number!'],
    entry: ['application', 'bin', 'iin', 'keyIdentifier', 'number!', 'relationOf'],
    intent: ['outcome'],
    delivery: ['serialNumber'],
    revocation: ['number!', 'serialNumber'],
    exportedFile: ['kind'],
  },
  2: { issuerCrl: [] },
  3: { archivePackage: [] },
  4: {
    application: ['failedIssue', 'issued', 'letter', 'number!'],
    letter: ['key', 'number!'],
    carrier: ['certificate', 'serialNumber', 'state'],
    revocationLetter: ['key', 'number!'],
    leaving: ['serialNumber'],
    journalCorrection: ['journal'],
  },
  5: {
    application: ['failedIssue', 'issued', 'letter', 'number!', 'waiting'],
    revocation: ['number!', 'open', 'serialNumber'],
    packageOut: ['pairing', 'place!'],
    packageIn: ['pairing'],
  },
};

function releasedUpTo(version: number): Readonly<Record<string, readonly string[]>> {
  return Object.assign({}, ...Array.from({ length: version }, (_, i) => released[i + 1])) as Record<
    string,
    readonly string[]
  >;
}

async function found(name: string): Promise<Readonly<Record<string, readonly string[]>>> {
  const database = await openDB(name);
  const transaction = database.transaction([...database.objectStoreNames]);
  const stores = [...database.objectStoreNames].map((store) => {
    const source = transaction.objectStore(store);
    return [
      store,
      [...source.indexNames].map((each) => {
        const { unique, keyPath, multiEntry } = source.index(each);
        expect([keyPath, multiEntry]).toEqual([`keys.${each}`, false]);
        return unique ? `${each}!` : each;
      }),
    ] as const;
  });
  database.close();
  return Object.fromEntries(stores);
}

/** A register as a released version left it. */
async function leftBy(version: number, name: string): Promise<void> {
  const database = await openDB<RegisterSchema>(name, version, {
    upgrade(db, oldVersion, newVersion, transaction) {
      for (const step of migrations.slice(oldVersion, newVersion ?? 0)) step(db, transaction);
    },
  });
  const state = { id: 'state', version: 7, head: null };
  await database.put('meta', { record: state, keys: {} }, 'state');
  database.close();
}

describe('the schema of the register', () => {
  it.each([1, 2, 3, 4, 5])('of version %d is what its release left', async (version) => {
    const name = `released-${String(version)}`;
    await leftBy(version, name);
    expect(await found(name)).toEqual(releasedUpTo(version));
  });

  it.each([0, 1, 2, 3, 4, 5])(
    'is the same whatever version a register comes from: %d, and keeps what is there',
    async (version) => {
      const name = `schema-${String(version)}`;
      if (version > 0) await leftBy(version, name);
      const store = await indexedDbStore({ name });
      const snapshot = await store.read();
      expect(snapshot.version).toBe(version > 0 ? 7 : 0);
      for (const collection of collectionNames)
        expect(await snapshot.list(collection), collection).toEqual([]);
      store.close();
      expect(await found(name)).toEqual(releasedUpTo(schemaVersion));
    },
  );

  it.each([1, 2, 3, 4])(
    'files the rows of version %d under the indexes that came later, and what is no record stays as it lies',
    async (version) => {
      const name = `filed-${String(version)}`;
      await leftBy(version, name);
      const database = await openDB(name);
      const anApplication = (number: string, more = {}) => ({
        record: { id: number, number, content: { form: 'N-F1' }, ...more },
        keys: { number },
      });
      const rows = [
        ...Array.from({ length: 600 }, (_, i) => anApplication(`2026-${String(i).padStart(6, '0')}`)),
        anApplication('issued', { issued: '0a' }),
        anApplication('failed', { failedIssues: ['0b'] }),
        anApplication('refused', { decision: { outcome: 'refused' } }),
        // Whoever changed it past the program is found by the check at the start, and not helped here.
        { record: { id: 'moved', content: { form: 'N-F1' }, number: '2026-000001' }, keys: { number: 'x' } },
        { record: null, keys: { number: 'nothing' } },
      ];
      const filling = database.transaction(['application', 'revocation'], 'readwrite');
      const [applications, cases] = [filling.objectStore('application'), filling.objectStore('revocation')];
      for (const row of rows) await applications.put(row, row.record?.id ?? 'nothing');
      for (const [id, decision] of [['undecided'], ['decided', { outcome: 'refused' }]] as const)
        await cases.put({ record: { id, number: id, decision }, keys: { number: id } }, id);
      await filling.done;
      database.close();
      const store = await indexedDbStore({ name });
      const snapshot = await store.read();
      expect(await snapshot.count('application', { index: 'waiting' })).toBe(602);
      expect(await snapshot.count('revocation', { index: 'open' })).toBe(1);
      // Version 4 has written this key itself.
      expect(await snapshot.count('application', { index: 'failedIssue' })).toBe(version < 4 ? 1 : 0);
      const kept = await snapshot.rows('application', { limit: 1000 });
      expect(kept.find(({ key }) => key === 'moved')?.keys).toEqual({ number: 'x', waiting: 'waiting' });
      expect(kept.find(({ key }) => key === 'nothing')).toMatchObject({
        record: null,
        keys: { number: 'nothing' },
      });
      store.close();
    },
  );

  it('has the version that its newest collection or index came with', () => {
    const versions = collectionNames.flatMap((name) => {
      const { since, indexes } = descriptionOf(name);
      return [since, ...Object.values(indexes).map((index) => index.since ?? since)];
    });
    expect(Math.max(...versions)).toBe(schemaVersion);
    expect(Object.keys(released)).toHaveLength(schemaVersion);
  });
});
