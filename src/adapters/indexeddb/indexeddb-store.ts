import { compareHeads } from '#domain/audit/compare-heads.ts';
import { type AuditHead, auditKey, headOf } from '#domain/audit/audit-record.ts';
import { memberOf } from '#domain/base/member-of.ts';
import type { VaultFile } from '#domain/authority/officer-record.ts';
import {
  type CollectionName,
  type Collections,
  backedUpNames,
  indexKeysOf,
} from '#domain/exchange/collections.ts';
import type { CommitFollower } from '#ports/commit-journal.ts';
import {
  type Change,
  type CommitOutcome,
  type ListQuery,
  type Put,
  type RegisterStore,
  type Snapshot,
  type StoredRow,
} from '#ports/register-store.ts';
import { type Connection, connect } from './connection.ts';
import {
  type HeadSchema,
  type MetaRecord,
  type RegisterDatabase,
  type RegisterSchema,
  type Row,
  type StoreName,
  migrations,
  schemaVersion,
} from './schema.ts';
import { TransactionAborted, strictly } from './strict.ts';

export interface IndexedDbOptions {
  /** `tirkelim`, or another name for the demonstration station: the two never meet. */
  readonly name: string;
  /** Another tab wants a newer schema: this one has closed its database and can only be loaded again (G04). */
  readonly onOutdated?: () => void;
  readonly migrationSteps?: typeof migrations;
  /** Hears of each commit when it is on the disk, and before anybody else does. */
  readonly follower?: CommitFollower;
}

/** The register in IndexedDB: one database for the records, a second one for the head's copy and the vault's. */
export async function indexedDbStore(options: IndexedDbOptions): Promise<RegisterStore> {
  const { name, onOutdated, follower } = options;
  const steps = options.migrationSteps ?? migrations;
  const makeRoom = async (): Promise<void> => follower?.makeRoom();
  const register = await connect<RegisterSchema>(name, Math.max(schemaVersion, steps.length), {
    upgrade(db, oldVersion, newVersion, transaction) {
      for (const step of steps.slice(oldVersion, newVersion ?? steps.length)) step(db, transaction);
    },
    ...(onOutdated === undefined ? {} : { onBlocking: onOutdated }),
    makeRoom,
  });
  const heads = await connect<HeadSchema>(`${name}-head`, 1, {
    makeRoom,
    upgrade(db) {
      db.createObjectStore('head');
      db.createObjectStore('vault');
    },
  });
  const channel = new BroadcastChannel(`${name}-commits`);
  const listeners = new Set<() => void>();
  channel.onmessage = () => {
    for (const listener of listeners) listener();
  };

  const meta = async () => metaOf(await register.run((database) => database.get('meta', 'state')));
  /** The copies lag behind after a write that found no room: the next one brings all of them. */
  let isLagging = false;

  /** The register itself is committed by now: without room for the copies the next start, or the next act, mends them. */
  const writeHeadCopy = async (head: AuditHead | null, touchesVault: boolean): Promise<void> => {
    const vault = touchesVault || isLagging ? await allVaultFiles() : null;
    try {
      await heads.run((database) =>
        strictly(database, ['head', 'vault'], async (transaction) => {
          if (head !== null) await transaction.objectStore('head').put(head, 'head');
          if (vault === null) return;
          const store = transaction.objectStore('vault');
          await store.clear();
          for (const file of vault) await store.put(file, file.id);
        }),
      );
      isLagging = false;
    } catch (error) {
      if (!isNoRoom(error)) throw error;
      isLagging = true;
      heads.drop();
    }
  };

  const readHeadCopy = async (): Promise<AuditHead | null> =>
    (await heads.run((database) => database.get('head', 'head'))) ?? null;

  const allVaultFiles = async (): Promise<VaultFile[]> =>
    (await register.run((database) => database.getAll('vaultFile'))).map(({ record }) => record as VaultFile);

  const write = async <O>(
    work: (database: RegisterDatabase) => Promise<O>,
  ): Promise<O | { readonly type: 'no-room' }> => {
    try {
      return await register.run(work);
    } catch (error) {
      if (!isNoRoom(error)) throw error;
      // Chromium closes the databases of the origin with it.
      register.drop();
      heads.drop();
      return { type: 'no-room' };
    }
  };

  return {
    async state() {
      // The copy first: a commit between the two readings then makes it look behind, and never a rollback.
      const copy = await readHeadCopy();
      const { head } = await meta();
      if (head === null && copy !== null) return { type: 'missing', lastKnown: copy };
      const filled = head !== null || (await register.run((database) => database.count('station'))) > 0;
      return filled ? { type: 'present', head: compareHeads(head, copy) } : { type: 'empty' };
    },

    async read(): Promise<Snapshot> {
      return { ...(await meta()), ...reader(register) };
    },

    async commit(baseVersion, change) {
      const outcome = await write((database) => writeChange(database, baseVersion, change));
      if (outcome.type !== 'committed') return outcome;
      await follower?.committed(change);
      const last = change.audit.at(-1);
      const touchesVault = [...change.puts, ...change.removals].some(
        ({ collection }) => collection === 'vaultFile',
      );
      if (last !== undefined || touchesVault)
        await writeHeadCopy(last === undefined ? null : headOf(last), touchesVault);
      channel.postMessage(outcome.version);
      for (const listener of listeners) listener();
      return outcome;
    },

    headCopy: readHeadCopy,

    putDraft: (draft) =>
      write((database) =>
        strictly(database, ['draft'], async (transaction) => {
          await transaction.objectStore('draft').put({ record: draft, keys: {} }, draft.id);
          return { type: 'kept' } as const;
        }),
      ),

    removeDraft: (id) =>
      write((database) =>
        strictly(database, ['draft'], async (transaction) => {
          await transaction.objectStore('draft').delete(id);
          return { type: 'kept' } as const;
        }),
      ),

    async repairHead() {
      await writeHeadCopy((await meta()).head, true);
    },

    vaultCopy: () => heads.run((database) => database.getAll('vault')),

    async replaceAll(puts) {
      const outcome = await write((database) => replaceEverything(database, puts));
      if (outcome.type === 'committed') {
        await follower?.replaced();
        await writeHeadCopy((await meta()).head, true);
      }
      channel.postMessage(outcome.type);
      for (const listener of listeners) listener();
      return outcome;
    },

    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },

    close() {
      listeners.clear();
      channel.close();
      register.close();
      heads.close();
    },
  };
}

