/** Restore as a ceremony, and a station that looks at what it is shown. */
import { beforeAll, describe, expect, it } from 'vitest';
import { type RegisterContent, memoryStore } from '#adapters/memory/memory-store.ts';
import { openCeremony } from '#domain/authority/ceremony.ts';
import type { Instant } from '#domain/base/instant.ts';
import { bytesToHex } from '#domain/base/bytes.ts';
import { readCrl } from '#domain/crl/read-crl.ts';
import type { CrlRecord } from '#domain/crl/published-crl.ts';
import type { RegisterEntry } from '#domain/register/register-entry.ts';
import { verifyLog } from '#operations/audit/verify-log.ts';
import { lookAtOwn } from '#operations/ceremony/look-at-own.ts';
import { readNewerFile } from '#operations/backup/newer-crls.ts';
import { openRegisterBackup } from '#operations/backup/open-register-backup.ts';
import { makeRegisterBackup } from '#operations/backup/register-backup.ts';
import { restoreRegister } from '#operations/backup/restore-register.ts';
import { issueCertificates } from '#operations/certificate/issue.ts';
import { signCrl } from '#operations/crl/sign-crl.ts';
import { registerUnknownCertificate } from '#operations/register/register-unknown-certificate.ts';
import { stateGap } from '#operations/ceremony/state-gap.ts';
import { unlockStation } from '#operations/station/unlock.ts';
import type { RegisterStore } from '#ports/register-store.ts';
import { revoke } from '#tests/support/archive-at-work.ts';
import { contentOf } from '#tests/support/busy-offices.ts';
import {
  type OfficeAtWork,
  aLegalEntity,
  anOffice,
  approvedOf,
  issued,
  passphrase,
  setUp,
  taken,
} from '#tests/support/office-at-work.ts';
import { stationOf } from '#tests/support/renewal-at-work.ts';

const later = '2026-11-25T05:00:00Z' as Instant;

/** A backup, and what left the station after it: a certificate, two revocations, the list that has them. */
interface Lost {
  readonly words: readonly string[];
  readonly backup: Uint8Array;
  readonly early: RegisterEntry;
  readonly late: RegisterEntry;
  readonly lateDer: Uint8Array;
  readonly list: CrlRecord;
  readonly listDer: Uint8Array;
  readonly seqOfHead: number;
  readonly atBackup: RegisterContent;
  readonly atEnd: RegisterContent;
}

let lost: Lost;
let strangersList: Uint8Array;

beforeAll(async () => {
  const office = anOffice();
  const { desk } = office;
  const words = await setUp(office);
  taken(await signCrl(desk));
  const early = await issued(office);
  office.pass(3600);
  const backup = taken(await makeRegisterBackup(desk));
  const atBackup = await contentOf(desk.store);
  office.pass(3600);
  const late = await issued(office, aLegalEntity());
  await revoke(office, early);
  office.pass(60);
  await revoke(office, late);
  const list = taken(await signCrl(desk));
  const reading = await desk.store.read();
  lost = {
    ...{ words, backup, early, late, list, atBackup },
    lateDer: (await reading.get('certificate', late.id))?.der ?? new Uint8Array(),
    listDer: await fileOf(office, list),
    seqOfHead: reading.head?.seq ?? 0,
    atEnd: await contentOf(desk.store),
  };
  const stranger = anOffice();
  await setUp(stranger);
  strangersList = await fileOf(stranger, taken(await signCrl(stranger.desk)));
});

async function fileOf({ desk }: OfficeAtWork, { id }: CrlRecord): Promise<Uint8Array> {
  return (await (await desk.store.read()).get('crlFile', id))?.octets ?? new Uint8Array();
}

async function listedBy(office: OfficeAtWork, list: CrlRecord) {
  const entries = [...taken(readCrl(await fileOf(office, list))).tbs.entries];
  return new Map(entries.map((entry) => [bytesToHex(entry.serialNumber), entry.revocationDate]));
}

async function openedIn({ desk }: OfficeAtWork) {
  return taken(await openRegisterBackup(desk, { backup: lost.backup, secret: { words: lost.words } }));
}

async function unlock({ desk }: OfficeAtWork): Promise<void> {
  const [officer] = await (await desk.store.read()).list('officer');
  taken(await unlockStation(desk, { officerId: officer?.id ?? '', secret: { passphrase } }));
}

