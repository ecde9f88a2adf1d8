import { describe, expect, it } from 'vitest';
import { memoryStore } from '#adapters/memory/memory-store.ts';
import { directCustody } from '#adapters/memory/direct-custody.ts';
import type { Desk } from '#ports/desk.ts';
import type { RegisterStore } from '#ports/register-store.ts';
import { lookAtPackage } from '#operations/exchange/look-at-package.ts';
import { makeExchangePackage } from '#operations/exchange/make-package.ts';
import { packageSeenAgain, packageWritten } from '#operations/exchange/package-on-medium.ts';
import { takePackage } from '#operations/exchange/take-package.ts';
import { registerFaults } from '#operations/soundness.ts';
import { unlockStation } from '#operations/station/unlock.ts';
import { startStation } from '#operations/station/start.ts';
import { KeyVault } from '#workers/custody/key-vault.ts';
import { PowerCut, cutAt } from '#tests/support/failing-store.ts';
import { type OfficeAtWork, passphrase, taken } from '#tests/support/office-at-work.ts';
import {
  aFieldStation,
  anAuthority,
  digestOfStation,
  handedIn,
  pair,
  receipt,
  sent,
  tookIn,
} from '#tests/support/stations-at-work.ts';

/** The same station after its power went at that commit, started and unlocked anew on what the store has. */
async function afterCut(
  office: OfficeAtWork,
  store: RegisterStore,
  cut: { readonly number: number; readonly when: 'before' | 'after' },
  act: (desk: Desk) => Promise<unknown>,
): Promise<{ readonly wasCut: boolean; readonly office: OfficeAtWork }> {
  let wasCut = false;
  try {
    await act({ ...office.desk, store: cutAt(store, cut.number, cut.when) });
  } catch (error) {
    if (!(error instanceof PowerCut)) throw error;
    wasCut = true;
  }
  const desk: Desk = { ...office.desk, store, custody: directCustody(() => new KeyVault()) };
  taken(await startStation(desk));
  const officers = await (await store.read()).list('officer');
  taken(await unlockStation(desk, { officerId: officers[0]?.id ?? '', secret: { passphrase } }));
  return { wasCut, office: { ...office, desk } };
}

const cuts = [1, 2, 3, 4].flatMap((number) =>
  (['before', 'after'] as const).map((when) => ({ number, when })),
);

describe('a power cut (K12)', () => {
  it.each(cuts)(
    'at commit $number, $when it, while a package is made and written leaves nothing half',
    async (cut) => {
      const store = memoryStore();
      const authority = await anAuthority();
      let field = await aFieldStation(store);
      await pair({ authority, field });
      const first = await handedIn(field, {}, true);
      const peer = await digestOfStation(authority);
      const media: Uint8Array[] = [];
      const { office } = await afterCut(field, store, cut, async (desk) => {
        const { record, file } = taken(await makeExchangePackage(desk, { peer }));
        media.push(file);
        taken(await packageWritten(desk, { id: record.id, file }));
        taken(await packageSeenAgain(desk, { id: record.id, file }));
      });
      field = office;
      expect(await registerFaults(field.desk)).toEqual([]);
      // Whatever was on a medium, and one package more: each application once, and everything acknowledged.
      const { file } = await sent(field, authority);
      for (const each of [...media, file, ...media]) taken(await tookIn(authority, each));
      const reading = await authority.desk.store.read();
      expect((await reading.list('application')).map(({ id }) => id)).toEqual([first.id]);
      taken(await tookIn(field, await receipt(authority, field)));
      expect(await makeExchangePackage(field.desk, { peer })).toMatchObject({
        error: { type: 'NothingToSend' },
      });
      expect(await registerFaults(authority.desk)).toEqual([]);
    },
  );

  it.each([1, 2].flatMap((number) => (['before', 'after'] as const).map((when) => ({ number, when }))))(
    'at commit $number, $when it, while a package is taken in leaves nothing half and nothing twice',
    async (cut) => {
      const store = memoryStore();
      let authority = await anAuthority(store);
      const field = await aFieldStation();
      await pair({ authority, field });
      const ids = [
        (await handedIn(field, {}, true)).id,
        (await handedIn(field, { iin: '920308400012', surname: 'Серікова', givenName: 'Айгүл' })).id,
      ];
      const { file } = await sent(field, authority);
      const { office, wasCut } = await afterCut(authority, store, cut, async (desk) => {
        const { id } = taken(await lookAtPackage(desk, file));
        taken(await takePackage(desk, { file, id, conflicts: {} }));
      });
      expect(wasCut).toBe(cut.number === 1);
      authority = office;
      expect(await registerFaults(authority.desk)).toEqual([]);
      const before = await (await authority.desk.store.read()).list('application');
      expect(before).toHaveLength(cut.number === 1 && cut.when === 'before' ? 0 : 2);
      taken(await tookIn(authority, file));
      const reading = await authority.desk.store.read();
      expect((await reading.list('application')).map(({ id }) => id).sort()).toEqual(ids.sort());
      expect(await reading.count('attachment')).toBe(1);
      expect(await reading.count('packageIn')).toBe(1);
      expect(await registerFaults(authority.desk)).toEqual([]);
    },
  );
});

describe('a medium that is pulled out while it is read (C10)', () => {
  it('takes nothing in', async () => {
    const authority = await anAuthority();
    const field = await aFieldStation();
    await pair({ authority, field });
    await handedIn(field);
    const { file } = await sent(field, authority);
    const { id } = taken(await lookAtPackage(authority.desk, file));
    const half = file.subarray(0, file.length >> 1);
    const before = (await authority.desk.store.read()).version;
    expect(await takePackage(authority.desk, { file: half, id, conflicts: {} })).toEqual({
      ok: false,
      error: { type: 'ExchangeUnopened' },
    });
    expect((await authority.desk.store.read()).version).toBe(before);
  });
});
