/** A register that is replaced by a backup: what it still proves comes along, shown or not, and nothing else does. */
import { beforeAll, describe, expect, it } from 'vitest';
import { type RegisterContent, memoryStore } from '#adapters/memory/memory-store.ts';
import { readCrl } from '#domain/crl/read-crl.ts';
import { bytesToHex } from '#domain/base/bytes.ts';
import type { RegisterEntry } from '#domain/register/register-entry.ts';
import { verifyLog } from '#operations/audit/verify-log.ts';
import { openRegisterBackup } from '#operations/backup/open-register-backup.ts';
import { makeRegisterBackup } from '#operations/backup/register-backup.ts';
import { restoreRegister } from '#operations/backup/restore-register.ts';
import { signCrl } from '#operations/crl/sign-crl.ts';
import { receiveRevocation } from '#operations/revocation/receive.ts';
import { decideRevocation } from '#operations/revocation/revoke.ts';
import { revoke } from '#tests/support/archive-at-work.ts';
import { contentOf as tablesOf } from '#tests/support/busy-offices.ts';
import { appended, changed, changedRow } from '#tests/support/changed-content.ts';
import { newestCrl } from '#tests/support/chain-at-work.ts';
import { contentOf } from '#tests/support/applicant-content.ts';
import { type OfficeAtWork, anOffice, issued, setUp, taken } from '#tests/support/office-at-work.ts';
import { applicationToRevoke } from '#tests/support/revocation-samples.ts';
import { unlockAgain } from '#tests/support/root-at-work.ts';
import { stationOf } from '#tests/support/renewal-at-work.ts';

interface Lost {
  readonly content: RegisterContent;
  readonly backup: Uint8Array;
  readonly words: readonly string[];
  /** Revoked since the backup, on no list: one that the backup has, one that it has not, and one by the owner's wish. */
  readonly known: RegisterEntry;
  readonly later: RegisterEntry;
  readonly wished: RegisterEntry;
  /** Issued since, and in force. */
  readonly inForce: RegisterEntry;
  /** The same, issued in the same second. */
  readonly more: readonly RegisterEntry[];
  readonly untouched: RegisterEntry;
}

let lost: Lost;
let stranger: OfficeAtWork;
const end = '2026-11-23T06:00:00Z';

beforeAll(async () => {
  const office = anOffice();
  const { desk } = office;
  const words = await setUp(office);
  const known = await issued(office, contentOf(0));
  const wished = await issued(office, contentOf(1));
  const untouched = await issued(office, contentOf(2));
  taken(await signCrl(desk));
  const backup = taken(await makeRegisterBackup(desk));
  office.pass(600);
  await revoke(office, known);
  office.pass(600);
  const later = await issued(office, contentOf(3));
  await revoke(office, later);
  const source = applicationToRevoke(wished);
  const wish = await receiveRevocation(desk, { serialNumber: wished.id, ground: 'owners-wish', source });
  taken(await decideRevocation(desk, { caseId: taken(wish).id, confirmedCorrect: true }));
  const inForce = await issued(office, contentOf(4));
  const more: RegisterEntry[] = [];
  for (const person of [5, 6, 7, 8]) more.push(await issued(office, contentOf(person)));
  lost = {
    content: await tablesOf(desk.store),
    backup,
    words,
    known,
    later,
    wished,
    inForce,
    more,
    untouched,
  };
  stranger = anOffice();
  await setUp(stranger);
});

/** One row edited, so that the register does not verify and may be replaced. */
const touched = (content: RegisterContent) =>
  changedRow(content, 'application', 0, () => ({ number: '2020-000001' }));

async function replaced(content: RegisterContent): Promise<OfficeAtWork> {
  const office = anOffice(memoryStore(content), end);
  const { backup, words } = lost;
  const opened = taken(await openRegisterBackup(office.desk, { backup, secret: { words } }));
  taken(await restoreRegister(office.desk, { opened, replaceConfirmed: true }));
  return office;
}

const entryOf = async ({ desk }: OfficeAtWork, { id }: Pick<RegisterEntry, 'id'>) =>
  (await desk.store.read()).get('entry', id);

async function listedNext(office: OfficeAtWork): Promise<readonly string[]> {
  office.pass(60);
  await unlockAgain(office);
  taken(await signCrl(office.desk));
  const { tbs } = taken(readCrl(await newestCrl(office)));
  return [...tbs.entries].map(({ serialNumber }) => bytesToHex(serialNumber)).sort();
}

const serials = (...entries: readonly RegisterEntry[]) => entries.map(({ id }) => id).sort();

