/** A clock that runs ten years ahead for one list, and the way back. */
import { describe, expect, it } from 'vitest';
import { openCeremony } from '#domain/authority/ceremony.ts';
import { bytesToHex } from '#domain/base/bytes.ts';
import { readCrl } from '#domain/crl/read-crl.ts';
import { verifyLog } from '#operations/audit/verify-log.ts';
import { openRegisterBackup } from '#operations/backup/open-register-backup.ts';
import { makeRegisterBackup } from '#operations/backup/register-backup.ts';
import { restoreRegister } from '#operations/backup/restore-register.ts';
import { stateGap } from '#operations/ceremony/state-gap.ts';
import { signCrl } from '#operations/crl/sign-crl.ts';
import { confirmClock, unlockStation } from '#operations/station/unlock.ts';
import { revoke } from '#tests/support/archive-at-work.ts';
import { anOffice, issued, passphrase, setUp, taken } from '#tests/support/office-at-work.ts';
import { stationOf } from '#tests/support/renewal-at-work.ts';

const tenYears = 3_652 * 86_400;

describe('[H02] a clock ten years ahead', () => {
  it('signs nothing before an officer says that it is right', async () => {
    const office = anOffice();
    await setUp(office);
    office.pass(tenYears);
    expect(await signCrl(office.desk)).toMatchObject({ ok: false, error: { type: 'ClockAhead' } });
    expect(await (await office.desk.store.read()).count('crl')).toBe(0);
  });

  it('after which a list was signed is got over by the backup, the words and a full list, all of it logged', async () => {
    const office = anOffice();
    const { desk } = office;
    const words = await setUp(office);
    taken(await signCrl(desk));
    const entry = await issued(office);
    const backup = taken(await makeRegisterBackup(desk));
    office.pass(tenYears);
    taken(await confirmClock(desk));
    await revoke(office, entry);
    const ofTheFuture = taken(await signCrl(desk));
    const shown = [
      (await (await desk.store.read()).get('crlFile', ofTheFuture.id))?.octets ?? new Uint8Array(),
    ];
    office.pass(60 - tenYears);
    expect(await signCrl(desk)).toMatchObject({ ok: false, error: { type: 'ClockBehind' } });

    const open = async () => taken(await openRegisterBackup(desk, { backup, secret: { words } }));
    const refused = async (command: object) =>
      restoreRegister(desk, { opened: await open(), shown, ...command }).then((restored) =>
        restored.ok ? 'restored' : restored.error.type,
      );
    expect(await refused({})).toBe('NotConfirmed');
    expect(await refused({ replaceConfirmed: true })).toBe('ClockBehind');
    expect(await refused({ replaceConfirmed: true, clockConfirmed: true })).toBe('restored');
    const [officer] = await (await desk.store.read()).list('officer');
    taken(await unlockStation(desk, { officerId: officer?.id ?? '', secret: { passphrase } }));
    taken(await signCrl(desk));
    // The full list alone does not open issuing: who has the words says what happened.
    expect(openCeremony(await stationOf(office))?.lostActs).toBeGreaterThan(0);
    taken(await stateGap(desk, { text: 'сағат он жыл ілгері тұрған', words }));
    expect(openCeremony(await stationOf(office))).toBeUndefined();
    office.pass(60);
    const next = taken(await signCrl(desk));

    // Whoever got the list of the future has an older number in his hand; what it revokes stays revoked, and not from the future.
    expect(BigInt(next.crlNumber) > BigInt(ofTheFuture.crlNumber)).toBe(true);
    expect(next.thisUpdate < ofTheFuture.thisUpdate).toBe(true);
    const reading = await desk.store.read();
    const file = (await reading.get('crlFile', next.id))?.octets ?? new Uint8Array();
    const [listed, ...others] = taken(readCrl(file)).tbs.entries;
    expect(others).toEqual([]);
    expect(bytesToHex(listed?.serialNumber ?? new Uint8Array())).toBe(entry.id);
    expect((listed?.revocationDate ?? ofTheFuture.thisUpdate) <= next.thisUpdate).toBe(true);
    expect((await verifyLog(desk)).faults).toEqual([]);
    const acts = (await reading.list('audit')).map(({ act }) => act);
    expect(acts).toEqual(expect.arrayContaining(['register-restored', 'ceremony-stated', 'crl-signed']));
  });

  it('is no way to put an old backup over a register whose time is right', async () => {
    const office = anOffice();
    const { desk } = office;
    const words = await setUp(office);
    const backup = taken(await makeRegisterBackup(desk));
    await issued(office);
    const opened = taken(await openRegisterBackup(desk, { backup, secret: { words } }));
    expect(
      await restoreRegister(desk, { opened, replaceConfirmed: true, clockConfirmed: true }),
    ).toMatchObject({ ok: false, error: { type: 'RegisterNotEmpty' } });
  });
});
