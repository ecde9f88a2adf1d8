// @vitest-environment page
import { describe, expect, it } from 'vitest';
import { err, ok } from '#domain/base/result.ts';
import { ApplicationForm } from '#ui/application/application-form.svelte.ts';
import { LetterForm } from '#ui/body/letter-form.svelte.ts';
import { RevocationFormState } from '#ui/revocation/revocation-form.svelte.ts';
import { RevocationLetterForm } from '#ui/revocation-letter/revocation-letter-form.svelte.ts';
import { AuthorityForm } from '#ui/root/authority-form.svelte.ts';
import { PutAway } from '#ui/state/put-away.svelte.ts';
import type { Session } from '#ui/state/session.svelte.ts';
import { pages } from '#routes/pages.ts';
import { anOffice, setUp } from '#tests/support/office-at-work.ts';
import { aGate, aSession } from '#tests/support/session-at-work.ts';

const form = { draftId: 'd1', address: '/applications/new/N-F1' };

function aPutAway(drop: (id: string) => Promise<unknown> = () => Promise.resolve()) {
  const dropped: string[] = [];
  const faults: unknown[] = [];
  const state = new PutAway(
    async (id) => {
      await drop(id);
      dropped.push(id);
      return ok(null);
    },
    { report: (_, fault) => void faults.push(fault) },
  );
  return { state, dropped, faults };
}

async function draftsOf({ office }: Session): Promise<readonly string[]> {
  return (await (await office.store.read()).list('draft')).map(({ id }) => id);
}

async function typed() {
  const office = anOffice();
  await setUp(office);
  const desk = await aSession(office);
  const typedForm = new ApplicationForm(desk.session, 'N-F1');
  await typedForm.load();
  typedForm.draft.surname = 'Әбілқасымов';
  return { ...desk, form: typedForm };
}

describe('[U8] a draft that was put away', () => {
  it('is deleted when the page that follows is left, and not before', async () => {
    const { state, dropped } = aPutAway();
    await state.hold(form);
    state.goneTo(form.address);
    state.goneTo('/applications');
    state.goneTo('/applications');
    expect([state.isHeld, dropped]).toEqual([true, []]);
    state.goneTo('/register');
    expect(state.isHeld).toBe(false);
    await state.end();
    expect(dropped).toEqual(['d1']);
    state.goneTo('/');
    await state.end();
    expect(dropped).toEqual(['d1']);
  });

  it('comes back where it was typed, and is deleted by nothing afterwards', async () => {
    const { state, dropped } = aPutAway();
    await state.hold(form);
    state.goneTo('/applications');
    expect(state.undo()).toBe(form.address);
    state.goneTo(form.address);
    state.goneTo('/');
    await state.end();
    expect([state.isHeld, state.undo(), dropped]).toEqual([false, null, []]);
  });

  it('is deleted when the next one is put away, which is held in its place', async () => {
    const { state, dropped } = aPutAway();
    await state.hold(form);
    await state.hold({ draftId: 'd2', address: '/revocations/new' });
    expect(dropped).toEqual(['d1']);
    expect(state.undo()).toBe('/revocations/new');
  });

  it('is waited for by the form that is begun while it is being deleted', async () => {
    const gate = aGate();
    const { state, dropped } = aPutAway(() => gate.passed);
    await state.hold(form);
    state.goneTo('/applications');
    state.goneTo(form.address);
    const begun = state.end();
    expect(dropped).toEqual([]);
    gate.open();
    await begun;
    expect(dropped).toEqual(['d1']);
  });

  it('that can not be deleted ends where faults end, and the next one is held all the same', async () => {
    const { state, faults } = aPutAway(() => Promise.reject(new RangeError('x')));
    await state.hold(form);
    await state.end();
    expect(faults).toHaveLength(1);
    await state.hold(form);
    expect(state.isHeld).toBe(true);
    const refused = new PutAway(() => Promise.resolve(err({ type: 'NoRoom' })), { report: () => undefined });
    await refused.hold(form);
    await refused.end();
    expect(refused.isHeld).toBe(false);
  });
});

describe('[U8] a form that is put away', () => {
  it('lies in the register with the last letter that was typed, until it is undone', async () => {
    const { form: typedForm, session } = await typed();
    typedForm.keeper.soon();
    expect(await typedForm.discard()).toBe(true);
    session.putAway.goneTo('/applications');
    expect(await draftsOf(session)).toEqual([typedForm.draftId]);
    expect(session.putAway.undo()).toBe('/applications/new/N-F1');
    const again = new ApplicationForm(session, 'N-F1');
    await again.load();
    expect(again.draft.surname).toBe('Әбілқасымов');
    again.draft.surname = 'Әбілқасымова';
    await again.keeper.now();
    session.putAway.goneTo('/');
    await session.putAway.end();
    expect(await draftsOf(session)).toEqual([again.draftId]);
  });

  it('is gone when another form is begun: of its own kind, which is empty, or of another', async () => {
    const { form: typedForm, session } = await typed();
    await typedForm.discard();
    const next = new ApplicationForm(session, 'N-F1');
    await next.load();
    expect([next.draft.surname, await draftsOf(session)]).toEqual(['', []]);
    next.draft.surname = 'Сейітов';
    await next.discard();
    const other = new RevocationFormState(session);
    await other.load(null, null);
    expect([session.putAway.isHeld, await draftsOf(session)]).toEqual([false, []]);
  });

  it('stays where it is in a tab that may not write, and no line says that it goes', async () => {
    const { form: typedForm, session } = await typed();
    await typedForm.keeper.now();
    session.isWriter = false;
    expect(await typedForm.discard()).toBe(false);
    expect([session.putAway.isHeld, typedForm.action.error === undefined]).toEqual([false, false]);
    expect(await draftsOf(session)).toEqual([typedForm.draftId]);
  });

  it('knows the address of its page, whichever form it is', async () => {
    const { session } = await typed();
    const addresses = [
      new ApplicationForm(session, 'N-F2'),
      new ApplicationForm(session, 'N-F1', 'a1'),
      new AuthorityForm(session),
      new AuthorityForm(session, 'a1'),
      new LetterForm(session),
      new RevocationFormState(session),
      new RevocationLetterForm(session),
    ].map(({ address }) => address);
    expect(addresses).toEqual([
      '/applications/new/N-F2',
      '/applications/a1/edit',
      '/applications/new/R-F1',
      '/applications/a1/edit',
      '/applications/new/G-F1',
      '/revocations/new',
      '/revocations/letters/new',
    ]);
    const fits = (address: string) =>
      pages.some(({ pattern }) => new RegExp(`^${pattern.replace(/:\w+/gu, '[^/]+')}$`, 'u').test(address));
    expect(addresses.filter((address) => !fits(address))).toEqual([]);
  });
});
