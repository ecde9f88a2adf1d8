// @vitest-environment page
import { describe, expect, it } from 'vitest';
import { words } from '#ui/i18n/language.svelte.ts';
import { RevocationFormState } from '#ui/revocation/revocation-form.svelte.ts';
import { RevocationList } from '#ui/revocation/revocation-list.svelte.ts';
import { RevocationRecord } from '#ui/revocation/revocation-record.svelte.ts';
import { Cessation } from '#ui/revocation/cessation.svelte.ts';
import { contentOf } from '#tests/support/applicant-content.ts';
import { anOffice, issued, setUp } from '#tests/support/office-at-work.ts';
import { aSession } from '#tests/support/session-at-work.ts';

async function atForm() {
  const office = anOffice();
  await setUp(office);
  const entry = await issued(office);
  const desk = await aSession(office);
  const form = new RevocationFormState(desk.session);
  await form.load(entry.id, 'court-decision');
  return { ...desk, office, entry, form };
}

type AtForm = Awaited<ReturnType<typeof atForm>>;

/** A court's decision, as an officer types it. */
function fill({ form }: Pick<AtForm, 'form'>): void {
  Object.assign(form.draft, {
    court: 'Алматы қалалық соты',
    decisionNumber: '12-3',
    decisionDate: '20.11.2026',
    inForceFrom: '22.11.2026',
  });
}

async function aCase() {
  const at = await atForm();
  fill(at);
  const received = await at.form.submit();
  if (received === null) throw new Error(JSON.stringify([at.form.findings, at.form.action.error]));
  const record = new RevocationRecord(at.session);
  await record.load(received.id);
  return { ...at, record, id: received.id };
}

describe('a revocation while it is typed in', () => {
  it('begins with the certificate that it was come to from, and is found again', async () => {
    const { form, session, entry } = await atForm();
    expect(form.entry?.id).toBe(entry.id);
    form.draft.reason = 'Кілт жоғалды';
    await form.keep();
    const again = new RevocationFormState(session);
    await again.load(null, null);
    expect([again.entry?.id, again.draft.reason]).toEqual([entry.id, 'Кілт жоғалды']);
  });

  it('holds nothing of one person when its address names another’s certificate (N-8)', async () => {
    const { form, office } = await atForm();
    Object.assign(form.draft, { iin: '850101300015', surname: 'Бұрынғы', reason: 'Кілт жоғалды' });
    form.electronic = { evidence: {} } as unknown as NonNullable<typeof form.electronic>;
    const other = await issued(office, contentOf(2));
    await form.load(other.id, null);
    expect([form.entry?.id, form.draft.serialNumber]).toEqual([other.id, other.id]);
    expect([form.draft.iin, form.draft.surname, form.draft.reason, form.electronic]).toEqual([
      '',
      '',
      '',
      undefined,
    ]);
  });

  it('names what is wrong before the passphrase is asked for', async () => {
    const { form, session } = await atForm();
    await session.lock('officer');
    form.unchoose();
    expect(await form.submit()).toBeNull();
    expect(form.findingOf('entryId')).toBeDefined();
    expect(session.unlockAsked).toBe(false);
  });

  it('[N-8] is registered, at a locked station when it was opened, and put away with its draft', async () => {
    const at = await atForm();
    fill(at);
    await at.session.lock('officer');
    const submitted = at.form.submit();
    await at.unlock();
    expect((await submitted)?.serialNumber).toBe(at.entry.id);
    const again = new RevocationFormState(at.session);
    await again.load(null, null);
    expect(again.entry).toBeUndefined();
  });

  it('after a fault it is kept on', async () => {
    const at = await atForm();
    fill(at);
    at.plant('receiveRevocation', () => () => Promise.reject(new RangeError('x')));
    expect(await at.form.submit()).toBeNull();
    expect([at.form.action.working, at.session.faults.last?.code]).toEqual([false, 'RangeError']);
    at.form.draft.reason = 'кейін терілген';
    await at.form.keep();
    const again = new RevocationFormState(at.session);
    await again.load(null, null);
    expect(again.draft.reason).toBe('кейін терілген');
  });

  it('put away by the officer it is gone', async () => {
    const { form, session } = await atForm();
    await form.keep();
    expect(await form.discard()).toBe(true);
    const again = new RevocationFormState(session);
    await again.load(null, null);
    expect(again.entry).toBeUndefined();
  });
});

describe('a case before its officer', () => {
  it('[N-8] is revoked, and the list of open cases is shorter by it', async () => {
    const { record, session, id } = await aCase();
    const list = new RevocationList(session);
    await list.load();
    expect([list.matching, list.rows[0]?.revocationCase.id]).toEqual([1, id]);
    expect(record.state).toBe('open');
    expect(await record.revoke(' анықталды ')).toBe(true);
    await record.load(id);
    expect([record.state, record.entry?.revocation !== undefined]).toEqual(['revoked', true]);
    await list.load();
    expect([list.matching, list.total]).toEqual([0, 1]);
    list.all = true;
    await list.load();
    expect(list.matching).toBe(1);
  });

  it('is refused with words, and not without', async () => {
    const { record, id } = await aCase();
    expect(await record.refuse('  ')).toBe(false);
    expect(record.action.error).toBeDefined();
    expect(await record.refuse('Сот шешімі күшіне енбеген')).toBe(true);
    await record.load(id);
    expect(record.state).toBe('refused');
  });

  it('waits at a locked station; given up it stays open', async () => {
    const { record, session, id, unlock } = await aCase();
    await session.lock('idle');
    const givenUp = record.revoke('');
    session.endUnlocking();
    expect(await givenUp).toBe(false);
    await record.load(id);
    expect(record.state).toBe('open');
    const revoked = record.revoke('');
    await unlock();
    expect(await revoked).toBe(true);
  });

  it('that is not there is said to be missing', async () => {
    const { session } = await aCase();
    const record = new RevocationRecord(session);
    await record.load('nobody');
    expect(record.missing).toBe(true);
  });
});

describe('[N-8.3] the cessation', () => {
  it('wants the authority’s name, and revokes everything in force', async () => {
    const { session } = await atForm();
    const page = new Cessation(session);
    await page.load();
    expect([page.inForce, page.isBegun]).toEqual([1, false]);
    await page.cease('басқа');
    expect(page.action.error).toBe(words.t.revocation.cease.nameDiffers);
    await page.cease(session.station?.authority.commonName ?? '');
    expect([page.action.error, page.inForce, page.isBegun]).toEqual([undefined, 0, true]);
    expect(page.finalCrls).toEqual([]);
    await page.signFinal();
    expect(page.finalCrls).toHaveLength(1);
  });

  it('that breaks leaves the button, and nothing runs on', async () => {
    const { session, plant } = await atForm();
    plant('ceaseActivity', () => () => Promise.reject(new RangeError('x')));
    const page = new Cessation(session);
    await page.load();
    await page.cease(session.station?.authority.commonName ?? '');
    expect([page.work, page.action.working, session.faults.last?.code]).toEqual([
      undefined,
      false,
      'RangeError',
    ]);
  });
});
