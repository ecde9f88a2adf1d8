import { sha256 } from '#adapters/digest/digest.ts';
import { indexedDbStore } from '#adapters/indexeddb/indexeddb-store.ts';
import type { RegisterContent } from '#adapters/memory/memory-store.ts';
import { verifyAct } from '#adapters/webcrypto/act-verifier.ts';
import { signedDocumentReader } from '#adapters/webcrypto/signed-document.ts';
import type { ChainFault } from '#domain/audit/chain-fault.ts';
import type { AuthorityKind } from '#domain/authority/station.ts';
import type { CollectionName } from '#domain/exchange/collections.ts';
import { verifyLog } from '#operations/audit/verify-log.ts';
import { describe, expect, it } from '#tests/browser/harness/suite.ts';
import { frozenInPage } from '#tests/support/frozen-in-page.ts';
import { namesItsPlace } from '#tests/support/named-place.ts';
import { tamperings } from '#tests/support/tamperings.ts';
import { openDB } from 'idb';

/** Of each kind of authority, of which the browser itself refuses some; the three together are more than 200. */
const ofEachKind = 80;
const atLeast = 67;

type Rows = ReadonlyMap<string, object>;

/**
 * Makes the databases on the disk what `to` says, where it differs from what `from` left there; past the program, which is closed.
 * False, and nothing changed, where the browser does not take it: two rows of one unique key.
 */
async function write(name: string, from: RegisterContent | null, to: RegisterContent): Promise<boolean> {
  const database = await openDB(name);
  const changed = [...(to.tables as ReadonlyMap<CollectionName, Rows>)].filter(
    ([collection, rows]) => from?.tables.get(collection) !== rows,
  );
  const transaction = database.transaction(
    [...changed.map(([collection]) => collection), 'meta'],
    'readwrite',
  );
  for (const [collection, rows] of changed) {
    const store = transaction.objectStore(collection);
    void store.clear();
    for (const [key, row] of rows) store.put(row, key).catch(() => undefined);
  }
  void transaction
    .objectStore('meta')
    .put({ record: { id: 'state', version: 1, head: to.head }, keys: {} }, 'state');
  const isTaken = await transaction.done.then(
    () => true,
    () => false,
  );
  database.close();
  if (!isTaken) return false;
  const copies = await openDB(`${name}-head`);
  if (to.headCopy === null) await copies.clear('head');
  else await copies.put('head', to.headCopy, 'head');
  for (const file of from === null ? to.vault : []) await copies.put('vault', file, file.id);
  copies.close();
  return true;
}

async function faultsIn(name: string): Promise<readonly ChainFault[]> {
  const store = await indexedDbStore({ name });
  try {
    const readSignedDocument = signedDocumentReader(() => Promise.resolve(false));
    return (await verifyLog({ store, sha256, verifyAct, readSignedDocument })).faults;
  } finally {
    store.close();
  }
}

describe('[J02] a register that was changed on the disk while the browser was closed', () => {
  it.each(['N', 'G', 'R'] as const satisfies readonly AuthorityKind[])(
    'is found out when it is opened again, and the place is named: kind %s',
    async (kind) => {
      const sound = await frozenInPage(kind);
      const name = `tampered-${kind}-${crypto.randomUUID()}`;
      (await indexedDbStore({ name })).close();
      await write(name, null, sound);
      expect(JSON.stringify(await faultsIn(name))).toBe('[]');
      const all = [...tamperings(sound, sound, 2)];
      const tried = Array.from(
        { length: ofEachKind },
        (_, i) => all[Math.floor((i * all.length) / ofEachKind)],
      );
      let count = 0;
      const unnoticed: string[] = [];
      for (const tampering of tried) {
        if (tampering === undefined || !(await write(name, sound, tampering.content))) continue;
        count += 1;
        const faults = await faultsIn(name);
        if (faults.length === 0) unnoticed.push(tampering.name);
        for (const fault of faults) expect(namesItsPlace(fault), tampering.name).toBe(true);
        await write(name, tampering.content, sound);
      }
      expect(unnoticed.join('; ')).toBe('');
      expect(count).toBeGreaterThanOrEqual(atLeast);
      expect(JSON.stringify(await faultsIn(name))).toBe('[]');
    },
  );
});
