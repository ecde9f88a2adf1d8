// @vitest-environment page
import { describe, expect, it } from 'vitest';
import type { StrengthMeter } from '#ports/passphrase-strength.ts';
import { words } from '#ui/i18n/language.svelte.ts';
import { KeyMaking } from '#ui/station/key-making.svelte.ts';
import { SetUp } from '#ui/station/set-up.svelte.ts';
import { anOffice, passphrase } from '#tests/support/office-at-work.ts';
import { aGate, aSession, until } from '#tests/support/session-at-work.ts';

async function atKeyStep(measureStrength?: StrengthMeter) {
  const desk = await aSession(anOffice(), measureStrength === undefined ? {} : { measureStrength });
  const setUp = new SetUp(desk.session);
  await setUp.load();
  Object.assign(setUp.fields, {
    organisation: 'Цифрлық даму министрлігі',
    commonName: 'ҰЛТТЫҚ КУӘЛАНДЫРУШЫ ОРТАЛЫҚ',
    region: 'Астана',
    email: 'ca@example.kz',
    officerName: ' Сейітова Айгүл ',
    officerPosition: 'Бас маман',
  });
  setUp.officeDone = true;
  const making = new KeyMaking(setUp);
  const type = (typed: string, again = typed) =>
    Object.assign(making, { passphrase: typed, repeated: again });
  return { ...desk, setUp, making, type };
}

describe('the passphrase of the first officer', () => {
  it('is offered in the script that the officer reads, another one each time', async () => {
    const { making } = await atKeyStep();
    const first = making.offered;
    expect(first).toMatch(/^[\p{Script=Cyrillic}]+( \p{Script=Cyrillic}+){5}$/u);
    making.offer();
    expect(making.offered).not.toBe(first);
    await words.choose('en');
    making.offer();
    await words.choose('kk');
    expect(making.offered).toMatch(/^[a-z]+( [a-z]+){5}$/u);
  });

  it('has the strength of what is typed now: a slower answer about fewer letters is not shown', async () => {
    const slow = aGate();
    const { making, type } = await atKeyStep(async (typed) => {
      if (typed.length < 3) await slow.passed;
      return typed.length < 3 ? { bits: 8, score: 0 } : { bits: 96, score: 4 };
    });
    type('ба');
    const older = making.measure();
    type('бадаб кагар лунас');
    await making.measure();
    expect(making.strength).toEqual({ bits: 96, score: 4 });
    slow.open();
    await older;
    expect(making.strength.score).toBe(4);
  });
});

describe('the station’s keys', () => {
  it('are made; the passphrase is gone from the page and the recovery words are there', async () => {
    const { making, setUp, type, session } = await atKeyStep();
    type(passphrase);
    await making.make();
    await until(() => session.station !== undefined);
    expect([making.action.error, setUp.errors]).toEqual([undefined, []]);
    expect([making.passphrase, making.repeated]).toEqual(['', '']);
    expect([setUp.recoveryWords?.length, setUp.step]).toEqual([24, 'words']);
    expect(session.officers[0]?.name).toBe('Сейітова Айгүл');
    expect(session.station?.setUp.recoveryReadBackAt).toBeUndefined();
  });

  it('are not made of a weak passphrase, or one that was typed otherwise the second time; both stay', async () => {
    const { making, setUp, type, session } = await atKeyStep();
    type('аз');
    await making.make();
    expect(setUp.errors.map(({ text }) => text)).toEqual([words.t.setUp.passphraseWeak]);
    type(passphrase, 'басқа');
    await making.make();
    expect(setUp.errors.map(({ fieldId }) => fieldId)).toEqual(['passphrase-again']);
    expect([making.passphrase, making.repeated]).toEqual([passphrase, 'басқа']);
    expect([session.station, setUp.recoveryWords, making.action.working]).toEqual([
      undefined,
      undefined,
      false,
    ]);
  });

  it('are made once however often the button is pressed, and the draft is kept without the passphrase', async () => {
    const { making, type, plant, session } = await atKeyStep();
    type(passphrase);
    let made = 0;
    plant('makeStation', (real) => (command) => {
      made += 1;
      return real(command);
    });
    await Promise.all([making.make(), making.make()]);
    expect(made).toBe(1);
    const drafts = await (await session.office.store.read()).list('draft');
    expect(drafts).toHaveLength(1);
    expect(JSON.stringify(drafts)).not.toContain(passphrase);
  });

  it('a refusal and a fault, of the meter too, leave what was typed and the button', async () => {
    const broken = { meter: false };
    const { making, type, plant, session } = await atKeyStep(() =>
      broken.meter ? Promise.reject(new TypeError('x')) : Promise.resolve({ bits: 96, score: 4 }),
    );
    type(passphrase);
    plant('makeStation', () => () => Promise.resolve({ ok: false, error: { type: 'StationExists' } }));
    await making.make();
    expect(making.action.error).toBe(words.t.refusals.StationExists);
    plant('makeStation', () => () => Promise.reject(new RangeError('x')));
    await making.make();
    expect([session.faults.last?.code, making.action.error]).toEqual(['RangeError', undefined]);
    broken.meter = true;
    await making.make();
    expect(session.faults.last?.code).toBe('TypeError');
    expect([making.action.working, making.passphrase, making.repeated]).toEqual([
      false,
      passphrase,
      passphrase,
    ]);
  });

  it('are not made in a tab that only reads', async () => {
    const { making, setUp, type, session, lock } = await atKeyStep();
    lock.stop();
    await until(() => !session.isWriter);
    type(passphrase);
    await making.make();
    expect([making.action.error, setUp.recoveryWords]).toEqual([words.t.refusals.NotTheWriter, undefined]);
  });
});
