import { describe, expect, it } from 'vitest';
import { encryptToRecipients } from '#adapters/age/age.ts';
import { memoryStore } from '#adapters/memory/memory-store.ts';
import { readCrlFile } from '#domain/crl/read-crl.ts';
import { bytesToHex } from '#domain/base/bytes.ts';
import type { Instant } from '#domain/base/instant.ts';
import { createCancellation } from '#domain/base/cancellation.ts';
import { makeArchivePackage } from '#operations/archive/make-package.ts';
import { markArchived } from '#operations/archive/mark-archived.ts';
import { openArchivePackage } from '#operations/archive/open-package.ts';
import { putCrl } from '#operations/archive/package-files.ts';
import { contentOf } from '#tests/support/busy-offices.ts';
import { verifyLog } from '#operations/audit/verify-log.ts';
import { exportCertificates } from '#operations/backup/export-certificates.ts';
import { exportRegister } from '#operations/backup/export-register.ts';
import { openRegisterBackup } from '#operations/backup/open-register-backup.ts';
import { makeRegisterBackup } from '#operations/backup/register-backup.ts';
import { recordDelivery } from '#operations/certificate/deliver.ts';
import { confirmClock } from '#operations/station/unlock.ts';
import { receiveRevocation } from '#operations/revocation/receive.ts';
import { unzipFiles } from '#adapters/zip/zip.ts';
import {
  anOldOffice,
  type OldOffice,
  packed,
  published,
  revoke,
  yearsLater,
} from '#tests/support/archive-at-work.ts';
import { anOffice, issued, setUp, taken, rehearsed } from '#tests/support/office-at-work.ts';

const fileName = 'package.zip.age';

async function listedIn({ office }: OldOffice, id: string): Promise<readonly string[]> {
  const file = await (await office.desk.store.read()).get('crlFile', id);
  const { tbs } = taken(readCrlFile(file?.octets ?? new Uint8Array()));
  return [...tbs.entries].map(({ serialNumber }) => bytesToHex(serialNumber));
}

