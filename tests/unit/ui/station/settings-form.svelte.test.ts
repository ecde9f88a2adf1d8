// @vitest-environment page
import { describe, expect, it } from 'vitest';
import { words } from '#ui/i18n/language.svelte.ts';
import { SettingsForm } from '#ui/station/settings-form.svelte.ts';
import { recordSetUpFact } from '#operations/station/key-backup.ts';
import { anOffice, setUp } from '#tests/support/office-at-work.ts';
import { aSession, until } from '#tests/support/session-at-work.ts';

async function atSettings() {
  const office = anOffice();
  await setUp(office);
  const desk = await aSession(office);
  const { station } = desk.session;
  if (station === undefined) throw new Error('no station');
  const form = new SettingsForm(desk.session, station);
  const kept = async () => (await desk.session.office.store.read()).get('station', 'station');
  return { ...desk, form, kept };
}

describe('the office’s own numbers and addresses', () => {
  it('begin as they are; those that it has not are empty lines', async () => {
    const { form } = await atSettings();
    expect([form.crlValidityDays, form.lockMinutes]).toEqual(['7', '5']);
    expect({ ...form.addresses }).toEqual({
      crl: 'http://crl.example.kz/n.crl',
      issuerCertificate: '',
      practiceStatement: '',
      policyOid: '',
    });
  });

  it('are saved together, without blanks around them, and said so', async () => {
    const { form, kept } = await atSettings();
    form.crlValidityDays = ' 14 ';
    form.lockMinutes = '30';
    form.addresses.crl = '';
    form.addresses.issuerCertificate = ' http://crl.example.kz/n.cer ';
    await form.save();
    expect([form.errors, form.action.error]).toEqual([[], undefined]);
    expect(form.action.said).toBe(words.t.station.settingsSaved);
    const station = await kept();
    expect(station?.settings).toEqual({ crlValidityDays: 14, lockMinutes: 30 });
    expect(station?.addresses).toEqual({ issuerCertificate: 'http://crl.example.kz/n.cer' });
  });

  it('[N-11] lists come no more seldom than each is good for; left empty, as long', async () => {
    const { form, kept } = await atSettings();
    form.crlCadenceDays = '5';
    await form.save();
    expect((await kept())?.settings).toMatchObject({ crlValidityDays: 7, crlCadenceDays: 5 });
    form.crlCadenceDays = '8';
    await form.save();
    expect(form.action.error).toContain('7');
    expect((await kept())?.settings.crlCadenceDays).toBe(5);
    form.crlCadenceDays = '';
    await form.save();
    expect((await kept())?.settings).toEqual({ crlValidityDays: 7, lockMinutes: 5 });
  });

  it.each([
    ['crlValidityDays', 'crl-validity-days', ['0', '367', '', '7.5', '-1', '1e2'], ['1', '366']],
    ['lockMinutes', 'lock-minutes', ['0', '31', ' ', 'бес'], ['1', '30']],
  ] as const)('%s has its limits, named beside the field', async (field, id, wrong, right) => {
    const { form, kept } = await atSettings();
    const before = (await kept())?.settings;
    for (const value of wrong) {
      form[field] = value;
      await form.save();
      expect(
        form.errors.map(({ fieldId }) => fieldId),
        value,
      ).toEqual([id]);
      expect(form.errorOf(id)).toContain(id === 'lock-minutes' ? '30' : '366');
    }
    expect((await kept())?.settings).toEqual(before);
    for (const value of right) {
      form[field] = value;
      await form.save();
      expect(form.errorOf(id), value).toBeUndefined();
      expect((await kept())?.settings[field]).toBe(Number(value));
    }
  });

  it('name everything that is wrong at once, before a passphrase is asked for', async () => {
    const { form, session } = await atSettings();
    await session.lock('officer');
    Object.assign(form, { crlValidityDays: 'x', lockMinutes: '99' });
    Object.assign(form.addresses, { crl: 'мекенжай', practiceStatement: 'http://example.kz/cps' });
    await form.save();
    expect(form.errors.map(({ fieldId }) => fieldId)).toEqual([
      'crl-validity-days',
      'lock-minutes',
      'crl',
      'policyOid',
    ]);
    expect([session.unlockAsked, form.action.said]).toEqual([false, undefined]);
  });

  it('what is being typed stays when another tab commits', async () => {
    const { form, session, office } = await atSettings();
    form.lockMinutes = '12';
    const before = session.changes;
    await recordSetUpFact(office.desk, { storageAnswer: 'not-kept' });
    await until(() => session.changes > before);
    expect(form.lockMinutes).toBe('12');
  });

  it('at a locked station are saved when it was opened, and stay typed when it was not', async () => {
    const { form, session, unlock, kept } = await atSettings();
    await session.lock('officer');
    form.lockMinutes = '12';
    const givenUp = form.save();
    session.endUnlocking();
    await givenUp;
    expect([form.lockMinutes, form.action.said, (await kept())?.settings.lockMinutes]).toEqual([
      '12',
      undefined,
      5,
    ]);
    const saved = form.save();
    await unlock();
    await saved;
    expect((await kept())?.settings.lockMinutes).toBe(12);
  });

  it('a refusal is said in words; a fault leaves the button and what was typed', async () => {
    const { form, session, plant } = await atSettings();
    form.lockMinutes = '12';
    plant('changeSettings', () => () => Promise.resolve({ ok: false, error: { type: 'NoRoom' } }));
    await form.save();
    expect(form.action.error).toBe(words.t.refusals.NoRoom);
    plant('changeSettings', () => () => Promise.reject(new RangeError('x')));
    await form.save();
    expect([form.action.working, form.action.error, form.lockMinutes]).toEqual([false, undefined, '12']);
    expect(session.faults.last?.code).toBe('RangeError');
  });
});
