/** A register in which rows were changed past the program, and the second store that still has them. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { RegisterContent } from '#adapters/memory/memory-store.ts';
import type { CollectionName } from '#domain/exchange/collections.ts';
import { readMarker, writeMarker } from '#domain/exchange/station-marker.ts';
import { verifyLog } from '#operations/audit/verify-log.ts';
import { signCrl } from '#operations/crl/sign-crl.ts';
import { rebuildTouched } from '#operations/station/rebuild-touched.ts';
import { startStation } from '#operations/station/start.ts';
import { unlockStation } from '#operations/station/unlock.ts';
import {
  type Browser,
  type GuardedOffice,
  aBrowser,
  contentOf,
  copyOf,
  startedOn,
} from '#tests/support/guarded-office.ts';
import { issued, passphrase, setUp, taken } from '#tests/support/office-at-work.ts';

type Rows = ReadonlyMap<string, { readonly record: object; readonly keys: object }>;

let whole: Browser;

beforeAll(async () => {
  whole = aBrowser();
  const office = startedOn(whole);
  await setUp(office);
  await issued(office);
  taken(await signCrl(office.desk));
  await office.guard.marked();
  whole.register = await contentOf(office.itself);
});

/** The first row of a collection with a member that no act ever wrote. */
function edited(collection: CollectionName): RegisterContent {
  if (whole.register === undefined) throw new Error('no register');
  const rows = new Map(whole.register.tables.get(collection) as Rows | undefined);
  const [[key, row] = ['', { record: {}, keys: {} }]] = rows;
  rows.set(key, { ...row, record: { ...row.record, edited: true } });
  return { ...whole.register, tables: new Map([...whole.register.tables, [collection, rows as never]]) };
}

async function startedWith(register: RegisterContent | undefined, browser = copyOf(whole)) {
  const office = startedOn({ ...browser, register }, { at: '2026-11-23T05:00:00Z' });
  taken(await startStation(office.desk));
  return office;
}

const rebuiltIn = async ({ desk }: GuardedOffice): Promise<string> => {
  const rebuilt = await rebuildTouched(desk);
  return rebuilt.ok ? rebuilt.value.what : rebuilt.error.type;
};

describe('[J21] [E13] a register that was changed past the program, its journal whole', () => {
  it.each(['entry', 'certificate', 'crl', 'application', 'officer'] as const)(
    'is made anew from it (%s), verifies, and goes on signing',
    async (collection) => {
      const office = await startedWith(edited(collection));
      const { desk } = office;
      expect((await verifyLog(desk)).faults).not.toEqual([]);
      const seq = whole.register?.head?.seq;
      expect(taken(await rebuildTouched(desk))).toEqual({ what: 'register', found: 'damaged', seq });
      expect((await verifyLog(desk)).faults).toEqual([]);
      const before = whole.register?.tables.get(collection) as Rows | undefined;
      const now = (await contentOf(office.itself)).tables.get(collection) as Rows | undefined;
      expect([...(now ?? [])].map(([, { record }]) => record)).toEqual(
        [...(before ?? [])].map(([, { record }]) => record),
      );
      expect(desk.custody.isUnlocked()).toBe(false);
      const [officer] = await (await desk.store.read()).list('officer');
      taken(await unlockStation(desk, { officerId: officer?.id ?? '', secret: { passphrase } }));
      office.pass(60);
      taken(await signCrl(desk));
      expect((await verifyLog(desk)).faults).toEqual([]);
    },
  );

  it('never where it verifies', async () => {
    expect(await rebuiltIn(await startedWith(whole.register))).toBe('RegisterSound');
  });

  it('never from a journal that was cut, or of which nothing is left', async () => {
    const cut = copyOf(whole);
    for (const file of cut.disk.files) file.octets = file.octets.slice(0, file.octets.length >> 1);
    expect(await rebuiltIn(await startedWith(edited('entry'), cut))).toBe('SecondStoreUnfit');
    const gone = copyOf(whole);
    for (const file of gone.disk.files) file.octets = new Uint8Array();
    expect(await rebuiltIn(await startedWith(edited('entry'), gone))).toBe('SecondStoreUnfit');
  });

  it('never where a marker knows of a later act than the journal', async () => {
    const browser = copyOf(whole);
    const office = await startedWith(edited('entry'), browser);
    const marker = readMarker(browser.places[0]?.text ?? '');
    if (marker === null || browser.places[1] === undefined) throw new Error('no marker');
    const head = { ...marker.head, seq: marker.head.seq + 1 };
    browser.places[1].text = writeMarker({ ...marker, head });
    expect(await rebuiltIn(office)).toBe('SecondStoreUnfit');
  });

  it('never by a tab that only reads, nor where there is no second store', async () => {
    const browser = { ...copyOf(whole), register: edited('entry') };
    const reader = startedOn(browser, { isWriter: () => false });
    expect(await rebuiltIn(reader)).toBe('NotTheWriter');
    const { desk } = await startedWith(edited('entry'));
    const alone = { ...desk };
    Reflect.deleteProperty(alone, 'copies');
    expect(await rebuildTouched(alone)).toEqual({ ok: false, error: { type: 'SecondStoreUnfit' } });
  });
});
