import { expect, it } from 'vitest';
import { registerFaults } from '#operations/soundness.ts';
import { signCrl } from '#operations/crl/sign-crl.ts';
import { makeStation } from '#operations/station/make-station.ts';
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
