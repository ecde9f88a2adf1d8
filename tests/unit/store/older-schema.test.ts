import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { describe, expect, it } from 'vitest';
import { indexedDbStore } from '#adapters/indexeddb/indexeddb-store.ts';
import { type RegisterSchema, collectionNames, migrations } from '#adapters/indexeddb/schema.ts';

/** A register as a released version left it. */
async function leftBy(version: number, name: string): Promise<readonly string[]> {
  const database = await openDB<RegisterSchema>(name, version, {
    upgrade(db, oldVersion, newVersion, transaction) {
      for (const step of migrations.slice(oldVersion, newVersion ?? 0)) step(db, transaction);
    },
  });
  await database.put('meta', { record: { id: 'state', version: 7, head: null } as never, keys: {} }, 'state');
  const stores = [...database.objectStoreNames];
  database.close();
  return stores;
}

describe('the schema of the register', () => {
  it.each([
    [1, ['issuerCrl', 'archivePackage', 'letter', 'leaving']],
    [2, ['archivePackage', 'carrier', 'journalCorrection']],
    [3, ['letter', 'carrier', 'revocationLetter']],
  ] as const)(
    'of version %d gets the collections that came later, and keeps what it has',
    async (version, later) => {
      const name = `schema-${String(version)}`;
      const before = await leftBy(version, name);
      for (const collection of later) expect(before).not.toContain(collection);
      const store = await indexedDbStore({ name });
      const snapshot = await store.read();
      expect(snapshot.version).toBe(7);
      for (const collection of collectionNames)
        expect(await snapshot.list(collection), collection).toEqual([]);
      store.close();
    },
  );
});
