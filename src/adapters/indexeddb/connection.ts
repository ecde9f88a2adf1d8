import { Fault } from '#domain/base/fault.ts';
import { type DBSchema, type IDBPDatabase, type OpenDBCallbacks, openDB } from 'idb';
import { TransactionAborted } from './strict.ts';

/**
 * A connection that comes back: a browser closes every database of an origin when its disk fails it, a full disk included
 * (E11), and an office goes on as soon as there is room again.
 */
export interface Connection<S extends DBSchema> {
  /**
   * Does the work on the open database, and once more on the next one when the browser broke the connection under it. Rejects
   * with what the work rejects with otherwise, and with the fault `register-closed` after a newer page asked for the database.
   */
  readonly run: <T>(work: (database: IDBPDatabase<S>) => Promise<T>) => Promise<T>;
  /** The browser broke it: the next use opens it anew. */
  readonly drop: () => void;
  readonly close: () => void;
}

export interface ConnectionOptions<S extends DBSchema> extends Pick<OpenDBCallbacks<S>, 'upgrade'> {
  /** Another page wants a newer schema. */
  readonly onBlocking?: () => void;
  /**
   * Before it is opened again: Chromium needs room for it, and empties a database that it could not open for want of room.
   * Never rejects.
   */
  readonly makeRoom?: () => Promise<void>;
}

/** Milliseconds before each further try: the browser may still be at closing what it broke. */
const betweenTries = [0, 50, 200, 800] as const;

/**
 * Resolves when it was opened for the first time. After `onBlocking` it stays closed, and each use throws the fault
 * `register-closed`. Throws `register-newer` when what lies there is of a newer schema.
 */
export async function connect<S extends DBSchema>(
  name: string,
  version: number,
  options: ConnectionOptions<S>,
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
        // Two who ask at once after a break may open one each: each of them is closed, and it is told once.
        const isFirst = !isOver;
        opened.close();
        close();
        if (isFirst) options.onBlocking?.();
      },
      terminated() {
        if (current === opened) current = null;
      },
    });
    if (current === null) current = opened;
    else opened.close();
    return current;
  };
  const close = (): void => {
    isOver = true;
    current?.close();
  };
  const drop = (): void => {
    current?.close();
    current = null;
  };
  const use = async (): Promise<IDBPDatabase<S>> => {
    if (isOver) throw new Fault('register-closed');
    if (current !== null) return current;
    await options.makeRoom?.();
    return open();
  };

  try {
    await open();
  } catch (error) {
    throw isNewer(error) ? new Fault('register-newer', undefined, { cause: error }) : error;
  }
  return {
    async run(work) {
      for (const pause of betweenTries) {
        let database: IDBPDatabase<S> | null = null;
        try {
          database = await use();
          return await work(database);
        } catch (error) {
          if (isOver || !isBroken(error)) throw error;
          // Only the one that failed: another work may have opened the next one by now.
          if (current === database) drop();
          await new Promise((resolve) => setTimeout(resolve, pause));
        }
      }
      return work(await use());
    },
    drop,
    close,
  };
}

function isNewer(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'VersionError';
}

/**
 * What a work meets whose connection the browser closed: a transaction that nobody aborted (AbortError), one that can't begin
 * (InvalidStateError), a database that does not open (UnknownError, of Chromium's own words; a full disk has others).
 */
function isBroken(error: unknown): boolean {
  const cause: unknown = error instanceof TransactionAborted ? error.cause : error;
  if (!(cause instanceof DOMException)) return false;
  return (
    cause.name === 'AbortError' ||
    cause.name === 'InvalidStateError' ||
    (cause.name === 'UnknownError' && /backing store/i.test(cause.message))
  );
}
