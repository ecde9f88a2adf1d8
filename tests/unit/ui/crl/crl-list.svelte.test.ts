// @vitest-environment page
import { describe, expect, it } from 'vitest';
import { CrlList } from '#ui/crl/crl-list.svelte.ts';
import { words } from '#ui/i18n/language.svelte.ts';
import { anOffice, setUp } from '#tests/support/office-at-work.ts';
import { setUpRoot } from '#tests/support/root-at-work.ts';
import { aSession } from '#tests/support/session-at-work.ts';

async function atLists(of: 'N' | 'R' = 'N') {
  const office = anOffice();
  await (of === 'N' ? setUp(office) : setUpRoot(office));
  const desk = await aSession(office);
  const list = new CrlList(desk.session);
  await list.load();
  return { ...desk, list };
}

describe('the lists of an authority', () => {
  it('the next one is signed, shown as the newest, and gone to', async () => {
    const { list } = await atLists();
    expect(list.last).toBeUndefined();
    await list.sign();
    await list.load();
    expect(list.last).toBeDefined();
    expect(location.hash).toBe(`#/crl/${list.last?.id ?? ''}`);
    expect(list.daysLeft).toBeGreaterThan(0);
  });

  it('of the Root CA, locked after each act, is signed when the passphrase is given', async () => {
    const { list, session, unlock } = await atLists('R');
    expect(session.unlocked).toBe(false);
    const before = list.crls.length;
    const signed = list.sign();
    expect(session.unlockAsked).toBe(true);
    await unlock();
    await signed;
    await list.load();
    expect(list.crls.length).toBe(before + 1);
    expect(session.unlocked).toBe(false);
  });

  it('a refusal is said, a fault leaves the button', async () => {
    const { list, plant, session } = await atLists();
    plant('signCrl', () => () => Promise.resolve({ ok: false, error: { type: 'NoRoom' } }));
    await list.sign();
    expect(list.action.error).toBe(words.t.refusals.NoRoom);
    plant('signCrl', () => () => Promise.reject(new RangeError('x')));
    await list.sign();
    expect([list.action.working, list.action.error, session.faults.last?.code]).toEqual([
      false,
      undefined,
      'RangeError',
    ]);
  });
});
