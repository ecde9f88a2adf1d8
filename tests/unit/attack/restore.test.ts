import { describe, expect, it } from 'vitest';
import { openRegisterBackup } from '#operations/backup/open-register-backup.ts';
import { makeRegisterBackup } from '#operations/backup/register-backup.ts';
import { restoreRegister } from '#operations/backup/restore-register.ts';
import { memoryStore } from '#adapters/memory/memory-store.ts';
import { readCrl } from '#domain/crl/read-crl.ts';
import { receiveRevocation } from '#operations/revocation/receive.ts';
import { decideRevocation } from '#operations/revocation/revoke.ts';
import { signCrl } from '#operations/crl/sign-crl.ts';
import { rebuildTouched } from '#operations/station/rebuild-touched.ts';
import { startStation } from '#operations/station/start.ts';
import { unlockStation } from '#operations/station/unlock.ts';
import { verifyLog } from '#operations/audit/verify-log.ts';
import { revoke } from '#tests/support/archive-at-work.ts';
import {
  type OfficeAtWork,
  anOffice,
  issued,
  passphrase,
  setUp,
  taken,
} from '#tests/support/office-at-work.ts';
import { applicationToRevoke } from '#tests/support/revocation-samples.ts';
import { aBrowser, contentOf, copyOf, startedOn } from '#tests/support/guarded-office.ts';
import { stationOf } from '#tests/support/renewal-at-work.ts';

const fileOf = async ({ desk }: OfficeAtWork, id: string) =>
  (await (await desk.store.read()).get('crlFile', id))?.octets ?? new Uint8Array();
async function unlock({ desk }: OfficeAtWork) {
  const [officer] = await (await desk.store.read()).list('officer');
  taken(await unlockStation(desk, { officerId: officer?.id ?? '', secret: { passphrase } }));
}

describe('[H02] a register whose last act is said to lie in the future', () => {
  it('a healthy one is not replaced by an older one because the clock was set back; what it revoked stays revoked', async () => {
    const office = anOffice();
    const { desk } = office;
    const words = await setUp(office);
    const entry = await issued(office);
    const backup = taken(await makeRegisterBackup(desk));
    office.pass(86_400);
    await revoke(office, entry);
    taken(await signCrl(desk));
    // Nothing is wrong with this register; somebody sets the machine's clock back by less than a day.
    office.pass(-80_000);
    const opened = taken(await openRegisterBackup(desk, { backup, secret: { words } }));
    const restored = await restoreRegister(desk, { opened, replaceConfirmed: true, clockConfirmed: true });
    office.pass(86_400);
    const after = await (await desk.store.read()).get('entry', entry.id);
    expect([restored.ok, after?.revocation !== undefined]).not.toEqual([true, false]);
  });
});

describe('[RFC 5280 5.3.1] a reason raised after the backup', () => {
  it('comes back from the list that is shown', async () => {
    const office = anOffice();
    const { desk } = office;
    const words = await setUp(office);
    const entry = await issued(office);
    const wish = { serialNumber: entry.id, ground: 'owners-wish', source: applicationToRevoke(entry) };
    const first = taken(await receiveRevocation(desk, wish));
    taken(await decideRevocation(desk, { caseId: first.id, confirmedCorrect: true }));
    taken(await signCrl(desk));
    const backup = taken(await makeRegisterBackup(desk));
    office.pass(60);
    const found = taken(
      await receiveRevocation(desk, {
        serialNumber: entry.id,
        ground: 'key-compromise',
        source: applicationToRevoke(entry),
      }),
    );
    taken(await decideRevocation(desk, { caseId: found.id, confirmedCorrect: true }));
    const newer = taken(await signCrl(desk));
    const shown = [await fileOf(office, newer.id)];
    const reasonOn = (file: Uint8Array) =>
      [...taken(readCrl(file)).tbs.entries].map(({ extensions }) => extensions.reasonCode);
    expect(reasonOn(shown[0] ?? new Uint8Array())).toEqual(['keyCompromise']);
    const other = anOffice(memoryStore(), '2026-11-23T05:00:00Z');
    const opened = taken(await openRegisterBackup(other.desk, { backup, secret: { words } }));
    taken(await restoreRegister(other.desk, { opened, shown }));
    await unlock(other);
    const next = taken(await signCrl(other.desk));
    expect(reasonOn(await fileOf(other, next.id))).toEqual(['keyCompromise']);
    expect((await verifyLog(other.desk)).faults).toEqual([]);
    expect((await (await other.desk.store.read()).get('entry', entry.id))?.revocation?.reasonCode).toBe(
      'keyCompromise',
    );
  });
});

describe('[J21] a journal of before a restore', () => {
  async function cut() {
    const browser = aBrowser();
    const office = startedOn(browser);
    const words = await setUp(office);
    const backup = taken(await makeRegisterBackup(office.desk));
    for (let n = 0; n < 3; n++) {
      office.pass(60);
      await issued(office);
    }
    await office.guard.marked();
    // The restore of that backup, cut before its journal: the register alone is of the second epoch.
    const away = anOffice(memoryStore(), '2026-11-23T05:00:00Z');
    const opened = taken(await openRegisterBackup(away.desk, { backup, secret: { words } }));
    taken(await restoreRegister(away.desk, { opened }));
    const restored = await contentOf(away.desk.store);
    const rows = new Map(restored.tables.get('officer') as never as ReadonlyMap<string, { record: object }>);
    const [[key, row] = ['', { record: {} }]] = rows;
    rows.set(key, { ...row, record: { ...row.record, edited: true } });
    const edited = { ...restored, tables: new Map([...restored.tables, ['officer', rows as never]]) };
    return startedOn({ ...copyOf(browser), register: edited as never }, { at: '2026-11-23T06:00:00Z' });
  }
  it('does not come over the register of a later epoch, without a start', async () => {
    const office = await cut();
    expect((await stationOf(office)).epoch).toBe(2);
    const rebuilt = await rebuildTouched(office.desk);
    expect((await stationOf(office)).epoch).toBe(2);
    expect(rebuilt.ok).toBe(false);
  });
  it('does not come over the register of a later epoch, after a start', async () => {
    const office = await cut();
    await startStation(office.desk);
    await rebuildTouched(office.desk);
    expect((await stationOf(office)).epoch).toBe(2);
  });
});
