import type { DBSchema, IDBPDatabase, IDBPTransaction, StoreNames } from 'idb';
import type { AuditHead } from '#domain/audit/audit-record.ts';
import type { VaultFile } from '#domain/authority/officer-record.ts';
import {
  type CollectionName,
  type Collections,
  collectionNames,
  descriptionOf,
  indexKeysOf,
} from '#domain/exchange/collections.ts';

/** Rises with each release that brings a collection or an index: the highest `since` of `domain/exchange/collections.ts`. */
export const schemaVersion = 5;

/** A row as stored: the record, and its index keys beside it, so that no key path looks into a record. */
export interface Row {
  readonly record: { readonly id: string };
  readonly keys: { readonly [index: string]: string | number };
}

/** Every store holds rows; `meta` has one, with the version and the log's head. */
export type RegisterSchema = DBSchema & {
  [C in StoreName]: { key: string; value: Row; indexes: Record<string, string | number> };
};

export type StoreName = CollectionName | 'meta';

export interface MetaRecord {
  readonly id: 'state';
  readonly version: number;
  readonly head: AuditHead | null;
}

/** The second database: the head's copy and the vault's, apart, so that losing one store is seen in the other. */
export interface HeadSchema extends DBSchema {
  head: { key: 'head'; value: AuditHead };
  vault: { key: string; value: VaultFile };
}

export type RegisterDatabase = IDBPDatabase<RegisterSchema>;

type Upgrade = IDBPTransaction<RegisterSchema, StoreNames<RegisterSchema>[], 'versionchange'>;

type Migration = (database: RegisterDatabase, transaction: Upgrade) => void;

/**
 * One step for each version, by what came with it. The upgrade runs in one transaction: an abort in the middle leaves the old
 * version whole (E14). What a released version left is written down in `tests/unit/store/older-schema.test.ts`.
 */
export const migrations: readonly Migration[] = Array.from(
  { length: schemaVersion },
  (_, before): Migration =>
    (database, transaction) => {
      const version = before + 1;
      if (version === 1) database.createObjectStore('meta');
      for (const name of collectionNames) {
        const { since, indexes } = descriptionOf(name);
        if (since > version) continue;
        const store = since === version ? database.createObjectStore(name) : transaction.objectStore(name);
        const added = Object.entries(indexes).filter(([, index]) => (index.since ?? since) === version);
        // A developer's database may have had it from its first step on.
        for (const [index, { unique = false }] of added)
          if (!store.indexNames.contains(index)) store.createIndex(index, `keys.${index}`, { unique });
        if (since < version && added.length > 0)
          void fileUnder(
            name,
            added.map(([index]) => index),
            transaction,
          );
      }
    },
);

/**
 * Files the rows that were there before their collection had these indexes, within the upgrade's own transaction, which a failure
 * ends. Their other keys stay as they lie: whether those are right is for the check at the start to say.
 */
async function fileUnder(
  name: CollectionName,
  indexes: readonly string[],
  transaction: Upgrade,
): Promise<void> {
  try {
    let cursor = await transaction.objectStore(name).openCursor();
    while (cursor !== null) {
      const row = filed(name, indexes, cursor.value);
      if (row !== null) await cursor.update(row);
      cursor = await cursor.continue();
    }
  } catch {
    // The failed request has aborted the transaction, and whoever opens the register hears of that.
  }
}

/** Null where nothing is to be written, and for what no program of ours wrote, which the check at the start finds. */
function filed(name: CollectionName, indexes: readonly string[], { record, keys }: Row): Row | null {
  try {
    const own = Object.entries(indexKeysOf(name, record as Collections[typeof name]));
    const added = own.filter(([index]) => indexes.includes(index));
    return added.length === 0 ? null : { record, keys: { ...keys, ...Object.fromEntries(added) } };
  } catch {
    return null;
  }
}
