// @vitest-environment page
import { describe, expect, it } from 'vitest';
import { words } from '#ui/i18n/language.svelte.ts';
import { OfficersForm } from '#ui/station/officers-form.svelte.ts';
import { unlockStation } from '#operations/station/unlock.ts';
import { passphrase } from '#tests/support/office-at-work.ts';
import { added, anOfficeWithPeople, officersOf, seated } from '#tests/support/people-at-work.ts';
import { aSession } from '#tests/support/session-at-work.ts';

const strong = 'жаңа мықты құпиясөз алты сөзден';

async function atOfficers() {
  const made = await anOfficeWithPeople();
  const desk = await aSession(made.office, {
    measureStrength: (typed) => Promise.resolve({ bits: typed.length, score: typed.length > 10 ? 4 : 1 }),
  });
  return { ...made, ...desk, form: new OfficersForm(desk.session) };
}

describe('the officers’ table', () => {
  it('adds who is typed in, and keeps nothing of what was typed', async () => {
    const { form, office, close } = await atOfficers();
    form.begin({ type: 'add' });
    form.name = 'Оспанова Жанар';
    form.position = 'Маман';
    form.chosen.registrar = true;
    form.passphrase = 'қысқа';
    await form.save();
    expect(form.errorOf('officer-passphrase')).toBe(words.t.setUp.passphraseWeak);
    form.passphrase = strong;
    form.again = `${strong}!`;
    await form.save();
    expect(form.errorOf('officer-passphrase-again')).toBe(words.t.setUp.passphraseDiffers);
    form.again = strong;
    await form.save();
    expect([form.action.error, form.doing, form.passphrase, form.again]).toEqual([
      undefined,
      undefined,
      '',
      '',
    ]);
    expect(form.outcome).toMatchObject({ type: 'added', officer: { name: 'Оспанова Жанар' } });
    expect((await officersOf(office.desk)).length).toBe(2);
    close();
  });

  it('names everybody as a second officer where the recovery words have the station open', async () => {
    const { form, office, first, words: ofRecovery, session, close } = await atOfficers();
    const administrator = await added(office, 'Әкімші', ['administrator']);
    await session.readStart();
    const others = () => form.beside.others.map(({ id }) => id).sort();
    expect(others()).toEqual([administrator.id]);
    office.desk.custody.lock();
    office.pass(60);
    const secret = { words: ofRecovery };
    expect(await unlockStation(office.desk, { officerId: first.id, secret })).toMatchObject({ ok: true });
    expect(others()).toEqual([administrator.id, first.id].sort());
    close();
  });

  it('asks for a second officer where the act says that it takes one', async () => {
    const { form, office, first, session, close } = await atOfficers();
    const administrator = await added(office, 'Әкімші', ['administrator']);
    await seated(office, administrator);
    await session.readStart();
    const officer = session.officers.find(({ id }) => id === administrator.id);
    if (officer === undefined) throw new Error('no administrator');
    form.begin({ type: 'roles', officer });
    expect({ ...form.chosen }).toEqual({
      administrator: true,
      registrar: false,
      'ca-officer': false,
      auditor: false,
    });
    form.chosen['ca-officer'] = true;
    await form.save();
    expect([form.needsBeside, form.doing?.type]).toEqual([true, 'roles']);
    expect(form.action.error).toContain('орталық қызметкері');
    expect(form.beside.others.map(({ id }) => id)).toEqual([first.id]);
    form.beside.passphrase = passphrase;
    await form.save();
    expect([form.action.error, form.beside.passphrase]).toEqual([undefined, '']);
    expect(form.outcome).toMatchObject({ type: 'roles', officer: { id: administrator.id } });
    // Whoever is changed unlocks again, with the keys of the new roles.
    expect(session.unlocked).toBe(false);
    close();
  });

  it('says what stays open of who is removed, and offers the name to nobody any more', async () => {
    const { form, office, session, close } = await atOfficers();
    const registrar = await added(office, 'Тіркеуші', ['registrar']);
    await session.readStart();
    expect(session.standing.map(({ name }) => name)).toEqual(['Сейітова Айгүл', 'Тіркеуші']);
    const [administrator, removed] = session.officers;
    if (administrator === undefined || removed === undefined) throw new Error('no officers');
    form.begin({ type: 'remove', officer: administrator });
    await form.save();
    expect(form.action.error).toContain(words.t.common.roleNames.administrator);
    form.begin({ type: 'remove', officer: removed });
    await form.save();
    expect(form.outcome).toMatchObject({ type: 'removed', hadAuthorityKey: false, copies: [] });
    await session.readStart();
    expect(session.standing.map(({ id }) => id)).not.toContain(registrar.id);
    expect(session.officers).toHaveLength(2);
    close();
  });
});
