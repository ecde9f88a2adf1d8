import { describe, expect, it } from 'vitest';
import { readCertificate } from '#domain/certificate/read-certificate.ts';
import { readCrl } from '#domain/crl/read-crl.ts';
import { hexToBytes } from '#domain/base/bytes.ts';
import { verifyLog } from '#operations/audit/verify-log.ts';
import { openRegisterBackup } from '#operations/backup/open-register-backup.ts';
import { makeRegisterBackup } from '#operations/backup/register-backup.ts';
import { restoreRegister } from '#operations/backup/restore-register.ts';
import { signCrl } from '#operations/crl/sign-crl.ts';
import { ceaseActivity } from '#operations/revocation/cease.ts';
import { decideRevocation } from '#operations/revocation/revoke.ts';
import { receiveRevocation } from '#operations/revocation/receive.ts';
import { aLegalEntity, anOffice, issued, setUp, taken } from '#tests/support/office-at-work.ts';
import { applicationToRevoke } from '#tests/support/revocation-samples.ts';
import { published } from '#tests/support/publishing.ts';

describe('a day of the National CA', () => {
  it('goes from the set-up to a certificate, its revocation, a CRL, a backup and its restoring', async () => {
    const office = anOffice();
    const { desk, pass } = office;
    const words = await setUp(office, 'ecdsa-p256', 'rehearsed');
    const empty = taken(await signCrl(desk));
    expect(empty.entryCount).toBe(0);
    pass(60);
    const entry = await issued(office);
    const second = await issued(office, aLegalEntity());
    expect([entry.number, second.number]).toEqual([1, 2]);
    const stored = await (await desk.store.read()).get('certificate', entry.id);
    const certificate = taken(readCertificate(stored?.der ?? new Uint8Array()));
    expect(certificate.toleratedDeviations).toEqual([]);

    pass(60);
    const revocation = taken(
      await receiveRevocation(desk, {
        serialNumber: entry.id,
        ground: 'key-compromise',
        source: applicationToRevoke(entry),
      }),
    );
    expect(revocation.dueOn).toBe('2026-11-25');
    const revoked = taken(await decideRevocation(desk, { caseId: revocation.id, confirmedCorrect: true }));
    expect(revoked.revocation?.date).toBe('2026-11-23T04:02:00Z');
    pass(60);
    const crl = taken(await signCrl(desk));
    expect(crl.added).toEqual([entry.id]);
    expect(BigInt(crl.crlNumber) > BigInt(empty.crlNumber)).toBe(true);
    const file = await (await desk.store.read()).get('crlFile', crl.id);
    const list = taken(readCrl(file?.octets ?? new Uint8Array()));
    expect(list.tbs.entries.find(hexToBytes(entry.id) ?? new Uint8Array())?.extensions.reasonCode).toBe(
      'keyCompromise',
    );
    expect((await published(desk, crl)).publishedAt).toBe('2026-11-23T04:03:00Z');

    const report = await verifyLog(desk);
    expect(report.faults).toEqual([]);
    expect(report.signaturesVerified).toBeGreaterThan(5);

    const backup = taken(await makeRegisterBackup(desk));
    const other = anOffice();
    other.pass(3600);
    const opened = taken(await openRegisterBackup(other.desk, { backup, secret: { words } }));
    expect(opened.entries).toBe(2);
    const restored = taken(await restoreRegister(other.desk, { opened }));
    expect(restored.epoch).toBe(2);
    expect((await verifyLog(other.desk)).faults).toEqual([]);

    pass(60);
    const ceased = taken(await ceaseActivity(desk, { typedName: 'ҰЛТТЫҚ КУӘЛАНДЫРУШЫ ОРТАЛЫҚ' }));
    expect(ceased.revoked).toBe(1);
    expect(ceased.lastNotAfter).toBe(second.notAfter);
    expect((await verifyLog(desk)).faults).toEqual([]);
  });
});
