import type { DBSchema, IDBPDatabase, IDBPTransaction, StoreNames } from 'idb';
import type { AuditHead } from '#domain/audit/audit-record.ts';
import type { VaultFile } from '#domain/authority/officer-record.ts';
import { indexes } from '#domain/exchange/record-index.ts';
import type { CollectionName } from '#ports/register-store.ts';

export const schemaVersion = 3;

export const collectionNames: readonly CollectionName[] = [
  'station',
  'officer',
  'vaultFile',
  'calendar',
  'application',
  'attachment',
  'entry',
  'certificate',
  'intent',
  'delivery',
  'revocation',
  'crl',
  'crlChunk',
  'issuerCrl',
  'exportedFile',
  'audit',
  'blob',
  'crlFile',
  'draft',
  'device',
  'archivePackage',
];

/** Those that the first version of the schema did not have; each is made by a migration of its own. */
const addedLater: readonly CollectionName[] = ['issuerCrl', 'archivePackage'];

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

/**
 * One step for each version, never changed once released. The upgrade runs in one transaction: an abort in the middle
 * leaves the old version whole (E14).
 */
export const migrations: readonly ((
  database: RegisterDatabase,
  transaction: IDBPTransaction<RegisterSchema, StoreNames<RegisterSchema>[], 'versionchange'>,
) => void)[] = [
  (database) => {
    database.createObjectStore('meta');
    for (const name of collectionNames.filter((each) => !addedLater.includes(each))) {
      const store = database.createObjectStore(name);
      const keys: { readonly [index: string]: boolean } =
        name in indexes ? indexes[name as keyof typeof indexes] : {};
      for (const [index, unique] of Object.entries(keys))
        store.createIndex(index, `keys.${index}`, { unique });
    }
  },
  (database) => {
    database.createObjectStore('issuerCrl');
  },
  (database) => {
    database.createObjectStore('archivePackage');
  },
];
