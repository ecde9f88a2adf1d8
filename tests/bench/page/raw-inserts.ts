import type { IDBPDatabase } from 'idb';
import { deleteDB, openDB } from 'idb';

/** Records of 1 KB with six indexes, in strict transactions of 1,000: what this browser's disk takes in, per second. */
export async function rawInsertRate(count: number): Promise<number> {
  const name = 'bench-raw';
  await deleteDB(name);
  const database: IDBPDatabase = await openDB(name, 1, {
    upgrade(db) {
      const store = db.createObjectStore('record');
      for (let i = 0; i < 6; i++) store.createIndex(`i${i}`, `keys.i${i}`);
    },
  });
  const filler = 'х'.repeat(400);
  const started = performance.now();
  for (let from = 0; from < count; from += 1_000) {
    const transaction = database.transaction('record', 'readwrite', { durability: 'strict' });
    const writes: Promise<unknown>[] = [];
    for (let i = from; i < Math.min(from + 1_000, count); i++) {
      const key = crypto.getRandomValues(new Uint8Array(20)).toString();
      const keys = { i0: i, i1: key, i2: `a${key}`, i3: `b${i}`, i4: `c${key}`, i5: `d${i}` };
      writes.push(transaction.store.put({ record: { id: key, filler }, keys }, key));
    }
    await Promise.all([...writes, transaction.done]);
  }
  const rate = (count / (performance.now() - started)) * 1000;
  database.close();
  await deleteDB(name);
  return rate;
}
