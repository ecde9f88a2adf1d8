import 'fake-indexeddb/auto';
import { type DBSchema, openDB } from 'idb';
import { describe, expect, it } from 'vitest';
import { type Connection, connect } from '#adapters/indexeddb/connection.ts';

interface Rows extends DBSchema {
  rows: { key: string; value: number };
}

let databases = 0;
async function connected(onBlocking?: () => void): Promise<{ name: string; connection: Connection<Rows> }> {
  databases += 1;
  const name = `connection-${String(databases)}`;
  const connection = await connect<Rows>(name, 1, {
    upgrade: (database) => {
      database.createObjectStore('rows');
    },
    ...(onBlocking === undefined ? {} : { onBlocking }),
  });
  return { name, connection };
}

describe('a connection to a database', () => {
  it('that was broken comes back', async () => {
    const { connection } = await connected();
    const before = await connection.use();
    connection.drop();
    expect(await connection.use()).not.toBe(before);
    connection.close();
  });

  it('[G04] holds no newer schema up, whoever asked for it at once before', async () => {
    const told: string[] = [];
    const { name, connection } = await connected(() => told.push('closed'));
    connection.drop();
    await Promise.all([connection.use(), connection.use(), connection.use()]);
    const newer = await openDB(name, 2);
    expect(newer.version).toBe(2);
    expect(told).toEqual(['closed']);
    newer.close();
    await expect(connection.use()).rejects.toMatchObject({ code: 'register-closed' });
  });
});
