import type { IDBPDatabase, IDBPTransaction, DBSchema, StoreNames } from 'idb';

/**
 * The one way to write: default and relaxed durability lose acknowledged records in a power cut. Resolves with the work's
 * answer only after `complete` fired; in Chromium a full disk shows only as an abort of the transaction.
 */
export async function strictly<S extends DBSchema, N extends StoreNames<S>[], T>(
  database: IDBPDatabase<S>,
  stores: N,
  work: (transaction: IDBPTransaction<S, N, 'readwrite'>) => Promise<T>,
): Promise<T> {
  const transaction = database.transaction(stores, 'readwrite', { durability: 'strict' });
  // A rejection of `done` is awaited below; without a handler now it would count as unhandled while `work` runs.
  const done = transaction.done.catch((cause: unknown) => {
    throw new TransactionAborted(transaction.error ?? cause);
  });
  done.catch(() => undefined);
  let answer: T;
  try {
    answer = await work(transaction);
  } catch (cause) {
    try {
      transaction.abort();
    } catch {
      // Already aborted by the failing request itself.
    }
    await done.catch(() => undefined);
    throw cause instanceof TransactionAborted ? cause : new TransactionAborted(transaction.error ?? cause);
  }
  await done;
  return answer;
}

/** Nothing of the transaction was written. `cause` is IndexedDB's own error. */
export class TransactionAborted extends Error {
  constructor(cause: unknown) {
    super('the transaction was aborted', { cause });
    this.name = 'TransactionAborted';
  }
}
