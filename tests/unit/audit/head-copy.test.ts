import { beforeAll, describe, expect, it } from 'vitest';
import { openDB } from 'idb';
import { indexedDbStore } from '#adapters/indexeddb/indexeddb-store.ts';
import type { HeadSchema } from '#adapters/indexeddb/schema.ts';
import { verifyLog } from '#operations/audit/verify-log.ts';
import { startStation } from '#operations/station/start.ts';
import { type OfficeAtWork, anOffice, setUp, taken } from '#tests/support/office-at-work.ts';
import { copyOfRegister } from '#tests/support/tampered-register.ts';

const name = 'head-copy';
let office: OfficeAtWork;

beforeAll(async () => {
  office = anOffice(await indexedDbStore({ name }));
  await setUp(office);
  office.desk.custody.lock();
});

/** A start in a copy of the register, after that was done to the copy of its head. */
async function startedAfter(spoil: (key: 'head') => Promise<unknown>, copy: string) {
  await spoil('head');
  const store = await indexedDbStore({ name: copy });
  const desk = { ...office.desk, store };
  const faults = (await verifyLog(desk)).faults.map(({ type }) => type);
  const start = taken(await startStation(desk));
  const acts = (await (await store.read()).list('audit')).filter(({ act }) => act === 'head-repaired');
  const after = (await verifyLog(desk)).faults;
  store.close();
  return { faults, start, repaired: acts.map(({ subjects }) => subjects), after };
}

async function headsOf(copy: string) {
  return openDB<HeadSchema>(`${copy}-head`);
}

describe('the copy of the head', () => {
  it('that is whole is left alone', async () => {
    const copy = await copyOfRegister(name);
    const found = await startedAfter(() => Promise.resolve(), copy);
    expect(found).toMatchObject({ faults: [], start: { headCopy: 'same' }, repaired: [], after: [] });
  });

  it('that is gone is told by the verification, by the start, and in the log for good', async () => {
    const copy = await copyOfRegister(name);
    const found = await startedAfter(async (key) => {
      const heads = await headsOf(copy);
      await heads.delete('head', key);
      heads.close();
    }, copy);
    expect(found.faults).toEqual(['HeadCopyMissing']);
    expect(found.start).toMatchObject({ type: 'ready', headCopy: 'copy-missing' });
    expect(found.repaired).toEqual([['copy-missing']]);
    expect(found.after).toEqual([]);
  });

  it('that a crash left one commit behind is no fault, and the start brings it up', async () => {
    const copy = await copyOfRegister(name);
    const found = await startedAfter(async (key) => {
      const store = await indexedDbStore({ name: copy });
      const before = (await (await store.read()).list('audit')).at(-2);
      store.close();
      if (before === undefined) throw new Error('a log of one record');
      const heads = await headsOf(copy);
      await heads.put('head', { seq: before.seq, hash: before.hash, time: before.time }, key);
      heads.close();
    }, copy);
    expect(found).toMatchObject({ faults: [], start: { headCopy: 'register-ahead' }, after: [] });
    expect(found.repaired).toEqual([['register-ahead']]);
  });

  it('is told to a tab that only reads, and left as it is', async () => {
    const copy = await copyOfRegister(name);
    const heads = await headsOf(copy);
    await heads.delete('head', 'head');
    heads.close();
    const store = await indexedDbStore({ name: copy });
    const start = taken(await startStation({ ...office.desk, store, isWriter: () => false }));
    expect(start).toMatchObject({ type: 'ready', headCopy: 'copy-missing', abandoned: 0 });
    expect(await store.headCopy()).toBeNull();
    store.close();
  });
});
