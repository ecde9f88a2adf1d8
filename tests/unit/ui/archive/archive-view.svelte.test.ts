// @vitest-environment page
import { describe, expect, it } from 'vitest';
import { markArchived } from '#operations/archive/mark-archived.ts';
import { ArchiveView } from '#ui/archive/archive-view.svelte.ts';
import { anOldOffice, packed, yearsLater } from '#tests/support/archive-at-work.ts';
import { anIndividual, anOffice, approvedOf, issued, setUp, taken } from '#tests/support/office-at-work.ts';
import { aSession } from '#tests/support/session-at-work.ts';

async function atArchive(old: Awaited<ReturnType<typeof anOldOffice>>) {
  const { session } = await aSession(old.office);
  const view = new ArchiveView(session);
  await view.load();
  return { ...old, session, view };
}

const idsOf = (records: readonly { readonly id: string }[]) => records.map(({ id }) => id);

describe('what is kept and until when', () => {
  it('of a browser without a station is nothing, and loaded', async () => {
    const view = new ArchiveView((await aSession()).session);
    expect([view.loaded, view.year]).toEqual([false, 0]);
    await view.load();
    expect([view.loaded, view.years, view.past, view.packages, view.next, view.ready]).toEqual([
      true,
      [],
      [],
      [],
      undefined,
      0,
    ]);
  });

  it('[N-15] in its first year: years of keeping ahead, nothing due, nothing to go', async () => {
    const { view, expired, revoked } = await atArchive(await anOldOffice());
    expect([view.year, view.ready, view.past, view.due, view.packages]).toEqual([2026, 0, [], [], []]);
    const [first] = view.years;
    expect([first?.year, view.next]).toEqual([2031, 2031]);
    const certificates = view.years.reduce((sum, { counts }) => sum + counts.certificate, 0);
    expect(certificates).toBe([expired, revoked].length);
  });

  it('an application without a decision has no end yet, and is counted by itself', async () => {
    const office = anOffice();
    await setUp(office);
    const { session } = await aSession(office);
    const view = new ArchiveView(session);
    await view.load();
    expect(view.open).toBe(0);
    await approvedOf(office);
    await view.load();
    expect(view.open).toBe(1);
    await issued(office, anIndividual({ iin: '900202400022' }));
    await view.load();
    expect(view.open).toBe(1);
  });

  it('after its years: what may go, and by the package that took it with it, what has gone', async () => {
    const old = await anOldOffice();
    await yearsLater(old.office);
    const { view, office, revoked } = await atArchive(old);
    expect(view.ready).toBeGreaterThan(0);
    expect(idsOf(view.past)).toContain(revoked.id);
    expect(view.past.length).toBeGreaterThanOrEqual(view.ready);
    expect(view.due.every(({ keepUntil }) => keepUntil?.startsWith('2032'))).toBe(true);
    const { ready } = view;
    const { file } = await packed(office);
    taken(await markArchived(office.desk, { file, fileName: 'a.zip.age' }));
    await view.load();
    expect([view.packages.map(({ number }) => number), view.ready]).toEqual([[1], 0]);
    expect(view.past.length).toBeLessThanOrEqual(ready);
    expect(idsOf(view.past)).not.toContain(revoked.id);
  });

  it('what its last day of keeping is this year is due until it is over', async () => {
    const old = await anOldOffice();
    old.office.setClock('2031-06-01T05:00:00Z' as typeof old.crl.thisUpdate);
    const { view, office, revoked, session } = await atArchive(old);
    expect(idsOf(view.due)).toContain(revoked.id);
    expect(idsOf(view.past)).not.toContain(revoked.id);
    office.setClock('2032-01-02T05:00:00Z' as typeof old.crl.thisUpdate);
    const later = new ArchiveView(session);
    await later.load();
    expect(idsOf(later.due)).not.toContain(revoked.id);
    expect(idsOf(later.past)).toContain(revoked.id);
  });
});
