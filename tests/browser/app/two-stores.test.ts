import { sha256 } from '#adapters/digest/digest.ts';
import { markerPlaces } from '#adapters/browser/marker-places.ts';
import { registerStore } from '#app/register-store.ts';
import type { AuditRecord } from '#domain/audit/audit-record.ts';
import { chainActs } from '#domain/audit/chain.ts';
import type { Instant } from '#domain/base/instant.ts';
import { readMarker } from '#domain/exchange/station-marker.ts';
import type { GuardedRegister } from '#operations/commit-journal/guarded-register.ts';
import type { Put, RegisterStore } from '#ports/register-store.ts';
import { describe, expect, it } from '#tests/browser/harness/suite.ts';
import { registerStoreContract } from '#tests/contracts/register-store.contract.ts';

const writer = { role: 'writer', subscribe: () => () => undefined } as const;

function open(name: string): ReturnType<typeof registerStore> {
  return registerStore(name, writer, () => undefined);
}

registerStoreContract(
  'IndexedDB of the browser, with what stands beside it',
  () => {
    const name = `guarded-${crypto.randomUUID()}`;
    return { open: async () => (await open(name)).store, sha256 };
  },
  { describe, it, expect },
);

const time = '2026-11-23T06:00:00Z' as Instant;
/** As much of a station's record as a marker takes; the rest is whatever it is. */
const station = { id: 'station', stationId: 'ab', epoch: 1 } as unknown as Put['record'];

/** Commits as acts make them, each on the one before. */
async function commits(store: RegisterStore, count: number): Promise<void> {
  let head: AuditRecord | null = null;
  for (let i = 0; i < count; i++) {
    const blob: Put = {
      collection: 'blob',
      record: { id: `b${String(i)}`, octets: new Uint8Array([i, 255, 0]) },
    };
    const puts = i === 0 ? [{ collection: 'station', record: station } as Put, blob] : [blob];
    const audit = chainActs(
      head,
      time,
      [{ act: 'settings-changed', officer: 'o1', subjects: [], writes: [] }],
      sha256,
    );
    head = audit.at(-1) ?? null;
    const { version } = await store.read();
    expect((await store.commit(version, { puts, removals: [], audit })).type).toBe('committed');
  }
}

async function deleted(name: string): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const deletion = indexedDB.deleteDatabase(name);
    deletion.onsuccess = () => {
      resolve();
    };
    deletion.onerror = () => {
      reject(new Error('not deleted'));
    };
  });
}

async function begun(count: number): Promise<{ readonly name: string; readonly guarded: GuardedRegister }> {
  const name = `two-stores-${crypto.randomUUID()}`;
  const { store, guard } = await open(name);
  await commits(store, count);
  const guarded = await guard();
  await guarded.marked();
  expect(await guarded.journalStanding()).toBe('kept');
  store.close();
  return { name, guarded };
}

describe('[J21] the two stores of a register in this browser', () => {
  it('know of the same commits, and so does each marker', async () => {
    const { name } = await begun(3);
    const { store, guard } = await open(name);
    expect(await (await guard()).look()).toEqual({ type: 'sound', isJournalLost: false });
    const { head } = await store.read();
    const markers = await Promise.all(markerPlaces(name).map((place) => place.read()));
    expect(markers.length).toBe('storageBuckets' in navigator ? 3 : 2);
    for (const text of markers) expect(readMarker(text ?? '')).toEqual({ stationId: 'ab', epoch: 1, head });
    expect(await (await guard()).bringUp()).toBe('kept');
    store.close();
  });

  it('of which the first was emptied: the second has everything', async () => {
    const { name } = await begun(4);
    await deleted(name);
    await deleted(`${name}-head`);
    const { store, guard } = await open(name);
    expect(await store.state('itself')).toEqual({ type: 'empty' });
    expect(await store.state()).toMatchObject({ type: 'missing', lastKnown: { seq: 4 } });
    expect(await (await guard()).look()).toMatchObject({
      type: 'journal-ahead',
      marker: { head: { seq: 4 } },
    });
    store.close();
  });

  it('of which a second page takes the files over, as the writer that it has become', async () => {
    const name = `two-stores-${crypto.randomUUID()}`;
    const first = await open(name);
    await commits(first.store, 2);
    const second = await open(name);
    expect(await (await second.guard()).look()).toEqual({ type: 'sound', isJournalLost: false });
    expect(await (await second.guard()).bringUp()).toBe('kept');
    first.store.close();
    second.store.close();
  });

  it('are apart for a register of another name', async () => {
    await begun(2);
    const { store, guard } = await open(`two-stores-${crypto.randomUUID()}`);
    expect(await (await guard()).look()).toEqual({ type: 'nothing' });
    expect(await store.state()).toEqual({ type: 'empty' });
    store.close();
  });
});
