// @vitest-environment page
import { describe, expect, it } from 'vitest';
import { PackageMaking } from '#ui/archive/package-making.svelte.ts';
import { PackageOpening } from '#ui/archive/package-opening.svelte.ts';
import { ManyPapers } from '#ui/form/many-papers.svelte.ts';
import { words } from '#ui/i18n/language.svelte.ts';
import { anOldOffice, yearsLater } from '#tests/support/archive-at-work.ts';
import { aSession } from '#tests/support/session-at-work.ts';

async function atArchive() {
  const old = await anOldOffice();
  await yearsLater(old.office);
  const desk = await aSession(old.office);
  return { ...desk, making: new PackageMaking(desk.session), opening: new PackageOpening(desk.session) };
}

describe('[N-15] an archive package', () => {
  it('is made, read back, its records marked, and opened again by the station’s own vault', async () => {
    const { making, opening, medium, toOpen, session, unlock } = await atArchive();
    await making.start(1);
    expect([making.error, making.saving.failure]).toEqual([undefined, undefined]);
    expect(making.made?.number).toBe(1);
    const [[name, octets] = ['', new Uint8Array()]] = medium;
    toOpen.push([{ name, size: octets.length, octets }]);
    await opening.chooseFile();
    await session.lock('officer');
    const opened = opening.open();
    await unlock();
    await opened;
    expect(opening.action.error).toBeUndefined();
    const [entry] = opening.found;
    if (entry === undefined) throw new Error('an empty package');
    opening.show(entry);
    expect(opening.shown?.certificate).toBeDefined();
  });

  it('that is none is refused in words, and a fault leaves the button', async () => {
    const { opening, toOpen, plant, session } = await atArchive();
    const octets = new TextEncoder().encode('PK бұл пакет емес');
    toOpen.push([{ name: 'a.zip', size: octets.length, octets }]);
    await opening.chooseFile();
    expect([opening.isPlain, opening.mayOpen]).toEqual([true, true]);
    await opening.open();
    expect(opening.action.error).toBeDefined();
    plant('openArchivePackage', () => () => Promise.reject(new RangeError('x')));
    await opening.open();
    expect([opening.action.working, opening.action.error, session.faults.last?.code]).toEqual([
      false,
      undefined,
      'RangeError',
    ]);
  });

  it('too large a file is named', async () => {
    const { opening, toOpen } = await atArchive();
    toOpen.push([{ name: 'a.zip', size: 2 ** 31 }]);
    await opening.chooseFile();
    expect(opening.action.error).toBe(words.t.archivePackage.open.tooLarge('a.zip'));
  });

  it('whose marking is refused says so, although the file lies on the medium', async () => {
    const { making, plant, medium } = await atArchive();
    plant('markArchived', () => () => Promise.resolve({ ok: false, error: { type: 'NoRoom' } }));
    await making.start(1);
    expect([making.error, making.made, making.saving.saved]).toEqual([
      words.t.refusals.NoRoom,
      undefined,
      undefined,
    ]);
    expect(medium.size).toBe(1);
  });
});

describe('many papers in one file', () => {
  it('are drawn as a task of the tab, and saved', async () => {
    const { session, medium } = await atArchive();
    const papers = new ManyPapers(session);
    await papers.print('N-F3', { href: '#/forms', total: 2 }, () => Promise.resolve([]));
    const printed = papers.work?.result;
    expect(printed?.form).toBe('N-F3');
    if (printed !== undefined) await papers.save(printed, '7', 'letter');
    expect([...medium.keys()]).toEqual(['N-F3-7.pdf']);
  });
});
