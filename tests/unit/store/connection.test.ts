import 'fake-indexeddb/auto';
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { describe, expect, it } from 'vitest';
import { type Connection, type ConnectionOptions, connect } from '#adapters/indexeddb/connection.ts';
import { TransactionAborted } from '#adapters/indexeddb/strict.ts';

interface Rows extends DBSchema {
  rows: { key: string; value: number };
}

const itself = (database: IDBPDatabase<Rows>) => Promise.resolve(database);

let databases = 0;
async function connected(
  options: Pick<ConnectionOptions<Rows>, 'onBlocking' | 'makeRoom'> = {},
): Promise<{ name: string; connection: Connection<Rows> }> {
  databases += 1;
  const name = `connection-${String(databases)}`;
  const connection = await connect<Rows>(name, 1, {
    upgrade: (database) => {
      database.createObjectStore('rows');
    },
    ...options,
  });
  return { name, connection };
}

/** What Chromium says of a database that it closed itself, or could not open. */
const broken = {
  'a transaction that nobody aborted': new DOMException('The connection was closed.', 'AbortError'),
  'a connection that is closing': new DOMException(
    'The database connection is closing.',
    'InvalidStateError',
  ),
  'a database that did not open': new DOMException(
    'Internal error opening backing store for indexedDB.open.',
    'UnknownError',
  ),
};

describe('a connection to a database', () => {
  it('that was broken comes back', async () => {
    const { connection } = await connected();
    const before = await connection.run(itself);
    connection.drop();
    expect(await connection.run(itself)).not.toBe(before);
    connection.close();
  });

  for (const [name, cause] of Object.entries(broken))
    for (const error of [cause, new TransactionAborted(cause)])
      it(`[E11] does its work again on the next one after ${name} (${error.name})`, async () => {
        const { connection } = await connected();
        const met: unknown[] = [];
        const answer = await connection.run((database) => {
          met.push(database);
          if (met.length < 3) throw error;
          return database.count('rows');
        });
        expect(answer).toBe(0);
        expect(new Set(met).size).toBe(3);
        connection.close();
      });

  it('[E11] tells what stays broken, and what is no break at once', async () => {
    const { connection } = await connected();
    const cause = broken['a connection that is closing'];
    await expect(connection.run(() => Promise.reject(cause))).rejects.toBe(cause);
    const met: unknown[] = [];
    const full = new DOMException('no room', 'QuotaExceededError');
    const work = (database: unknown) => {
      met.push(database);
      throw full;
    };
    await expect(connection.run(work)).rejects.toBe(full);
    expect(met).toHaveLength(1);
    connection.close();
  });

  it('[E11] makes room before it is opened again, and not before', async () => {
    const order: string[] = [];
    const { connection } = await connected({
      makeRoom: () => {
        order.push('room');
        return Promise.resolve();
      },
    });
    await connection.run(() => Promise.resolve(order.push('first')));
    connection.drop();
    await connection.run(() => Promise.resolve(order.push('second')));
    expect(order).toEqual(['first', 'room', 'second']);
    connection.close();
  });

  it('[G04] holds no newer schema up, whoever asked for it at once before', async () => {
    const told: string[] = [];
    const { name, connection } = await connected({ onBlocking: () => told.push('closed') });
    connection.drop();
    await Promise.all([connection.run(itself), connection.run(itself), connection.run(itself)]);
    const newer = await openDB(name, 2);
    expect(newer.version).toBe(2);
    expect(told).toEqual(['closed']);
    newer.close();
    await expect(connection.run(itself)).rejects.toMatchObject({ code: 'register-closed' });
  });
});