function reader(
  register: Connection<RegisterSchema>,
): Pick<Snapshot, 'get' | 'list' | 'count' | 'rows' | 'together'> {
  return {
    async get<C extends CollectionName>(collection: C, id: string) {
      const row = await register.run((database) => database.get(collection, id));
      return row?.record as Collections[C] | undefined;
    },
    list: <C extends CollectionName>(collection: C, query: ListQuery<C> = {}) =>
      register.run(async (database) => {
        const source = sourceOf(database, collection, query.index);
        const range = rangeOf(query);
        if (query.reverse !== true) {
          const rows: Row[] = await source.getAll(range, query.limit);
          return rows.map(({ record }) => record as Collections[C]);
        }
        const rows: Collections[C][] = [];
        let cursor = await source.openCursor(range, 'prev');
        while (cursor !== null && rows.length < (query.limit ?? Infinity)) {
          rows.push(cursor.value.record as Collections[C]);
          cursor = await cursor.continue();
        }
        return rows;
      }),
    count: <C extends CollectionName>(collection: C, query: ListQuery<C> = {}) =>
      register.run((database) => sourceOf(database, collection, query.index).count(rangeOf(query))),
    async rows(collection, { after, limit }) {
      const range = after === undefined ? undefined : IDBKeyRange.lowerBound(after, true);
      const [keys, rows] = await register.run((database) => {
        // Two requests of one transaction see one state.
        const { store } = database.transaction(collection);
        return Promise.all([store.getAllKeys(range, limit), store.getAll(range, limit)]);
      });
      return keys.map((key, i): StoredRow => {
        const indexKeys = memberOf(rows[i], 'keys');
        return {
          key,
          record: memberOf(rows[i], 'record'),
          keys: typeof indexKeys === 'object' && indexKeys !== null ? { ...indexKeys } : {},
        };
      });
    },
    async together(questions) {
      if (questions.length === 0) return [];
      const collections = [...new Set(questions.map(collectionOf))];
      const found = await register.run((database) => {
        const transaction = database.transaction(collections);
        return Promise.all(
          questions.map(({ collection, index, key }) => {
            const store = transaction.objectStore(collection);
            return index === undefined ? store.getAll(String(key)) : store.index(index).getAll(key);
          }),
        );
      });
      return found.map((rows) => rows.map(({ record }) => record));
    },
  };
}

function sourceOf(database: RegisterDatabase, collection: CollectionName, index: string | undefined) {
  const store = database.transaction(collection).store;
  return index === undefined ? store : store.index(index);
}

function rangeOf<C extends CollectionName>(query: ListQuery<C>): IDBKeyRange | undefined {
  const { only, after, from, to, reverse } = query;
  if (only !== undefined) return IDBKeyRange.only(only);
  const lower = reverse === true ? from : (after ?? from);
  const upper = reverse === true ? (after ?? to) : to;
  const lowerOpen = reverse !== true && after !== undefined;
  const upperOpen = reverse === true && after !== undefined;
  if (lower !== undefined && upper !== undefined)
    return IDBKeyRange.bound(lower, upper, lowerOpen, upperOpen);
  if (lower !== undefined) return IDBKeyRange.lowerBound(lower, lowerOpen);
  if (upper !== undefined) return IDBKeyRange.upperBound(upper, upperOpen);
  return undefined;
}

