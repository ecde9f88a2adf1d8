import { expect, it } from 'vitest';
import { registerFaults } from '#operations/soundness.ts';
import { signCrl } from '#operations/crl/sign-crl.ts';
import { makeStation } from '#operations/station/make-station.ts';
import { takeAuthorityCertificate } from '#operations/station/root-answer.ts';
import { takeAnswer } from '#tests/support/root-confirmed.ts';
import { aLoop, answer, joined } from '#tests/support/chain-at-work.ts';
import { aNextKey } from '#tests/support/renewal-at-work.ts';
import { unlockAgain } from '#tests/support/root-at-work.ts';
import { anOffice, setUp, taken } from '#tests/support/office-at-work.ts';

it('a set-up that was broken off and done again leaves a register that verifies, and signs', async () => {
  const office = anOffice();
  const { desk } = office;
  taken(
    await makeStation(desk, {
      kind: 'N',
      demonstration: false,
      authority: {
        organisation: 'Бірінші',
        commonName: 'БІРІНШІ ОРТАЛЫҚ',
        region: 'Астана',
        email: 'a@example.kz',
      },
      addresses: { crl: 'http://crl.example.kz/n.crl' },
      suite: 'ecdsa-p256',
      authorityValidityYears: 10,
      officer: { name: 'Бірінші Қызметкер', position: 'Бас маман' },
      passphrase: 'алты сөзден тұратын бірінші құпиясөз осы',
      wordScript: 'cyrillic',
    }),
  );
  office.pass(60);
  await setUp(office);
  expect(await registerFaults(desk)).toEqual([]);
  expect((await signCrl(desk)).ok).toBe(true);
});

it('the answer of a set-up is taken in an open station alone, which then goes on to sign', async () => {
  const loop = await aLoop();
  const { national } = loop;
  national.desk.custody.lock();
  const file = await answer(loop);
  expect(await takeAuthorityCertificate(national.desk, [file])).toEqual({
    ok: false,
    error: { type: 'Locked' },
  });
  await unlockAgain(national);
  taken(await takeAnswer(national.desk, [file]));
  expect(await registerFaults(national.desk)).toEqual([]);
  expect((await signCrl(national.desk)).ok).toBe(true);
});

it('an answer for the key that renews another is taken by an officer’s key alone', async () => {
  const { national } = await joined();
  await aNextKey(national);
  national.desk.custody.lock();
  expect(await takeAuthorityCertificate(national.desk, [])).toEqual({ ok: false, error: { type: 'Locked' } });
});
