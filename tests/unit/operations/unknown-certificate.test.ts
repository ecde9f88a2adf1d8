import { describe, expect, it } from 'vitest';
import { decideRevocation } from '#operations/revocation/revoke.ts';
import { receiveRevocation } from '#operations/revocation/receive.ts';
import { signCrl } from '#operations/crl/sign-crl.ts';
import { exportCertificates } from '#operations/backup/export-certificates.ts';
import { exportRegister } from '#operations/backup/export-register.ts';
import { unzipFiles } from '#adapters/zip/zip.ts';
import { registerUnknownCertificate } from '#operations/register/register-unknown-certificate.ts';
import { openRegisterBackup } from '#operations/backup/open-register-backup.ts';
import { makeRegisterBackup } from '#operations/backup/register-backup.ts';
import { restoreRegister } from '#operations/backup/restore-register.ts';
import { unlockStation } from '#operations/station/unlock.ts';
import { aLegalEntity, anOffice, issued, passphrase, setUp, taken } from '#tests/support/office-at-work.ts';

describe('a certificate that the register lacks', () => {
  it('[B11] is taken in by our own signature on it, and can then be revoked', async () => {
    const office = anOffice();
    const words = await setUp(office);
    await issued(office);
    const backup = taken(await makeRegisterBackup(office.desk));
    office.pass(60);
    const lost = await issued(office, aLegalEntity());
    const der = (await (await office.desk.store.read()).get('certificate', lost.id))?.der ?? new Uint8Array();

    const other = anOffice();
    other.pass(3600);
    const opened = taken(await openRegisterBackup(other.desk, { backup, secret: { words } }));
    taken(await restoreRegister(other.desk, { opened }));
    const [officer] = await (await other.desk.store.read()).list('officer');
    taken(await unlockStation(other.desk, { officerId: officer?.id ?? '', secret: { passphrase } }));
    const recovered = taken(await registerUnknownCertificate(other.desk, der));
    expect(recovered).toMatchObject({ id: lost.id, recovered: true, subject: { bin: '101040000012' } });
    expect(await registerUnknownCertificate(other.desk, der)).toMatchObject({
      ok: false,
      error: { type: 'AlreadyRegistered' },
    });
    const found = taken(
      await receiveRevocation(other.desk, {
        serialNumber: lost.id,
        ground: 'own-error',
        source: { type: 'office', statement: 'көшірмеден кейін табылды' },
      }),
    );
    taken(await decideRevocation(other.desk, { caseId: found.id, confirmedCorrect: true }));
    expect(taken(await signCrl(other.desk)).added).toEqual([lost.id]);

    // Whoever goes on from an export signs lists by it: what it lacks would be in force again.
    const csv = new TextDecoder().decode(await exportRegister(other.desk));
    expect(csv.split('\r\n').filter((line) => line.startsWith(`${lost.id},revoked,`))).toHaveLength(1);
    const files = taken(unzipFiles(await exportCertificates(other.desk), 1e7));
    expect(files.get(`certificates/${lost.id}.cer`)).toEqual(der);
    const index = new TextDecoder().decode(files.get('index.txt')).trim().split('\n');
    expect(index).toHaveLength(2);
    const [status, , revoked, serial] =
      index.find((line) => line.includes(lost.id.toUpperCase()))?.split('\t') ?? [];
    expect([status, revoked, serial]).toEqual([
      'R',
      '261123050000Z,cessationOfOperation',
      lost.id.toUpperCase(),
    ]);
    const backup2 = taken(await makeRegisterBackup(other.desk));
    expect(taken(await openRegisterBackup(other.desk, { backup: backup2, secret: { words } })).entries).toBe(
      2,
    );
  });

  it('[B11] with another authority’s signature it is none of ours', async () => {
    const office = anOffice();
    await setUp(office);
    const stranger = anOffice();
    await setUp(stranger);
    const foreign = await issued(stranger);
    const der =
      (await (await stranger.desk.store.read()).get('certificate', foreign.id))?.der ?? new Uint8Array();
    expect(await registerUnknownCertificate(office.desk, der)).toEqual({
      ok: false,
      error: { type: 'NotOurCertificate' },
    });
    const reading = await office.desk.store.read();
    expect(await reading.count('entry')).toBe(0);
    const [last] = await reading.list('audit', { reverse: true, limit: 1 });
    expect(last).toMatchObject({
      act: 'import-refused',
      subjects: ['NotOurCertificate', expect.any(String)],
    });
  });
});
