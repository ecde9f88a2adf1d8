import type { DBSchema, IDBPDatabase, IDBPTransaction, StoreNames } from 'idb';
import type { AuditHead } from '#domain/audit/audit-record.ts';
import type { VaultFile } from '#domain/authority/officer-record.ts';
import { indexes } from '#domain/exchange/record-index.ts';
import type { CollectionName } from '#ports/register-store.ts';

export const schemaVersion = 4;

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
  'letter',
  'carrier',
  'revocationLetter',
  'leaving',
  'journalCorrection',
  'audit',
  'blob',
  'crlFile',
  'draft',
  'device',
  'archivePackage',
];

const bodyNames = ['letter', 'carrier', 'revocationLetter', 'leaving', 'journalCorrection'] as const;

/** Came with a step of their own. */
const addedLater: readonly CollectionName[] = ['issuerCrl', 'archivePackage', ...bodyNames];

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
  (database, transaction) => {
    for (const name of bodyNames) {
      const store = database.createObjectStore(name);
      for (const [index, unique] of Object.entries(indexes[name]))
        store.createIndex(index, `keys.${index}`, { unique });
    }
    // A new database has them from its first step on.
    const applications = transaction.objectStore('application');
    for (const index of ['letter', 'failedIssue'])
      if (!applications.indexNames.contains(index)) applications.createIndex(index, `keys.${index}`);
  },
];
