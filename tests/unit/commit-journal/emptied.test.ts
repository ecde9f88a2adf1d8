import { beforeAll, describe, expect, it } from 'vitest';
import { memoryStore } from '#adapters/memory/memory-store.ts';
import { ok } from '#domain/base/result.ts';
import { verifyLog } from '#operations/audit/verify-log.ts';
import { signCrl } from '#operations/crl/sign-crl.ts';
import { startStation } from '#operations/station/start.ts';
import { transact } from '#operations/transact.ts';
import { unlockStation } from '#operations/station/unlock.ts';
import type { RegisterStore, Snapshot } from '#ports/register-store.ts';
import { type Browser, copyOf, startedOn } from '#tests/support/guarded-office.ts';
import { passphrase, taken } from '#tests/support/office-at-work.ts';
import { expectClosed, expectWhole, seen, twoStores } from '#tests/support/two-stores.ts';

let whole: Browser;

beforeAll(async () => {
  ({ whole } = await twoStores());
});

describe('[E11] a register that is emptied while the page is open', () => {
  /** Started on a copy of the whole one; `empty` takes everything away under it, as Chromium does on a full disk. */
  function opened(options: Parameters<typeof startedOn>[1] = {}) {
    const browser = copyOf(whole);
    let isEmptied = false;
    const office = startedOn(browser, {
      at: '2026-11-23T05:00:00Z',
      storeWith: (follower) => {
        const [before, after] = [memoryStore(browser.register, follower), memoryStore(undefined, follower)];
        const now = (): RegisterStore => (isEmptied ? after : before);
        // A snapshot of IndexedDB's is none: each reading of it sees what lies there then.
        const read = async (): Promise<Snapshot> => ({
          ...(await now().read()),
          get: async (collection, id) => (await now().read()).get(collection, id),
          list: async (collection, query) => (await now().read()).list(collection, query),
          count: async (collection, query) => (await now().read()).count(collection, query),
          rows: async (collection, page) => (await now().read()).rows(collection, page),
        });
        return {
          ...before,
          read,
          state: () => now().state(),
          headCopy: () => now().headCopy(),
          repairHead: () => now().repairHead(),
          commit: (base, change) => now().commit(base, change),
          replaceAll: (puts) => now().replaceAll(puts),
        };
      },
      ...options,
    });
    const empty = (): void => {
      isEmptied = true;
    };
    return { browser, office, empty };
  }

  it('is put back from the journal before anybody reads it, told in the log, and works on', async () => {
    const { office, empty } = opened();
    expect(seen(taken(await startStation(office.desk)))).toEqual({ type: 'ready', rebuilt: undefined });
    empty();
    const [first, second] = await Promise.all([office.desk.store.read(), office.desk.store.state()]);
    expect([first.head?.seq, second.type]).toEqual([(whole.register?.head?.seq ?? 0) + 1, 'present']);
    await expectWhole(office, whole.register, ['register-rebuilt']);
    const [officer] = await (await office.itself.read()).list('officer');
    taken(await unlockStation(office.desk, { officerId: officer?.id ?? '', secret: { passphrase } }));
    office.pass(60);
    taken(await signCrl(office.desk));
    expect((await verifyLog(office.desk)).faults).toEqual([]);
  });

  it('in the middle of an act: the act goes by what was put back, and is written on it', async () => {
    const { office, empty } = opened();
    taken(await startStation(office.desk));
    const [officer] = await (await office.itself.read()).list('officer');
    taken(await unlockStation(office.desk, { officerId: officer?.id ?? '', secret: { passphrase } }));
    const count = (onPlan: () => void) =>
      transact(office.desk, async (snapshot) => {
        onPlan();
        const found = await snapshot.list('certificate');
        const acts = [{ act: 'log-verified' as const, subjects: [] }];
        return ok({ acts, answer: found.length });
      });
    const before = await count(() => undefined);
    expect(await count(empty)).toEqual(before);
    expect((await verifyLog(office.desk)).faults).toEqual([]);
  });

  it('takes no act and no set-up where the journal does not reach as far, and the next start says so', async () => {
    const { browser, office, empty } = opened();
    taken(await startStation(office.desk));
    empty();
    for (const file of browser.disk.files) file.octets = file.octets.slice(0, 100);
    expect(await office.desk.store.state()).toMatchObject({ type: 'missing' });
    await expectClosed(office);
    expect(seen(taken(await startStation(office.desk)))).toEqual({ type: 'register-missing' });
  });

  it('is left as it is by a tab that only reads', async () => {
    let isWriter = true;
    const { office, empty } = opened({ isWriter: () => isWriter });
    taken(await startStation(office.desk));
    isWriter = false;
    empty();
    expect(await office.desk.store.state()).toMatchObject({ type: 'missing' });
    expect((await office.itself.read()).head).toBeNull();
  });
});