/** In a browser of its own, with what is shown beside the backup, and opened by its officer. */
async function restoredWith(shown: readonly Uint8Array[], store: RegisterStore = memoryStore()) {
  const office = anOffice(store, later);
  const opened = await openedIn(office);
  taken(await restoreRegister(office.desk, { opened, shown }));
  expect((await verifyLog(office.desk)).faults).toEqual([]);
  await unlock(office);
  return office;
}

async function mayIssue(office: OfficeAtWork): Promise<string> {
  const applicationIds = [await approvedOf(office)];
  const [outcome] = await issueCertificates(office.desk, { applicationIds });
  if (outcome?.result.ok === false) return outcome.result.error.type;
  expect(outcome?.result.ok).toBe(true);
  return 'issued';
}

const ceremonyOf = async (office: OfficeAtWork) => openCeremony(await stationOf(office));

describe('a restore', () => {
  it('[F05] [F06] takes the newest list and the lost certificate in with the backup, in the same commit', async () => {
    const office = await restoredWith([lost.listDer, lost.lateDer]);
    const reading = await office.desk.store.read();
    const before = new Map(
      [...taken(readCrl(lost.listDer)).tbs.entries].map((entry) => [
        bytesToHex(entry.serialNumber),
        entry.revocationDate,
      ]),
    );
    for (const { id } of [lost.early, lost.late]) {
      const entry = await reading.get('entry', id);
      expect(entry?.revocation?.date).toBe(before.get(id));
      expect(entry?.firstCrl).toBe(lost.list.crlNumber);
    }
    expect((await reading.get('entry', lost.late.id))?.recovered).toBe(true);
    expect((await reading.get('certificate', lost.late.id))?.der).toEqual(lost.lateDer);
    const next = taken(await signCrl(office.desk));
    expect(await listedBy(office, next)).toEqual(before);
    expect(BigInt(next.crlNumber) > BigInt(lost.list.crlNumber)).toBe(true);
    expect((await verifyLog(office.desk)).faults).toEqual([]);
  });

  it('[F01] [F02] stands in a ceremony that only a full list leads out of', async () => {
    const office = await restoredWith([lost.listDer, lost.lateDer]);
    expect(await ceremonyOf(office)).toMatchObject({ because: 'restored', missing: [], lostActs: 0 });
    expect(await mayIssue(office)).toBe('CeremonyOpen');
    taken(await signCrl(office.desk));
    expect(await ceremonyOf(office)).toBeUndefined();
    expect(await mayIssue(office)).toBe('issued');
    const entries = await (await office.desk.store.read()).list('entry', { index: 'number' });
    expect(entries.map(({ id }) => id.slice(0, 2))).toEqual(['01', '01', '02']);
    expect((await verifyLog(office.desk)).faults).toEqual([]);
  });

  it('with a list that names a certificate of nobody keeps issuing closed until it is shown', async () => {
    const office = await restoredWith([lost.listDer]);
    expect((await ceremonyOf(office))?.missing).toEqual([lost.late.id]);
    // What the list revokes is on the next one all the same.
    const next = taken(await signCrl(office.desk));
    expect([...(await listedBy(office, next)).keys()].sort()).toEqual([lost.early.id, lost.late.id].sort());
    expect(await mayIssue(office)).toBe('CeremonyOpen');
    const found = taken(await registerUnknownCertificate(office.desk, lost.lateDer));
    expect(found.revocation?.date).toBe((await listedBy(office, next)).get(lost.late.id));
    expect(await ceremonyOf(office)).toBeUndefined();
    expect(await mayIssue(office)).toBe('issued');
    office.pass(60);
    expect((await listedBy(office, taken(await signCrl(office.desk)))).size).toBe(2);
    expect((await verifyLog(office.desk)).faults).toEqual([]);
  });

  it('or until an officer who has the words states in writing that it is lost', async () => {
    const office = await restoredWith([lost.listDer]);
    const { desk } = office;
    const text = 'жоғалған куәлік';
    expect(await stateGap(desk, { text: '  ', words: lost.words })).toMatchObject({
      error: { type: 'StatementTextMissing' },
    });
    const other = anOffice();
    expect(await stateGap(desk, { text, words: await setUp(other) })).toMatchObject({
      error: { type: 'WordsOfOtherStation' },
    });
    expect(await stateGap(desk, { text, words: lost.words.slice(1) })).toMatchObject({
      error: { type: 'RecoveryWordCount' },
    });
    taken(await stateGap(desk, { text, words: lost.words }));
    expect(await mayIssue(office)).toBe('CeremonyOpen');
    taken(await signCrl(desk));
    expect(await mayIssue(office)).toBe('issued');
    expect((await stationOf(office)).ceremony?.stated?.text).toBe(text);
    expect(await stateGap(desk, { text, words: lost.words })).toMatchObject({
      error: { type: 'CeremonyWithoutGap' },
    });
    expect((await verifyLog(desk)).faults).toEqual([]);
  });

  it('behind the last head that this browser knows has a gap, though nothing else was shown', async () => {
    const store = memoryStore();
    let replaced = false;
    const lastKnown = { seq: lost.seqOfHead, hash: 'ff', time: later };
    const office = await restoredWith([], {
      ...store,
      state: () => (replaced ? store.state() : Promise.resolve({ type: 'missing', lastKnown })),
      replaceAll: (puts) => {
        replaced = true;
        return store.replaceAll(puts);
      },
    });
    const { lostActs = 0 } = (await ceremonyOf(office)) ?? {};
    expect(lostActs).toBe(lost.seqOfHead - (lost.atBackup.head?.seq ?? 0));
    expect(lostActs).toBeGreaterThan(5);
    taken(await signCrl(office.desk));
    expect(await mayIssue(office)).toBe('CeremonyOpen');
  });

  it('of a register that is open in another ceremony goes on with what that one lacked', async () => {
    const first = await restoredWith([lost.listDer]);
    const backup = taken(await makeRegisterBackup(first.desk));
    const second = anOffice(memoryStore(), later);
    const opened = taken(await openRegisterBackup(second.desk, { backup, secret: { words: lost.words } }));
    const station = taken(await restoreRegister(second.desk, { opened }));
    expect([station.epoch, station.ceremony?.missing]).toEqual([3, [lost.late.id]]);
  });

  it.each<[string, () => Uint8Array, string]>([
    ['a stranger’s list', () => strangersList, 'CrlSignatureInvalid'],
    [
      'a changed list',
      () => lost.listDer.map((octet, i, all) => (i === all.length - 1 ? octet ^ 1 : octet)),
      'CrlSignatureInvalid',
    ],
    [
      'a changed certificate',
      () => lost.lateDer.map((octet, i, all) => (i === all.length - 1 ? octet ^ 1 : octet)),
      'NotOurCertificate',
    ],
    ['no file of ours at all', () => lost.backup, 'CrlUnreadable'],
  ])('is refused as a whole with %s', async (_, file, refusal) => {
    const office = anOffice(memoryStore(), later);
    const opened = await openedIn(office);
    expect(await restoreRegister(office.desk, { opened, shown: [lost.listDer, file()] })).toEqual({
      ok: false,
      error: { type: refusal },
    });
    expect((await office.desk.store.state()).type).toBe('empty');
  });

  it('[F03] is refused while the clock is before what was shown', async () => {
    const office = anOffice(memoryStore(), '2026-11-23T05:30:00Z');
    const opened = await openedIn(office);
    expect(await restoreRegister(office.desk, { opened, shown: [lost.listDer] })).toMatchObject({
      error: { type: 'ClockBehind' },
    });
  });

  it('[F10] that a power cut breaks off leaves the old state, and can be done again', async () => {
    const store = memoryStore();
    const office = anOffice({ ...store, replaceAll: () => Promise.reject(new Error('cut')) }, later);
    const opened = await openedIn(office);
    await expect(restoreRegister(office.desk, { opened })).rejects.toThrow('cut');
    expect((await store.state()).type).toBe('empty');
    const again = anOffice(store, later);
    expect((await restoreRegister(again.desk, { opened: await openedIn(again) })).ok).toBe(true);
  });

  it('needs the backup opened in the same worker: its secret signs the restore', async () => {
    const office = anOffice(memoryStore(), later);
    const opened = await openedIn(office);
    office.desk.custody.lock();
    expect(await restoreRegister(office.desk, { opened })).toEqual({
      ok: false,
      error: { type: 'BackupClosed' },
    });
  });

  it('says beforehand what each file has that the backup lacks', async () => {
    const office = anOffice(memoryStore(), later);
    const opened = await openedIn(office);
    expect(taken(await readNewerFile(office.desk, { opened, file: lost.lateDer }))).toEqual({
      type: 'certificates',
      count: 1,
      unknown: [lost.late.id],
    });
    const list = taken(await readNewerFile(office.desk, { opened, file: lost.listDer }));
    expect(list.type === 'crl' ? [...list.unknownRevocations].sort() : []).toEqual(
      [lost.early.id, lost.late.id].sort(),
    );
  });
});