describe('a register that does not verify, replaced by an older backup', () => {
  it('with the numbers again that were printed of it, also those of one second', async () => {
    const office = await replaced(touched(lost.content));
    const together = [lost.later, lost.inForce, ...lost.more];
    expect(new Set(together.map(({ notBefore }) => notBefore)).size).toBe(1);
    for (const entry of together) expect((await entryOf(office, entry))?.number).toBe(entry.number);
  });

  it('[N-9] [N-14] leaves its certificates and its unlisted revocations to the new one, with date and reason', async () => {
    const office = await replaced(touched(lost.content));
    expect(await entryOf(office, lost.known)).toMatchObject({
      revocation: { reasonCode: 'keyCompromise', date: '2026-11-23T04:10:00Z' },
    });
    expect(await entryOf(office, lost.later)).toMatchObject({
      applicationNumber: '',
      revocation: { reasonCode: 'keyCompromise', date: '2026-11-23T04:20:00Z' },
    });
    expect((await entryOf(office, lost.wished))?.revocation).toMatchObject({ ground: 'owners-wish' });
    expect(await entryOf(office, lost.inForce)).toMatchObject({ applicationNumber: '' });
    expect((await entryOf(office, lost.untouched))?.revocation).toBeUndefined();
    const station = await stationOf(office);
    expect(station.ceremony).toMatchObject({ because: 'restored', missing: [] });
    expect(await listedNext(office)).toEqual(serials(lost.known, lost.later, lost.wished));
    expect((await verifyLog(office.desk)).faults).toEqual([]);
  });

  it('[N-9] forgets no revocation whose rows were edited or taken away: the log’s line is enough', async () => {
    const { known, later, wished } = lost;
    const content = changed(lost.content, (tables) => {
      const entries = tables.get('entry');
      for (const { id } of [known, later]) {
        const row = entries?.get(id);
        if (row === undefined) throw new Error('none');
        const { revocation, ...record } = row.record as RegisterEntry;
        expect(revocation).toBeDefined();
        entries?.set(id, { ...row, record });
      }
      tables.get('revocation')?.clear();
      // The certificate itself is gone as well: the serial number is on the next list, and a gap.
      tables.get('certificate')?.delete(later.id);
    });
    const office = await replaced(content);
    expect((await entryOf(office, known))?.revocation).toMatchObject({ date: '2026-11-23T04:10:00Z' });
    expect(await entryOf(office, later)).toBeUndefined();
    expect((await stationOf(office)).ceremony?.missing).toEqual([later.id]);
    expect(await listedNext(office)).toEqual(serials(known, later, wished));
  });

  it('[N-9] takes nothing from lines that nobody signed, whatever they write', async () => {
    const subjects = [lost.untouched.id, 'case'];
    const act = {
      officer: stranger.desk.custody.officerId() ?? '',
      act: 'certificate-revoked',
      subjects,
      writes: [],
    } as const;
    const office = await replaced(
      touched(
        appended(lost.content, stranger.desk, [
          act,
          { ...act, officer: 'station' },
          { ...act, officer: lost.known.issuedBy },
        ]),
      ),
    );
    expect((await entryOf(office, lost.untouched))?.revocation).toBeUndefined();
  });

  it('[N-9] takes nothing from a signed line that was changed', async () => {
    const content = changed(lost.content, (tables) => {
      const audit = tables.get('audit');
      for (const [key, row] of audit ?? []) {
        const record = row.record as { readonly act: string; readonly subjects: readonly string[] };
        if (record.act !== 'certificate-revoked' || record.subjects[0] !== lost.known.id) continue;
        audit?.set(key, { ...row, record: { ...record, subjects: [lost.untouched.id, 'case'] } });
      }
    });
    const office = await replaced(content);
    expect((await entryOf(office, lost.untouched))?.revocation).toBeUndefined();
    expect((await entryOf(office, lost.later))?.revocation).toBeDefined();
  });

  it('[N-6] recovers no certificate that another authority signed, and none that was changed', async () => {
    const foreign = await issued(stranger, contentOf(5));
    const der = (await (await stranger.desk.store.read()).get('certificate', foreign.id))?.der;
    const content = changed(touched(lost.content), (tables) => {
      const certificates = tables.get('certificate');
      certificates?.set(foreign.id, { record: { id: foreign.id, salt: '00', der }, keys: {} });
      const row = certificates?.get(lost.inForce.id);
      const own = (row?.record as { readonly der: Uint8Array } | undefined)?.der.slice() ?? new Uint8Array();
      own[own.length - 1] = (own.at(-1) ?? 0) ^ 1;
      certificates?.set(lost.inForce.id, { record: { id: lost.inForce.id, salt: '00', der: own }, keys: {} });
    });
    const office = await replaced(content);
    expect([await entryOf(office, foreign), await entryOf(office, lost.inForce)]).toEqual([
      undefined,
      undefined,
    ]);
    expect(await entryOf(office, lost.later)).toBeDefined();
  });
});
