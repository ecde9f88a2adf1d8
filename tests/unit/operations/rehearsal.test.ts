import { describe, expect, it } from 'vitest';
import { verifyRegister } from '#operations/audit/verify-register.ts';
import { issueCertificates } from '#operations/certificate/issue.ts';
import { signCrl } from '#operations/crl/sign-crl.ts';
import { makeKeyBackup, rehearseKeyBackup } from '#operations/station/key-backup.ts';
import { confirmClock } from '#operations/station/unlock.ts';
import { revoke } from '#tests/support/archive-at-work.ts';
import {
  aLegalEntity,
  anOffice,
  approvedOf,
  issued,
  passphrase,
  setUp,
  taken,
} from '#tests/support/office-at-work.ts';
import { unlockAgain } from '#tests/support/root-at-work.ts';

const day = 24 * 3600;

/** An office whose backup was opened a year and `days` days ago, with a certificate in force and an application approved. */
async function anOfficeAfter(days: number) {
  const office = anOffice();
  const words = await setUp(office);
  const { desk } = office;
  taken(await signCrl(desk));
  office.pass((365 + days) * day);
  taken(await confirmClock(desk));
  return { office, desk, words };
}

describe('a key backup that nobody opened for a year (F15)', () => {
  it('[N-12] issuing goes on for 30 days', async () => {
    const { office } = await anOfficeAfter(30);
    await issued(office);
  });

  it('[N-12] [N-9] [N-14] then it is refused in the operation, and revocation and CRLs are not', async () => {
    const { office, desk } = await anOfficeAfter(29);
    const entry = await issued(office, aLegalEntity());
    const applicationId = await approvedOf(office);
    office.pass(2 * day);
    const [outcome] = await issueCertificates(desk, { applicationIds: [applicationId] });
    expect(outcome?.result).toEqual({
      ok: false,
      error: { type: 'RehearsalOverdue', lastAt: '2026-11-23T04:00:00Z' },
    });
    expect(await (await desk.store.read()).count('intent')).toBe(2);
    await revoke(office, entry);
    const { entryCount } = taken(await signCrl(desk));
    expect(entryCount).toBe(1);
  });

  it('[N-12] one way of opening it does not do; both open issuing again, in an open station and signed', async () => {
    const { office, desk, words } = await anOfficeAfter(31);
    const applicationId = await approvedOf(office);
    const issuing = async () => {
      const [outcome] = await issueCertificates(desk, { applicationIds: [applicationId] });
      return outcome?.result.ok === true ? 'issued' : outcome?.result.error.type;
    };
    const backup = taken(await makeKeyBackup(desk));
    taken(await rehearseKeyBackup(desk, { backup, secret: { passphrase } }));
    expect(await issuing()).toBe('RehearsalOverdue');
    const byWords = { backup, secret: { words } };
    desk.custody.lock();
    expect(await rehearseKeyBackup(desk, byWords)).toEqual({ ok: false, error: { type: 'Locked' } });
    await unlockAgain(office);
    taken(await rehearseKeyBackup(desk, byWords));
    expect(await issuing()).toBe('issued');
    expect((await verifyRegister(desk)).report.faults).toEqual([]);
  });
});