/** The register as it lay at one of those times, opened by its officer. */
async function at(content: RegisterContent): Promise<OfficeAtWork> {
  const office = anOffice(memoryStore(content), later);
  await unlock(office);
  return office;
}

describe('a station that is shown a file of its own', () => {
  it('which it knows says so, and nothing is written', async () => {
    const office = await at(lost.atEnd);
    const { version } = await office.desk.store.read();
    expect(taken(await lookAtOwn(office.desk, [lost.listDer, lost.lateDer]))).toBe('known');
    expect((await office.desk.store.read()).version).toBe(version);
    expect(await mayIssue(office)).toBe('issued');
  });

  it('[B09] that is ahead of it was set back: it takes the list in, and issues nothing', async () => {
    const office = await at(lost.atBackup);
    const { desk } = office;
    expect(taken(await lookAtOwn(desk, [lost.listDer]))).toBe('rolled-back');
    expect(await ceremonyOf(office)).toMatchObject({ because: 'rolled-back', missing: [lost.late.id] });
    expect(await mayIssue(office)).toBe('CeremonyOpen');
    const next = taken(await signCrl(desk));
    expect([...(await listedBy(office, next)).keys()].sort()).toEqual([lost.early.id, lost.late.id].sort());
    expect(BigInt(next.crlNumber) > BigInt(lost.list.crlNumber)).toBe(true);
    expect(taken(await lookAtOwn(desk, [lost.lateDer]))).toBe('filled');
    office.pass(60);
    taken(await signCrl(desk));
    // What else was lost with it, nobody can see: an officer has to answer for it.
    expect(await mayIssue(office)).toBe('CeremonyOpen');
    taken(await stateGap(desk, { text: 'ескі көшірме ашылған', words: lost.words }));
    expect(await mayIssue(office)).toBe('issued');
    expect((await verifyLog(desk)).faults).toEqual([]);
  });

  it('[F07] a certificate of its own that it lacks says the same', async () => {
    const office = await at(lost.atBackup);
    expect(taken(await lookAtOwn(office.desk, [lost.lateDer]))).toBe('rolled-back');
    expect((await (await office.desk.store.read()).get('entry', lost.late.id))?.recovered).toBe(true);
    expect(await mayIssue(office)).toBe('CeremonyOpen');
  });

  it('[B10] [F04] two machines from one backup: serial numbers apart, and a fork at the second list', async () => {
    const [one, two] = [await restoredWith([]), await restoredWith([])];
    two.pass(60);
    const ofOne = taken(await signCrl(one.desk));
    const ofTwo = taken(await signCrl(two.desk));
    const [a, b] = [await issued(one), await issued(two)];
    expect(a.id).not.toBe(b.id);
    taken(await signCrl(two.desk));
    const standing = taken(await lookAtOwn(two.desk, [await fileOf(one, ofOne)]));
    expect(ofOne.crlNumber === ofTwo.crlNumber ? 'same' : 'apart').toBe('apart');
    expect(standing).toBe('forked');
    expect(await ceremonyOf(two)).toMatchObject({ because: 'forked' });
    expect(await mayIssue(two)).toBe('CeremonyOpen');
    expect((await stationOf(two)).epoch).toBe(3);
    expect((await verifyLog(two.desk)).faults).toEqual([]);
  });

  it('[B10] of the same number and other content is a fork', async () => {
    const [one, two] = [await restoredWith([]), await restoredWith([])];
    await revoke(one, lost.early);
    const ofOne = taken(await signCrl(one.desk));
    const ofTwo = taken(await signCrl(two.desk));
    expect(ofOne.crlNumber).toBe(ofTwo.crlNumber);
    expect(taken(await lookAtOwn(two.desk, [await fileOf(one, ofOne)]))).toBe('forked');
    const entry = await (await two.desk.store.read()).get('entry', lost.early.id);
    expect(entry?.revocation).toBeDefined();
  });

  it('is refused where it is another’s, and while the station is locked', async () => {
    const office = await at(lost.atBackup);
    expect(await lookAtOwn(office.desk, [strangersList])).toMatchObject({
      error: { type: 'CrlSignatureInvalid' },
    });
    office.desk.custody.lock();
    expect(await lookAtOwn(office.desk, [lost.listDer])).toEqual({ ok: false, error: { type: 'Locked' } });
    expect(await stateGap(office.desk, { text: 'x', words: lost.words })).toMatchObject({
      error: { type: 'Locked' },
    });
  });
});
