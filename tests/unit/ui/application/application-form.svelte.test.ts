// @vitest-environment page
import { describe, expect, it } from 'vitest';
import { ApplicationForm } from '#ui/application/application-form.svelte.ts';
import { words } from '#ui/i18n/language.svelte.ts';
import { anOffice, approvedOf, issued, setUp } from '#tests/support/office-at-work.ts';
import { type SessionAtWork, aGate, aSession } from '#tests/support/session-at-work.ts';

async function atForm(): Promise<SessionAtWork & { readonly form: ApplicationForm }> {
  const office = anOffice();
  await setUp(office);
  const desk = await aSession(office);
  const form = new ApplicationForm(desk.session, 'N-F1');
  await form.load();
  return { ...desk, form };
}

function fill(form: ApplicationForm): void {
  Object.assign(form.draft, {
    iin: '850101300015',
    surname: 'Әбілқасымов',
    givenName: 'Нұрлан',
    region: 'Алматы қаласы',
    city: 'Алматы',
    email: 'n.abilkasymov@example.kz',
    phone: '+77012345678',
    usageAreas: ['салық есептілігі'],
    signatureTool: 'ECDSA P-256',
    documents: form.draft.documents.map((document) => ({
      ...document,
      number: '012345678',
      date: '05.05.2020',
      issuer: 'ІІМ',
    })),
  });
}

describe('N-F1 while it is typed in', () => {
  it('is found again as it was typed, also by a page that was opened anew', async () => {
    const { form, session } = await atForm();
    form.draft.surname = 'Әбілқасымов';
    await form.keeper.now();
    const again = new ApplicationForm(session, 'N-F1');
    await again.load();
    expect(again.draft.surname).toBe('Әбілқасымов');
    expect(again.ready).toBe(true);
  });

  it('keeps what is typed while another tab commits and while the station is locked and opened', async () => {
    const { form, session, office, unlock } = await atForm();
    form.draft.surname = 'Әбіл';
    await approvedOf(office);
    form.draft.surname += 'қасымов';
    await session.lock('officer');
    form.draft.givenName = 'Нұрлан';
    await unlock();
    await form.keeper.now();
    expect([form.draft.surname, form.draft.givenName]).toEqual(['Әбілқасымов', 'Нұрлан']);
  });

  it('names everything that is wrong at once, and sends nothing', async () => {
    const { form, session } = await atForm();
    await session.lock('officer');
    expect(await form.submit()).toBeNull();
    expect(form.findings.length).toBeGreaterThan(3);
    expect(form.findingOf('iin')).toBeDefined();
    expect(session.unlockAsked).toBe(false);
  });

  it('[N-2] is registered, and its draft does not come back', async () => {
    const { form, session } = await atForm();
    fill(form);
    form.keeper.soon();
    const registered = await form.submit();
    expect(registered?.number).toMatch(/\d/u);
    await form.keeper.now();
    const again = new ApplicationForm(session, 'N-F1');
    await again.load();
    expect(again.draft.surname).toBe('');
  });

  it('a locked station is opened in the middle and the application registered', async () => {
    const { form, session, unlock } = await atForm();
    fill(form);
    await session.lock('officer');
    const submitted = form.submit();
    await unlock();
    expect((await submitted)?.content.form).toBe('N-F1');
  });

  it('after a refusal or a fault it is kept on', async () => {
    const { form, session, plant, restore } = await atForm();
    fill(form);
    plant('receiveApplications', () => () => Promise.resolve({ ok: false, error: { type: 'NoRoom' } }));
    expect(await form.submit()).toBeNull();
    expect(form.action.error).toBe(words.t.refusals.NoRoom);
    plant('receiveApplications', () => () => Promise.reject(new RangeError('x')));
    expect(await form.submit()).toBeNull();
    expect(session.faults.last?.code).toBe('RangeError');
    restore();
    form.draft.city = 'Астана';
    await form.keeper.now();
    const again = new ApplicationForm(session, 'N-F1');
    await again.load();
    expect(again.draft.city).toBe('Астана');
  });

  it('is registered once when the button is pressed twice', async () => {
    const { form, plant, session } = await atForm();
    fill(form);
    const gate = aGate();
    plant('receiveApplications', (real) => async (command) => {
      await gate.passed;
      return real(command);
    });
    const both = [form.submit(), form.submit()];
    gate.open();
    expect((await Promise.all(both)).map((registered) => registered === null)).toEqual([false, true]);
    const reading = await session.office.store.read();
    expect(await reading.count('application')).toBe(1);
  });

  it('put away by the officer it is gone', async () => {
    const { form, session } = await atForm();
    form.draft.surname = 'Әбілқасымов';
    await form.keeper.now();
    expect(await form.discard()).toBe(true);
    const again = new ApplicationForm(session, 'N-F1');
    await again.load();
    expect(again.draft.surname).toBe('');
  });

  it('of a renewal begins with what was certified before', async () => {
    const { session, office } = await atForm();
    const entry = await issued(office);
    const form = new ApplicationForm(session, 'N-F1');
    await form.load({ kind: 'renewal', of: entry.id });
    expect([form.draft.surname, form.draft.relationKind, form.draft.relationOf]).toEqual([
      'Әбілқасымов',
      'renewal',
      entry.id,
    ]);
  });
});
