import { beforeAll, describe, expect, it } from 'vitest';
import { type RegisterContent, memoryStore } from '#adapters/memory/memory-store.ts';
import type { Result } from '#domain/base/result.ts';
import { verifyLog } from '#operations/audit/verify-log.ts';
import { signCrl } from '#operations/crl/sign-crl.ts';
import { receiveRevocation } from '#operations/revocation/receive.ts';
import { decideRevocation } from '#operations/revocation/revoke.ts';
import { changeSettings } from '#operations/station/settings.ts';
import { startStation } from '#operations/station/start.ts';
import { unlockStation } from '#operations/station/unlock.ts';
import type { CommitFollower } from '#ports/commit-journal.ts';
import type { RegisterStore } from '#ports/register-store.ts';
import {
  type Browser,
  type GuardedOffice,
  aBrowser,
  contentOf,
  startedOn,
} from '#tests/support/guarded-office.ts';
import { aDisk } from '#tests/support/journal-in-memory.ts';
import { issued, passphrase, setUp, taken } from '#tests/support/office-at-work.ts';
import { published } from '#tests/support/publishing.ts';

let register: RegisterContent;
let serialNumber: string;

beforeAll(async () => {
  const office = startedOn(aBrowser());
  await setUp(office);
  taken(await signCrl(office.desk));
  office.pass(60);
  serialNumber = (await issued(office)).id;
  register = await contentOf(office.itself);
});

const settings = {
  settings: { crlValidityDays: 5, lockMinutes: 9 },
  addresses: { crl: 'http://crl.example.kz/n.crl' },
};

interface FullOffice extends GuardedOffice {
  readonly browser: Browser;
  /** From this commit on there is room for none, but what the reserve gives back. */
  readonly fillFrom: (commit: number) => void;
  /** From now on the journal alone has no room, but what the reserve gives back. */
  readonly fillJournal: () => void;
  readonly commits: () => number;
}

async function aFullOffice(fullFrom = Infinity): Promise<FullOffice> {
  const browser = { ...aBrowser(), disk: aDisk(), register };
  let commits = 0;
  const state = { fullFrom: Infinity, isJournalFull: false };
  const isFull = (): boolean => commits >= state.fullFrom;
  const storeWith = (follower: CommitFollower): RegisterStore => {
    const store = memoryStore(browser.register, follower);
    return {
      ...store,
      commit: (base, change) => {
        // Files of the journal and the register share one disk: full, as long as the reserve lies on it.
        browser.disk.room = isFull() || state.isJournalFull ? used(browser) : Infinity;
        if (isFull() && browser.disk.files[2].octets.length > 0) return Promise.resolve({ type: 'no-room' });
        commits += 1;
        return store.commit(base, change);
      },
    };
  };
  const office = startedOn(browser, { at: '2026-11-23T05:00:00Z', storeWith });
  expect(taken(await startStation(office.desk)).type).toBe('ready');
  commits = 0;
  state.fullFrom = fullFrom;
  return {
    ...office,
    browser,
    commits: () => commits,
    fillJournal() {
      state.isJournalFull = true;
    },
    fillFrom(commit) {
      state.fullFrom = commit;
      browser.disk.room = isFull() ? used(browser) : Infinity;
    },
  };
}

function used({ disk }: Browser): number {
  return disk.files.reduce((sum, { octets }) => sum + octets.length, 0);
}

/** From the locked station to the published list. */
async function revokeAndPublish({ desk, itself, pass }: FullOffice): Promise<void> {
  const [officer] = await (await itself.read()).list('officer');
  taken(await unlockStation(desk, { officerId: officer?.id ?? '', secret: { passphrase } }));
  pass(60);
  const received = taken(
    await receiveRevocation(desk, {
      serialNumber,
      source: { type: 'office', statement: 'Қате берілген' },
      ground: 'own-error',
    }),
  );
  taken(await decideRevocation(desk, { caseId: received.id, confirmedCorrect: true }));
  pass(60);
  await published(desk, taken(await signCrl(desk)));
}

function other({ desk }: FullOffice): Promise<Result<unknown, { readonly type: string }>> {
  return changeSettings(desk, settings);
}

describe('[E05] [E11] a full disk', () => {
  it('refuses whatever is not a revocation, and nothing of it is written', async () => {
    const office = await aFullOffice();
    const [officer] = await (await office.itself.read()).list('officer');
    taken(await unlockStation(office.desk, { officerId: officer?.id ?? '', secret: { passphrase } }));
    office.fillFrom(0);
    const before = await contentOf(office.itself);
    expect(await other(office)).toEqual({ ok: false, error: { type: 'NoRoom' } });
    expect(await contentOf(office.itself)).toEqual(before);
  });

  it.each([0, 1, 2, 3, 4, 5])(
    'lets a revocation through to the published list, full from commit %d on',
    async (from) => {
      const office = await aFullOffice(from);
      await revokeAndPublish(office);
      expect(office.commits()).toBeGreaterThan(5);
      expect((await verifyLog(office.desk)).faults).toEqual([]);
      expect(await (await office.itself.read()).count('crl')).toBe(2);
    },
  );

  it('keeps the room that it gave back for revocations alone, until it is kept free again', async () => {
    const office = await aFullOffice(0);
    await revokeAndPublish(office);
    // The register would take it now.
    expect(office.browser.disk.files[2].octets.length).toBe(0);
    expect(await other(office)).toEqual({ ok: false, error: { type: 'NoRoom' } });
    office.fillFrom(Infinity);
    taken(await other(office));
    expect(office.browser.disk.files[2].octets.length).toBeGreaterThan(0);
    // The journal has what there was no room for.
    const end = startedOn({ ...office.browser, register: undefined }, { at: '2026-11-23T06:00:00Z' });
    expect(taken(await startStation(end.desk))).toMatchObject({
      type: 'ready',
      rebuilt: { what: 'register' },
    });
    expect(await (await end.itself.read()).count('crl')).toBe(2);
  });

  it('acknowledges nothing that the journal has no room for, as long as there is a reserve', async () => {
    const office = await aFullOffice();
    const [officer] = await (await office.itself.read()).list('officer');
    taken(await unlockStation(office.desk, { officerId: officer?.id ?? '', secret: { passphrase } }));
    // The register still takes it, and Chromium would empty the register over the next one.
    office.fillJournal();
    taken(await other(office));
    expect(office.browser.disk.files[2].octets.length).toBe(0);
    expect(await office.guard.journalStanding()).toBe('kept');
    const { head } = await office.itself.read();
    expect(await other(office)).toEqual({ ok: false, error: { type: 'NoRoom' } });
    const end = startedOn({ ...office.browser, register: undefined }, { at: '2026-11-23T06:00:00Z' });
    expect(taken(await startStation(end.desk))).toMatchObject({
      type: 'ready',
      rebuilt: { what: 'register', seq: head?.seq },
    });
  });

  it('at the start of the day leaves the reserve to a revocation', async () => {
    const browser = { ...aBrowser(), register };
    browser.disk.room = 0;
    const office = startedOn(browser, { at: '2026-11-23T05:00:00Z' });
    taken(await startStation(office.desk));
    const [officer] = await (await office.itself.read()).list('officer');
    taken(await unlockStation(office.desk, { officerId: officer?.id ?? '', secret: { passphrase } }));
    expect(await changeSettings(office.desk, settings)).toEqual({
      ok: false,
      error: { type: 'NoRoom' },
    });
    expect(await office.guard.journalStanding()).toBe('behind');
  });
});
