import 'fake-indexeddb/auto';
import { expect, it, vi } from 'vitest';
import type * as strict from '#adapters/indexeddb/strict.ts';
import { indexedDbStore } from '#adapters/indexeddb/indexeddb-store.ts';
import { receiveApplications } from '#operations/application/receive.ts';
import { verifyLog } from '#operations/audit/verify-log.ts';
import { contentOf } from '#tests/support/applicant-content.ts';
import { aRequest, anOffice, setUp, taken } from '#tests/support/office-at-work.ts';

/** What happens after the next commit of an act, before the word for it: then the browser breaks the connection, and it never comes. */
const afterNext = vi.hoisted(() => ({ happens: null as (() => Promise<unknown>) | null }));

vi.mock('#adapters/indexeddb/strict.ts', async (original) => {
  const real = await original<typeof strict>();
  const strictly: typeof real.strictly = async (database, stores, work) => {
    const answer = await real.strictly(database, stores, work);
    const { happens } = afterNext;
    if (happens === null || !stores.some((name) => name === 'audit')) return answer;
    afterNext.happens = null;
    await happens();
    throw new real.TransactionAborted(new DOMException('The connection was closed.', 'AbortError'));
  };
  return { ...real, strictly };
});

it.each(['alone', 'with another act in between'])(
  '[E11] a commit whose word was lost is done once, %s',
  async (how) => {
    const store = await indexedDbStore({ name: `retried ${how}` });
    const { desk } = { ...anOffice(store) };
    await setUp({ ...anOffice(), desk });
    const received = async (n: number) => {
      const content = contentOf(n);
      return { applications: [{ content, request: await aRequest(content), scans: [] }] };
    };
    const [first, second] = [await received(0), await received(1)];
    afterNext.happens = async () => {
      if (how !== 'alone') taken(await receiveApplications(desk, second));
    };
    taken(await receiveApplications(desk, first));
    expect(afterNext.happens).toBeNull();
    expect(await (await store.read()).count('application')).toBe(how === 'alone' ? 1 : 2);
    expect((await verifyLog(desk)).faults).toEqual([]);
    store.close();
  },
);
