import { Fault } from '#domain/base/fault.ts';
import { type DBSchema, type IDBPDatabase, type OpenDBCallbacks, openDB } from 'idb';

/**
 * A connection that comes back: a browser closes every database of an origin when its disk fails it, a full disk included
 * (E11), and an office goes on as soon as there is room again.
 */
export interface Connection<S extends DBSchema> {
  readonly use: () => Promise<IDBPDatabase<S>>;
  /** The browser broke it: the next use opens it anew. */
  readonly drop: () => void;
  readonly close: () => void;
}

/**
 * Resolves when it was opened for the first time. `onBlocking`: another page wants a newer schema; it stays closed then, and
 * each use throws the fault `register-closed`. Throws `register-newer` when what lies there is of a newer schema.
 */
export async function connect<S extends DBSchema>(
  name: string,
  version: number,
  options: Pick<OpenDBCallbacks<S>, 'upgrade'> & { readonly onBlocking?: () => void },
): Promise<Connection<S>> {
  let isOver = false;
  let current: IDBPDatabase<S> | null = null;

  const open = async (): Promise<IDBPDatabase<S>> => {
    const opened = await openDB<S>(name, version, {
      upgrade(database, oldVersion, newVersion, transaction, event) {
        // A step that throws aborts the transaction, and `openDB` rejects with it (E14): one fault, told once.
        transaction.done.catch(() => undefined);
        options.upgrade?.(database, oldVersion, newVersion, transaction, event);
      },
      blocking() {
        // Two who ask at once after a break open one each: each of them is closed, and it is told once.
        const isFirst = !isOver;
        opened.close();
        close();
        if (isFirst) options.onBlocking?.();
      },
      terminated() {
        if (current === opened) current = null;
      },
    });
    current = opened;
    return opened;
  };
  const close = (): void => {
    isOver = true;
    current?.close();
  };

  try {
    await open();
  } catch (error) {
    throw isNewer(error) ? new Fault('register-newer', undefined, { cause: error }) : error;
  }
  return {
    async use() {
      if (isOver) throw new Fault('register-closed');
      return current ?? open();
    },
    drop() {
      current?.close();
      current = null;
    },
    close,
  };
}

function isNewer(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'VersionError';
}
