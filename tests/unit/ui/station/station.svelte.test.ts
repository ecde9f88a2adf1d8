// @vitest-environment page
import { describe, expect, it } from 'vitest';
import { CalendarForm } from '#ui/station/calendar-form.svelte.ts';
import { Renewal } from '#ui/station/renewal.svelte.ts';
import { SetUp } from '#ui/station/set-up.svelte.ts';
import { words } from '#ui/i18n/language.svelte.ts';
import { signCrl } from '#operations/crl/sign-crl.ts';
import { anOffice, passphrase, setUp, taken } from '#tests/support/office-at-work.ts';
import { type SessionAtWork, aGate, aSession, until } from '#tests/support/session-at-work.ts';

async function atStation(): Promise<SessionAtWork> {
  const office = anOffice();
  await setUp(office);
  return aSession(office);
}

describe('the table of moved days', () => {
  async function aTable() {
    const desk = await atStation();
    const form = new CalendarForm(desk.session);
    await form.load();
    return { ...desk, form };
  }

  it('is saved whole, and said so', async () => {
    const { form, session } = await aTable();
    const before = form.rows.length;
    form.add();
    Object.assign(form.rows.at(-1) ?? {}, { off: '04.01.2027', working: '09.01.2027', source: 'ҚР ҮҚ 1' });
    await form.save();
    expect([form.errors, form.action.said]).toEqual([[], words.t.station.calendarSaved]);
    const kept = await (await session.office.store.read()).get('calendar', 'calendar');
    expect(kept?.rows).toHaveLength(before + 1);
  });

  it('names the row and the column that are wrong, and asks for no passphrase', async () => {
    const { form, session } = await aTable();
    await session.lock('officer');
    form.add();
    await form.save();
    const number = String(form.rows.length);
    expect(form.errors.map(({ fieldId }) => fieldId)).toEqual([
      `calendar-off-${number}`,
      `calendar-working-${number}`,
      `calendar-source-${number}`,
    ]);
    expect(session.unlockAsked).toBe(false);
  });

  it('a row that is typed while the table is being saved stays', async () => {
    const { form, plant } = await aTable();
    const gate = aGate();
    plant('changeCalendar', (real) => async (command) => {
      const done = await real(command);
      await gate.passed;
      return done;
    });
    const saved = form.save();
    form.add();
    const typed = form.rows.at(-1);
    if (typed !== undefined) typed.source = 'келесі қаулы';
    gate.open();
    await saved;
    expect(form.rows.at(-1)?.source).toBe('келесі қаулы');
  });

  it('at a locked station waits for the passphrase; a fault leaves the button', async () => {
    const { form, session, unlock, plant } = await aTable();
    await session.lock('officer');
    const saved = form.save();
    await unlock();
    await saved;
    expect(form.action.said).toBeDefined();
    plant('changeCalendar', () => () => Promise.reject(new RangeError('x')));
    await form.save();
    expect([form.action.working, form.action.said, session.faults.last?.code]).toEqual([
      false,
      undefined,
      'RangeError',
    ]);
  });

  it('shows the years that deadlines can reach, and all of them when asked', async () => {
    const { form } = await aTable();
    const few = form.shown.length;
    form.allYears = true;
    expect(form.shown.length).toBe(form.rows.length);
    expect(few).toBeLessThanOrEqual(form.rows.length);
    const [first] = form.rows;
    if (first !== undefined) form.remove(first);
    expect(form.rows).not.toContain(first);
  });
});

