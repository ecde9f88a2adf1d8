// @vitest-environment page
import { describe, expect, it } from 'vitest';
import { rulesByKind } from '#domain/authority/order-348/rules.ts';
import { CarrierList } from '#ui/body/carrier-list.svelte.ts';
import { HandingOver } from '#ui/body/handing-over.svelte.ts';
import { Issuing } from '#ui/body/issuing.svelte.ts';
import { carrierItems } from '#ui/today/carrier-items.ts';
import { approvedPersons, blankCarriers, setUpBodies } from '#tests/support/bodies-at-work.ts';
import { anOffice } from '#tests/support/office-at-work.ts';
import { aSession } from '#tests/support/session-at-work.ts';

/** Two keys in the folder that the officer chose; it is what he shows whenever he is asked for one. */
async function twoInFolder() {
  const office = anOffice();
  await setUpBodies(office);
  const at = await aSession(office);
  const persons = await approvedPersons(office, 2);
  await blankCarriers(office, 2);
  const issuing = new Issuing(at.session, null);
  await issuing.load();
  await issuing.writeMany(persons.map(({ id }) => id));
  const list = new CarrierList(at.session);
  await list.load();
  /** What was in the folder lies on media of its own, and no longer in it. */
  const carryOver = () => {
    for (const [path, octets] of [...at.medium])
      if (path.endsWith('.p12')) {
        at.medium.delete(path);
        at.medium.set(`${path.replace('.p12', '')}/${path}`, octets);
      } else at.medium.delete(path);
  };
  return { ...at, office, list, carryOver };
}

describe('[G-8] keys in a folder, before the officer', () => {
  it('are counted, are not to be handed over, and stand on the first screen', async () => {
    const { session, office, list } = await twoInFolder();
    expect([list.folder.waiting, list.folder.copies]).toEqual([2, 0]);
    const handing = new HandingOver(session, null);
    await handing.load();
    expect([handing.rows.length, handing.inFolder]).toEqual([0, 2]);
    const items = await carrierItems(await office.desk.store.read(), () => rulesByKind.G);
    expect(items.map(({ id, href }) => [id, href])).toEqual([['in-folder', '#/carriers']]);
  });

  it('are read from their carriers by one click, and the outcome stays until it is closed', async () => {
    const { session, list, carryOver } = await twoInFolder();
    const { folder } = list;
    await folder.read();
    expect(folder.work?.result?.refused.map(({ why }) => why)).toEqual(['marked-folder', 'marked-folder']);
    carryOver();
    await folder.read();
    await list.load();
    expect([folder.work?.result?.seen.length, folder.waiting, folder.copies]).toEqual([2, 0, 2]);
    folder.close();
    expect(folder.work).toBeUndefined();
    const handing = new HandingOver(session, null);
    await handing.load();
    expect([handing.rows.length, handing.inFolder, handing.copies]).toEqual([2, 0, 2]);
  });

  it('are refused in words when none is waiting; the folder that is gone is said to be gone', async () => {
    const { office, list, carryOver } = await twoInFolder();
    const { folder } = list;
    carryOver();
    await folder.read();
    await folder.read();
    expect(folder.action.error).toContain('Қалтада тұрған кілт жоқ');
    expect(folder.work).toBeUndefined();
    // What is shown has the keys in it still.
    await folder.look();
    expect([folder.deleted?.deleted.length, folder.deleted?.left.length]).toEqual([0, 2]);
    await folder.state();
    expect(folder.deleted?.deleted).toHaveLength(2);
    await list.load();
    expect([folder.copies, await carrierItems(await office.desk.store.read(), () => rulesByKind.G)]).toEqual([
      0,
      [],
    ]);
  });
});
