// @vitest-environment page
import { describe, expect, it } from 'vitest';
import { RequestTaking } from '#ui/application/request-taking.svelte.ts';
import { words } from '#ui/i18n/language.svelte.ts';
import { refusalText } from '#ui/i18n/refusal-text.ts';
import type { OpenedFile } from '#ports/media.ts';
import { aRequest, anOffice, setUp } from '#tests/support/office-at-work.ts';
import { aSession } from '#tests/support/session-at-work.ts';

async function taking(...files: OpenedFile[]) {
  const office = anOffice();
  await setUp(office);
  const desk = await aSession(office);
  desk.toOpen.push(files);
  const taken: string[] = [];
  const page = new RequestTaking(desk.session, (proved) => taken.push(proved.taken.fileName ?? ''));
  await page.choose();
  return { ...desk, page, taken };
}

describe('a request file', () => {
  it('is read by its content and taken by its name', async () => {
    const { der } = await aRequest();
    const { page, taken } = await taking({ name: 'a.csr', size: der.length, octets: der });
    expect(taken).toEqual(['a.csr']);
    expect(page.action.error).toBeUndefined();
  });

  it('that is none is refused by name with the reason', async () => {
    const octets = new TextEncoder().encode('бұл сұрау емес');
    const { page, taken } = await taking({ name: 'a.csr', size: octets.length, octets });
    expect(taken).toEqual([]);
    expect(page.action.error).toMatch(/^a\.csr: /u);
  });

  it('that is too large was not read, and says how large it is', async () => {
    const { page } = await taking({ name: 'a.csr', size: 100_000 });
    expect(page.action.error).toBe(
      `a.csr: ${refusalText({ type: 'FileTooLarge', limitOctets: 65_536, seenOctets: 100_000 })}`,
    );
  });

  it('comes alone', async () => {
    const { der } = await aRequest();
    const file = { name: 'a.csr', size: der.length, octets: der };
    const { page, taken } = await taking(file, file);
    expect(taken).toEqual([]);
    expect(page.action.error).toBe(words.t.application.oneFileOnly(2));
  });

  it('none chosen says nothing', async () => {
    const { page } = await taking();
    expect([page.action.error, page.action.working]).toEqual([undefined, false]);
  });

  it('a fault in reading leaves the button alive', async () => {
    const { page, plant, toOpen, session } = await taking();
    plant('readRequestFile', () => () => Promise.reject(new RangeError('x')));
    toOpen.push([{ name: 'a.csr', size: 1, octets: new Uint8Array(1) }]);
    await page.choose();
    expect([page.action.working, session.faults.last?.code]).toEqual([false, 'RangeError']);
  });
});
