// @vitest-environment page
import { describe, expect, it } from 'vitest';
import { type FileToSave, FileSaving } from '#ui/exchange/file-saving.svelte.ts';
import { words } from '#ui/i18n/language.svelte.ts';
import { saveActResult } from '#ui/media/save-act-result.ts';
import { anOffice, setUp } from '#tests/support/office-at-work.ts';
import { aSession } from '#tests/support/session-at-work.ts';

const file: FileToSave = { name: 'a.cer', mediaType: 'application/pkix-cert', kind: 'form', of: '1' };
const octets = new Uint8Array([1, 2, 3]);
const produce = () => Promise.resolve(octets);

async function saving() {
  const office = anOffice();
  await setUp(office);
  const desk = await aSession(office);
  const exported = async () => (await desk.session.office.store.read()).list('exportedFile');
  return { ...desk, saving: new FileSaving(desk.session), exported };
}

describe('a file on its way to the medium', () => {
  it('that was written and read back is written down, and what follows it follows then', async () => {
    const { saving: page, exported, medium } = await saving();
    const after: string[] = [];
    await page.save(file, produce, async (name) => void after.push(name));
    expect([page.saved, page.failure, after]).toEqual(['a.cer', undefined, ['a.cer']]);
    expect(medium.get('a.cer')).toEqual(octets);
    expect((await exported()).map(({ fileName, readBack }) => [fileName, readBack])).toEqual([
      ['a.cer', true],
    ]);
  });

  it('that was only offered counts when it is shown again, octet by octet', async () => {
    const { saving: page, toSave, toOpen, exported } = await saving();
    toSave.push('offered');
    const after: string[] = [];
    await page.save(file, produce, async (name) => void after.push(name));
    expect([page.saved, page.offered?.name, after]).toEqual([undefined, 'a.cer', []]);
    toOpen.push([{ name: 'b.cer', size: 3, octets: new Uint8Array([1, 2, 4]) }]);
    await page.showAgain();
    expect(page.failure).toBe(words.t.forms.file.failed['read-back-differs']);
    toOpen.push([{ name: 'a.cer', size: 3, octets }]);
    await page.showAgain();
    expect([page.saved, page.failure, after]).toEqual(['a.cer', undefined, ['a.cer']]);
    expect((await exported()).map(({ readBack }) => readBack)).toContain(true);
  });

  it('that the medium refuses says why; one that nobody chose a place for says nothing', async () => {
    const { saving: page, toSave, exported } = await saving();
    toSave.push('failed', 'cancelled');
    await page.save(file, produce);
    expect(page.failure).toBe(words.t.forms.file.failed['medium-full']);
    await page.save(file, produce);
    expect([page.saved, page.failure, page.working]).toEqual([undefined, undefined, false]);
    expect(await exported()).toEqual([]);
  });

  it('whose act is refused is not written, and the refusal is said where the file’s fate is said', async () => {
    const { saving: page, medium } = await saving();
    const refused = { ok: false, error: { type: 'NotSetUp' } } as const;
    await saveActResult(page, file, () => Promise.resolve(refused), { needs: 'writer' });
    expect(page.failure).toBe(words.t.refusals.NotSetUp);
    expect(medium.size).toBe(0);
  });

  it('whose making breaks leaves the button alive', async () => {
    const { saving: page, session } = await saving();
    await page.save(file, () => Promise.reject(new RangeError('x')));
    expect([page.working, page.failure, session.faults.last?.code]).toEqual([false, undefined, 'RangeError']);
    await page.save(file, produce);
    expect(page.saved).toBe('a.cer');
  });

  it('that needs a key waits for the station to be opened', async () => {
    const { saving: page, session, unlock } = await saving();
    await session.lock('officer');
    const saved = page.save(file, produce, undefined, 'key');
    await unlock();
    await saved;
    expect(page.saved).toBe('a.cer');
  });
});