describe('an archive package', () => {
  it('[N-13] [N-15] holds a certificate’s whole life, and what is due besides', async () => {
    const old = await anOldOffice();
    await yearsLater(old.office);
    const { file } = await packed(old.office);
    const opened = taken(await openArchivePackage(old.office.desk, { file, secret: 'open-vault' }));
    expect(opened).toMatchObject({ isOwn: true, manifest: { number: 1, kind: 'N' } });
    const { records, files, manifest } = opened;
    expect(records.entry.map(({ id }) => id).sort()).toEqual([old.expired.id, old.revoked.id].sort());
    expect(records.application).toHaveLength(3);
    expect(records.delivery.map(({ recipient }) => recipient)).toEqual(['n@example.kz']);
    expect(records.revocation).toHaveLength(1);
    expect(records.attachment).toHaveLength(1);
    expect(records.crl.map(({ crlNumber }) => crlNumber)).toEqual([old.crl.crlNumber]);
    expect(manifest.parts.map(({ kind, count }) => [kind, count])).toEqual([
      ['certificate', 2],
      ['crl', 1],
      ['application', 3],
      ['scan', 1],
      ['journal', 1],
    ]);
    const index = new TextDecoder().decode(files.get('index.csv'));
    expect(index).toContain('850101300015');
    expect(index).toContain('101040000012');
    expect(new TextDecoder().decode(files.get('journals/2026.csv')).split('\r\n')).toHaveLength(5);
    expect(opened.acts.map(({ act }) => act)).toContain('certificate-delivered');
  });

  it('[N-15] marks nothing by being made: only when it is given back as it lies on the medium', async () => {
    const old = await anOldOffice();
    await yearsLater(old.office);
    const { desk } = old.office;
    const { file } = await packed(old.office);
    const before = (await desk.store.read()).version;
    expect((await (await desk.store.read()).get('entry', old.expired.id))?.archived).toBeUndefined();
    const record = taken(await markArchived(desk, { file, fileName }));
    const after = await desk.store.read();
    expect(after.version).toBe(before + 1);
    expect(record).toMatchObject({ number: 1, fileName, octets: file.length, clause: 'N-15' });
    expect(record.sha256Hex).toBe(bytesToHex(desk.sha256(file)));
    expect((await after.get('entry', old.expired.id))?.archived).toEqual({
      package: '000001',
      at: record.archivedAt,
    });
    expect((await after.get('crl', old.crl.id))?.archived?.package).toBe('000001');
    // Nothing has left the register: what is archived is still to be seen in it.
    expect((await after.get('certificate', old.expired.id))?.der.length).toBeGreaterThan(100);
    expect((await verifyLog(desk)).faults).toEqual([]);
    const [act] = await after.list('audit', { reverse: true, limit: 1 });
    expect(act?.act).toBe('records-archived');
    expect(act?.subjects).toContain(old.expired.id);
    expect(await makeArchivePackage(desk)).toEqual({ ok: false, error: { type: 'NothingToArchive' } });
  });

  it('[N-13] what was archived is on no CRL and in no export, and the CRL says since when it lists everything', async () => {
    const old = await anOldOffice();
    await yearsLater(old.office);
    const { desk } = old.office;
    const [before] = await (await desk.store.read()).list('crl', { reverse: true, limit: 1 });
    expect(await listedIn(old, before?.id ?? '')).toEqual([old.revoked.id]);
    taken(await markArchived(desk, { file: (await packed(old.office)).file, fileName }));
    const next = await published(old.office);
    expect(await listedIn(old, next.id)).toEqual([]);
    const file = await (await desk.store.read()).get('crlFile', next.id);
    const since = taken(readCrlFile(file?.octets ?? new Uint8Array())).tbs.expiredCertsOnCrl;
    expect(since).toBe('2027-11-23T04:00:00Z');
    expect(new TextDecoder().decode(await exportRegister(desk)).split('\r\n')).toHaveLength(2);
    const exported = taken(unzipFiles(await exportCertificates(desk), 1e7));
    expect([...exported.keys()].filter((name) => name.startsWith('certificates/'))).toEqual([]);
  });

  it('[N-13] an archived certificate takes no delivery and no revocation any more', async () => {
    const old = await anOldOffice();
    await yearsLater(old.office);
    const { desk } = old.office;
    taken(await markArchived(desk, { file: (await packed(old.office)).file, fileName }));
    const serialNumber = old.revoked.id;
    expect(await recordDelivery(desk, { serialNumber, way: 'e-mail', recipient: 'a@b.kz' })).toMatchObject({
      error: { type: 'EntryArchived' },
    });
    expect(
      await receiveRevocation(desk, {
        serialNumber,
        ground: 'key-compromise',
        source: { type: 'office', statement: 'тексеру' },
      }),
    ).toMatchObject({ error: { type: 'EntryArchived' } });
  });

  it('[N-13] nothing goes on the last day of keeping, and everything of it the day after', async () => {
    const old = await anOldOffice();
    // The certificate ended on 23 November 2027; its last day of keeping is 23 November 2032.
    await yearsLater(old.office, '2032-11-23T18:00:00Z' as Instant);
    const early = taken(
      await openArchivePackage(old.office.desk, {
        file: (await packed(old.office)).file,
        secret: 'open-vault',
      }),
    );
    expect(early.records.entry.map(({ id }) => id)).toEqual([old.revoked.id]);
    old.office.setClock('2032-11-23T19:00:00Z' as Instant);
    const { file } = await packed(old.office);
    const next = taken(await openArchivePackage(old.office.desk, { file, secret: 'open-vault' }));
    expect(next.records.entry).toHaveLength(2);
    // The clock is turned back behind the day on which the package may be marked.
    old.office.setClock('2032-11-23T18:59:00Z' as Instant);
    expect(await markArchived(old.office.desk, { file, fileName })).toMatchObject({
      error: { type: 'PackageOutdated', collection: 'certificate', id: old.expired.id },
    });
  });

  it('[N-15] a package is outdated when its records went on, and is marked only once', async () => {
    const old = await anOldOffice();
    await yearsLater(old.office);
    const { desk } = old.office;
    const { file } = await packed(old.office);
    taken(
      await recordDelivery(desk, { serialNumber: old.expired.id, way: 'e-mail', recipient: 'x@example.kz' }),
    );
    expect(await markArchived(desk, { file, fileName })).toMatchObject({
      error: { type: 'PackageOutdated', collection: 'delivery' },
    });
    const again = (await packed(old.office)).file;
    taken(await markArchived(desk, { file: again, fileName }));
    expect(await markArchived(desk, { file: again, fileName })).toEqual({
      ok: false,
      error: { type: 'PackageMarked', number: 1 },
    });
  });

  it('[N-15] is full at its bounds: the rest goes with the next one, and numbers run on', async () => {
    const old = await anOldOffice();
    await yearsLater(old.office);
    const { desk } = old.office;
    const bounds = { records: 1, octets: 1e6 };
    const first = taken(await makeArchivePackage(desk, { bounds }));
    const opened = taken(await openArchivePackage(desk, { file: first, secret: 'open-vault' }));
    expect(opened.records.entry.map(({ id }) => id)).toEqual([old.revoked.id]);
    taken(await markArchived(desk, { file: first, fileName }));
    const second = taken(await makeArchivePackage(desk, { bounds }));
    const rest = taken(await openArchivePackage(desk, { file: second, secret: 'open-vault' }));
    expect(rest.manifest.number).toBe(2);
    expect(rest.records.entry.map(({ id }) => id)).toEqual([old.expired.id]);
    taken(await markArchived(desk, { file: second, fileName }));
    expect((await verifyLog(desk)).faults).toEqual([]);
  });

  it('is not made while locked, and stops when it is cancelled', async () => {
    const old = await anOldOffice();
    await yearsLater(old.office);
    const { desk } = old.office;
    const cancellation = createCancellation();
    const seen: number[] = [];
    const outcome = await makeArchivePackage(desk, {
      cancellation: cancellation.token,
      onProgress: (done) => {
        seen.push(done);
        cancellation.cancel();
      },
    });
    expect(outcome).toEqual({ ok: false, error: { type: 'ArchivingCancelled' } });
    expect(seen.length).toBeGreaterThan(0);
    desk.custody.lock();
    expect(await makeArchivePackage(desk)).toEqual({ ok: false, error: { type: 'Locked' } });
    const file = new TextEncoder().encode('age-encryption.org/v1\n');
    expect(await markArchived(desk, { file, fileName })).toEqual({ ok: false, error: { type: 'Locked' } });
  });

  it('[N-12] is refused as long as a file that the register speaks of is missing', async () => {
    const old = await anOldOffice();
    await yearsLater(old.office);
    const { desk } = old.office;
    const snapshot = await desk.store.read();
    const removals = [{ collection: 'crlFile' as const, id: old.crl.id }];
    await desk.store.commit(snapshot.version, { puts: [], removals, audit: [] });
    const other = { ...desk, store: memoryStore(await contentOf(desk.store)) };
    expect(await makeArchivePackage(other)).toMatchObject({
      error: {
        type: 'RegisterTouched',
        faults: [{ type: 'RecordMissing', collection: 'crlFile', id: old.crl.id }],
      },
    });
    expect(await putCrl(new Map(), await desk.store.read(), old.crl)).toMatchObject({
      error: { type: 'StoredFileMissing', collection: 'crlFile', id: old.crl.id },
    });
  });

  it('is opened years later by another station with the recovery words, and said to be another’s', async () => {
    const old = await anOldOffice();
    await yearsLater(old.office);
    const { file } = await packed(old.office);
    const other = anOffice(memoryStore(), '2040-01-01T05:00:00Z');
    await setUp(other);
    const words = taken(await openArchivePackage(other.desk, { file, secret: { words: old.words } }));
    expect(words.isOwn).toBe(false);
    expect(words.records.entry).toHaveLength(2);
    expect(await openArchivePackage(other.desk, { file, secret: 'open-vault' })).toMatchObject({
      error: { type: 'DamagedOrWrongKey' },
    });
    const zip = taken(await old.office.desk.custody.decryptPackage(file));
    expect(taken(await openArchivePackage(other.desk, { file: zip, secret: 'open-vault' })).isOwn).toBe(
      false,
    );
    const [officer] = await (await other.desk.store.read()).list('officer');
    const foreign = await encryptToRecipients(zip, [officer?.ageRecipient ?? '']);
    expect(await markArchived(other.desk, { file: foreign, fileName })).toEqual({
      ok: false,
      error: { type: 'PackageOfOtherStation' },
    });
    expect(await (await other.desk.store.read()).count('entry')).toBe(0);
  });

  it('is remembered in a backup of the register', async () => {
    const old = await anOldOffice();
    await yearsLater(old.office);
    const { desk } = old.office;
    taken(await markArchived(desk, { file: (await packed(old.office)).file, fileName }));
    const backup = taken(await makeRegisterBackup(desk));
    const opened = taken(await openRegisterBackup(desk, { backup, secret: { words: old.words } }));
    expect(opened.puts.filter(({ collection }) => collection === 'archivePackage')).toHaveLength(1);
  });

  it('[N-13] when the authority’s own certificate has ended, nothing waits for a CRL that nobody can sign', async () => {
    const office = anOffice();
    await setUp(office);
    // Its authority lasts ten years: issued in the last of them, revoked at once.
    office.setClock('2035-11-10T05:00:00Z' as Instant);
    taken(await confirmClock(office.desk));
    await rehearsed(office);
    await revoke(office, await issued(office));
    office.setClock('2042-01-10T05:00:00Z' as Instant);
    taken(await confirmClock(office.desk));
    const file = taken(await makeArchivePackage(office.desk));
    const opened = taken(await openArchivePackage(office.desk, { file, secret: 'open-vault' }));
    expect(opened.records.entry).toHaveLength(1);
    expect(taken(await markArchived(office.desk, { file, fileName })).number).toBe(1);
  });

  it('[N-13] a certificate revoked late stays until a CRL was published after its term', async () => {
    const office = anOffice();
    await setUp(office);
    const entry = await issued(office);
    office.pass(60);
    await revoke(office, entry);
    office.setClock('2032-12-01T05:00:00Z' as Instant);
    taken(await confirmClock(office.desk));
    expect(await makeArchivePackage(office.desk)).toMatchObject({ ok: true });
    const file = taken(await makeArchivePackage(office.desk));
    const opened = taken(await openArchivePackage(office.desk, { file, secret: 'open-vault' }));
    expect(opened.records.entry).toEqual([]);
    await published(office);
    const next = taken(await makeArchivePackage(office.desk));
    expect(
      taken(await openArchivePackage(office.desk, { file: next, secret: 'open-vault' })).records.entry,
    ).toHaveLength(1);
  });
});
