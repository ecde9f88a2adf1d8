// @vitest-environment page
import { describe, expect, it } from 'vitest';
import { AuthorityForm } from '#ui/root/authority-form.svelte.ts';
import { TodayState } from '#ui/today/today.svelte.ts';
import { Installation } from '#ui/state/installation.svelte.ts';
import { anOffice } from '#tests/support/office-at-work.ts';
import { receivedBy, setUpRoot } from '#tests/support/root-at-work.ts';
import { aSession } from '#tests/support/session-at-work.ts';

async function atRoot() {
  const office = anOffice();
  await setUpRoot(office);
  return aSession(office);
}

describe('R-F1 while it is typed in', () => {
  it('is kept as typed, names what is wrong, and is put away', async () => {
    const { session, unlock } = await atRoot();
    const form = new AuthorityForm(session);
    await form.load();
    form.draft.headName = 'Жұмабекұлы Ерлан';
    await form.keeper.now();
    expect(await form.submit()).toBeNull();
    expect(form.findings.length).toBeGreaterThan(3);
    expect(session.unlockAsked).toBe(false);
    await unlock();
    const again = new AuthorityForm(session);
    await again.load();
    expect(again.draft.headName).toBe('Жұмабекұлы Ерлан');
    expect(await again.discard()).toBe(true);
    const last = new AuthorityForm(session);
    await last.load();
    expect(last.draft.headName).toBe('');
  });

  it('of a correction begins with what was registered, and is registered again', async () => {
    const { session, office } = await atRoot();
    const { applicationId } = await receivedBy(office);
    const form = new AuthorityForm(session, applicationId);
    await form.load();
    expect(form.draft.headName).toBe('Жұмабекұлы Ерлан');
    form.draft.headName = 'Оспанов Болат';
    const corrected = await form.submit();
    expect([form.findings, form.action.error]).toEqual([[], undefined]);
    expect(corrected?.content).toMatchObject({ headName: 'Оспанов Болат' });
  });
});

describe('what the first page and the foot say', () => {
  it('today: what waits, at a Root CA too', async () => {
    const { session, office } = await atRoot();
    await receivedBy(office);
    const today = new TodayState(session);
    await today.load();
    expect([today.loaded, today.counts.applications, today.chain.length]).toEqual([true, 1, 1]);
    expect(today.items.length).toBeGreaterThan(0);
  });

  it('an update is applied by the officer’s click alone', () => {
    let applied = 0;
    const installation = new Installation(() => {
      applied += 1;
    });
    expect([installation.state, applied]).toEqual([undefined, 0]);
    installation.applyUpdate();
    expect(applied).toBe(1);
  });
});