describe('the renewal of an authority’s key', () => {
  async function aRenewal() {
    const desk = await atStation();
    taken(await signCrl(desk.office.desk));
    const renewal = new Renewal(desk.session);
    await renewal.load();
    return { ...desk, renewal };
  }

  it('proposes what the present key has, and keeps what is typed', async () => {
    const { renewal, session } = await aRenewal();
    expect([renewal.step, renewal.fields.suite]).toEqual(['plan', 'ecdsa-p256']);
    renewal.fields.validityYears = '12';
    await renewal.keeper.now();
    const again = new Renewal(session);
    await again.load();
    expect(again.fields.validityYears).toBe('12');
  });

  it('is begun at a locked station when it was opened, and given up again', async () => {
    const { renewal, session, unlock } = await aRenewal();
    await session.lock('officer');
    const begun = renewal.begin();
    await unlock();
    await begun;
    await until(() => session.station?.nextAuthority !== undefined);
    expect([renewal.errors, renewal.step]).toEqual([[], 'backup']);
    await renewal.giveUp();
    await until(() => session.station?.nextAuthority === undefined);
    expect(renewal.step).toBe('plan');
  });

  it('says beside the field what is wrong with it, and not below the form as well', async () => {
    const { renewal, plant } = await aRenewal();
    renewal.fields.validityYears = 'он';
    await renewal.begin();
    expect(renewal.errors.map(({ fieldId }) => fieldId)).toEqual(['validity']);
    renewal.fields.validityYears = '10';
    plant(
      'beginRenewal',
      () => () => Promise.resolve({ ok: false, error: { type: 'RenewalNameTaken', name: 'ҰКО 2' } }),
    );
    await renewal.begin();
    expect(renewal.errors.map(({ fieldId }) => fieldId)).toEqual(['name']);
    expect(renewal.action.error).toBeUndefined();
    plant('beginRenewal', () => () => Promise.resolve({ ok: false, error: { type: 'NoRoom' } }));
    await renewal.begin();
    expect([renewal.errors, renewal.action.error]).toEqual([[], words.t.refusals.NoRoom]);
  });
});

describe('the set-up', () => {
  async function aSetUp() {
    const desk = await aSession(anOffice());
    const page = new SetUp(desk.session);
    await page.load();
    return { ...desk, page };
  }

  it('begins with the office, and keeps what is typed but no secret', async () => {
    const { page, session } = await aSetUp();
    expect([page.step, page.isBrokenOff, page.ready]).toEqual(['office', false, true]);
    page.fields.organisation = 'Цифрлық даму министрлігі';
    await page.keeper.now();
    const again = new SetUp(session);
    await again.load();
    expect(again.fields.organisation).toBe('Цифрлық даму министрлігі');
    const drafts = await (await session.office.store.read()).list('draft');
    expect(JSON.stringify(drafts)).not.toContain('passphrase');
  });

  it('names every finding of its first page at once', async () => {
    const { page } = await aSetUp();
    expect(page.checkOffice()).toBe(false);
    expect(page.errors.map(({ fieldId }) => fieldId)).toEqual(
      expect.arrayContaining(['organisation', 'common-name', 'region', 'email']),
    );
  });

  it('a weak passphrase and one that differs the second time are found', async () => {
    const { page } = await aSetUp();
    Object.assign(page.fields, { officerName: 'Сейітова Айгүл', officerPosition: 'Бас маман' });
    expect(page.checkKey('a', 'a', 1)).toBe(false);
    expect(page.checkKey(passphrase, 'басқа', 4)).toBe(false);
    expect(page.errors.map(({ fieldId }) => fieldId)).toEqual(['passphrase-again']);
    expect(page.checkKey(passphrase, passphrase, 4)).toBe(true);
  });

  it('a term that nobody has changed follows the kind', async () => {
    const { page } = await aSetUp();
    page.chooseKind('R');
    expect(page.fields.validityYears).toBe('30');
    page.fields.validityYears = '15';
    page.chooseKind('N');
    expect(page.fields.validityYears).toBe('15');
  });

  it('that was done stands at its end', async () => {
    const { session } = await atStation();
    const page = new SetUp(session);
    expect(['certificate', 'done']).toContain(page.step);
    expect(page.isBrokenOff).toBe(false);
  });
});
