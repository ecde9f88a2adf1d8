import { deleteDB, openDB } from 'idb';
import { indexedDbStore } from '#adapters/indexeddb/indexeddb-store.ts';
import { compose } from '#app/compose.ts';
import { verifyInWorker } from '#app/log-verification.ts';
import { indexRegister, searchRegister } from '#domain/register/search-register.ts';
import { type Measured, medianOf, timeOf } from './measured.ts';

const name = 'tirkelim';

/**
 * E12: what an office of `certificates` meets at a start, at a search, and when log and register are verified in the worker. The
 * register is a file that `tests/bench/register` has made by the office's own acts, put into the databases as it lies.
 */
export async function measureLargeRegister(certificates: number): Promise<readonly Measured[]> {
  const rows = await loaded();
  const size = certificates;
  const started = performance.now();
  const { office, ready } = await compose({ demonstration: false, onOutdated: () => undefined });
  await ready;
  const start = await office.acts.startStation('first');
  const startMs = performance.now() - started;
  if (!start.ok || start.value.type !== 'ready') throw new Error('the large register does not start');
  const snapshot = await office.store.read();
  const index = indexRegister(await snapshot.list('entry'));
  const now = office.clock.now();
  const search = await medianOf(21, () =>
    searchRegister(index, { text: 'қасен', status: 'in-force' }, { by: 'name', descending: false }, now),
  );
  const reading = await timeOf(readEveryRow);
  const takes: number[] = [];
  for (let run = 0; run < 3; run++) {
    const took = await timeOf(async () => {
      const { report } = await verifyInWorker(name);
      const seen = report.records + report.registerRecords;
      if (report.faults.length > 0) throw new Error(JSON.stringify(report.faults.slice(0, 5)));
      if (seen > rows || report.registerRecords < certificates) throw new Error(`${seen} of ${rows} rows`);
    });
    takes.push(took);
  }
  const verify = takes.sort((a, b) => a - b)[1] ?? 0;
  return [
    { name: '[E12] start, first page of a large register', value: startMs, unit: 'ms', limit: 3_000, size },
    { name: '[E12] search in a large register', value: search, unit: 'ms', limit: 200, size },
    { name: '[E12] log and register verified in the worker', value: verify, unit: 'ms', limit: 10_000, size },
    {
      name: 'rows verified',
      value: (rows / verify) * 1000,
      unit: '/s',
      limit: (rows / reading) * 1000,
      size: rows,
    },
  ];
}

/** Nothing but the reading, a thousand rows at a time: what the browser does without us. */
async function readEveryRow(): Promise<void> {
  const database = await openDB(name);
  for (const store of database.objectStoreNames)
    for (let range: IDBKeyRange | undefined; ;) {
      const keys = await database.getAllKeys(store, range, 1_000);
      const last = keys.at(-1);
      if (last === undefined) break;
      await database.getAll(store, range, 1_000);
      range = IDBKeyRange.lowerBound(last, true);
    }
  database.close();
}

/** Puts the file's rows into new databases; how many there are. */
async function loaded(): Promise<number> {
  await Promise.all([deleteDB(name), deleteDB(`${name}-head`)]);
  (await indexedDbStore({ name })).close();
  const { parts, head } = (await (await fetch('/register/index.json')).json()) as {
    readonly parts: number;
    readonly head: unknown;
  };
  const database = await openDB(name);
  const heads = await openDB(`${name}-head`);
  const vault: { id: string }[] = [];
  let count = 0;
  for (let part = 0; part < parts; part++) {
    const lines = (await (await fetch(`/register/${part}.jsonl`)).text()).split('\n').filter(Boolean);
    const transaction = database.transaction(database.objectStoreNames, 'readwrite');
    for (const line of lines) {
      const [collection, record, keys] = JSON.parse(line, octetsOf) as [string, { id: string }, object];
      void transaction.objectStore(collection).put({ record, keys }, record.id);
      if (collection === 'vaultFile') vault.push(record);
    }
    await transaction.done;
    count += lines.length;
  }
  await database.put('meta', { record: { id: 'state', version: 1, head }, keys: {} }, 'state');
  for (const file of vault) await heads.put('vault', file, file.id);
  await heads.put('head', head, 'head');
  database.close();
  heads.close();
  return count;
}

function octetsOf(_: string, value: unknown): unknown {
  const isOctets = typeof value === 'object' && value !== null && 'base64' in value;
  return isOctets ? Uint8Array.from(atob(String(value.base64)), (letter) => letter.charCodeAt(0)) : value;
}
