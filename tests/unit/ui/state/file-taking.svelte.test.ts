// @vitest-environment page
import { describe, expect, it } from 'vitest';
import { err, ok } from '#domain/base/result.ts';
import type { OpenedFile } from '#ports/media.ts';
import { refusalText } from '#ui/i18n/refusal-text.ts';
import { FileTaking, type TakenFiles } from '#ui/state/file-taking.svelte.ts';
import { anOffice, setUp } from '#tests/support/office-at-work.ts';
import { aSession, until } from '#tests/support/session-at-work.ts';

const octets = new Uint8Array([1, 2, 3]);
const file: OpenedFile = { name: 'a.crl', size: 3, octets };

async function taking(take: TakenFiles<number>['take'] = (given) => Promise.resolve(ok(given.length))) {
  const office = anOffice();
  await setUp(office);
  const desk = await aSession(office);
  return { ...desk, page: new FileTaking(desk.session, { accept: ['.crl'], maximumOctets: 10, take }) };
}

describe('a file that the station’s key is needed for', () => {
  it('is taken in with its octets', async () => {
    const { page, toOpen } = await taking();
    toOpen.push([file]);
    expect([await page.choose(), page.action.error, page.working]).toEqual([3, undefined, false]);
  });

  it('is chosen before a locked station is asked to be opened, and then goes on', async () => {
    const { page, toOpen, session, unlock } = await taking();
    await session.lock('officer');
    toOpen.push([file]);
    const chosen = page.choose();
    await until(() => session.unlockAsked);
    expect([toOpen.length, page.choosing.working, page.action.working]).toEqual([0, false, true]);
    await unlock();
    expect(await chosen).toBe(3);
  });

  it('that is refused is named, with the reason', async () => {
    const refusal = { type: 'DocumentTooLarge', maximumOctets: 1 } as const;
    const { page, toOpen } = await taking(() => Promise.resolve(err(refusal)));
    toOpen.push([file]);
    expect(await page.choose()).toBeUndefined();
    expect(page.action.error).toBe(`a.crl: ${refusalText(refusal)}`);
  });

  it('that is too large was not read, and says how large it is', async () => {
    const { page, toOpen } = await taking();
    toOpen.push([{ name: 'a.crl', size: 11 }]);
    expect(await page.choose()).toBeUndefined();
    const refusal = { type: 'FileTooLarge', limitOctets: 10, seenOctets: 11 } as const;
    expect(page.action.error).toBe(`a.crl: ${refusalText(refusal)}`);
  });

  it('none chosen takes the last refusal away and says nothing', async () => {
    const { page, toOpen } = await taking();
    toOpen.push([{ name: 'a.crl', size: 11 }], []);
    await page.choose();
    expect([await page.choose(), page.action.error]).toEqual([undefined, undefined]);
  });
});