async function writeChange(database: RegisterDatabase, base: number, change: Change): Promise<CommitOutcome> {
  const touched = new Set<StoreName>([
    'meta',
    ...change.puts.map(collectionOf),
    ...change.removals.map(collectionOf),
  ]);
  if (change.audit.length > 0) touched.add('audit');
  const taken = new TakenKey();
  try {
    return await strictly(database, [...touched], async (transaction) => {
      const metaStore = transaction.objectStore('meta');
      const { version, head } = metaOf(await metaStore.get('state'));
      const last = change.audit.at(-1);
      if (version !== base) {
        // The browser broke the connection between the commit and its word for it, and the work was done once more; another act
        // may have come in between.
        const line: unknown =
          last === undefined ? undefined : await transaction.objectStore('audit').get(auditKey(last.seq));
        const isThisOne = last !== undefined && memberOf(memberOf(line, 'record'), 'hash') === last.hash;
        return isThisOne
          ? ({ type: 'committed', version } as const)
          : ({ type: 'version-moved', version } as const);
      }
      for (const { collection, id } of change.removals) await transaction.objectStore(collection).delete(id);
      await inTurns(change.puts, (put) =>
        taken.watch(
          put.collection,
          transaction.objectStore(put.collection)[put.isNew ? 'add' : 'put'](rowOf(put), put.record.id),
        ),
      );
      await inTurns(change.audit, (record) => {
        const id = auditKey(record.seq);
        const row: Row = { record: { ...record, id }, keys: {} };
        return taken.watch('audit', transaction.objectStore('audit').add(row, id));
      });
      const next = { version: version + 1, head: last === undefined ? head : headOf(last) };
      await metaStore.put(metaRow(next), 'state');
      return { type: 'committed', version: next.version } as const;
    });
  } catch (error) {
    return taken.outcomeOf(error);
  }
}

const writesAtOnce = 100;

/** All of them in one transaction, with a turn for the page after so many: handing a record over is work of its own thread. */
async function inTurns<T>(all: readonly T[], write: (each: T) => Promise<unknown>): Promise<void> {
  for (let from = 0; from < all.length; from += writesAtOnce)
    await Promise.all(all.slice(from, from + writesAtOnce).map(write));
}

async function replaceEverything(database: RegisterDatabase, puts: readonly Put[]): Promise<CommitOutcome> {
  const stores: StoreName[] = ['meta', ...backedUpNames];
  const taken = new TakenKey();
  try {
    return await strictly(database, stores, async (transaction) => {
      const metaStore = transaction.objectStore('meta');
      const { version } = metaOf(await metaStore.get('state'));
      for (const store of stores) if (store !== 'meta') await transaction.objectStore(store).clear();
      let head: AuditHead | null = null;
      const writes = puts.map((put) => {
        if (put.collection === 'audit' && (head === null || put.record.seq > head.seq))
          head = headOf(put.record);
        return taken.watch(
          put.collection,
          transaction.objectStore(put.collection).put(rowOf(put), put.record.id),
        );
      });
      writes.push(metaStore.put(metaRow({ version: version + 1, head }), 'state'));
      await Promise.all(writes);
      return { type: 'committed', version: version + 1 } as const;
    });
  } catch (error) {
    return taken.outcomeOf(error);
  }
}

/** Whose key was taken: the writes are all under way before the first of them fails, and those after it fail with it. */
class TakenKey {
  #collection: CollectionName | undefined;

  /** The same promise; a taken key is noted with its collection. */
  watch<T>(collection: CollectionName, writing: Promise<T>): Promise<T> {
    return writing.catch((cause: unknown) => {
      if (isTakenKey(cause)) this.#collection ??= collection;
      throw cause;
    });
  }

  /** An expected way to fail is an answer; anything else stays a fault. */
  outcomeOf(error: unknown): CommitOutcome {
    const cause: unknown = error instanceof TransactionAborted ? error.cause : error;
    if (this.#collection === undefined || !isTakenKey(cause)) throw error;
    return { type: 'key-taken', collection: this.#collection };
  }
}

function isTakenKey(cause: unknown): boolean {
  return cause instanceof DOMException && cause.name === 'ConstraintError';
}

/** Firefox says a full disk as a quota; Chromium as an unknown error with the words of its database in the message. */
function isNoRoom(error: unknown): boolean {
  const cause: unknown = error instanceof TransactionAborted ? error.cause : error;
  if (!(cause instanceof DOMException)) return false;
  return (
    cause.name === 'QuotaExceededError' ||
    (cause.name === 'UnknownError' && /no[_ ]space/i.test(cause.message))
  );
}

function metaOf(row: Row | undefined): Pick<MetaRecord, 'version' | 'head'> {
  return row === undefined ? { version: 0, head: null } : (row.record as MetaRecord);
}

function metaRow(state: Pick<MetaRecord, 'version' | 'head'>): Row {
  return { record: { id: 'state', ...state }, keys: {} };
}

function collectionOf({ collection }: { readonly collection: CollectionName }): CollectionName {
  return collection;
}

function rowOf(put: Put): Row {
  return { record: put.record, keys: indexKeysOf(put.collection, put.record) };
}
