/** A forgotten passphrase, and keys that nobody can open any more. */
import { describe, expect, it } from 'vitest';
import { unzipFiles } from '#adapters/zip/zip.ts';
import { decodeUtf8 } from '#domain/base/utf8.ts';
import { exportLog } from '#operations/audit/export-log.ts';
import { verifyLog } from '#operations/audit/verify-log.ts';
import { exportCertificates } from '#operations/backup/export-certificates.ts';
import { exportRegister } from '#operations/backup/export-register.ts';
import { exportSalvage } from '#operations/backup/export-salvage.ts';
import { issueCertificates } from '#operations/certificate/issue.ts';
import { signCrl } from '#operations/crl/sign-crl.ts';
import { unlockStation } from '#operations/station/unlock.ts';
import { revoke } from '#tests/support/archive-at-work.ts';
import { anOffice, approvedOf, issued, setUp, taken } from '#tests/support/office-at-work.ts';

const wrongWords = Array.from({ length: 24 }, () => 'алма');

async function lockedOffice() {
  const office = anOffice();
  const { desk } = office;
  const words = await setUp(office);
  const entry = await issued(office);
  taken(await signCrl(desk));
  const waiting = await approvedOf(office);
  desk.custody.lock();
  const officerId = (await (await desk.store.read()).list('officer'))[0]?.id ?? '';
  return { ...office, words, entry, waiting, officerId };
}

describe('[F13] a forgotten passphrase', () => {
  it('is got over by the recovery words: the station issues, revokes and lists', async () => {
    const office = await lockedOffice();
    const { desk, words, entry, officerId, waiting } = office;
    taken(await unlockStation(desk, { officerId, secret: { words } }));
    const [outcome] = await issueCertificates(desk, { applicationIds: [waiting] });
    expect(outcome?.result.ok).toBe(true);
    await revoke(office, entry);
    office.pass(60);
    expect(taken(await signCrl(desk)).crlNumber).not.toBe('');
    expect((await verifyLog(desk)).faults).toEqual([]);
  });

  it('without the words opens nothing, and says so', async () => {
    const { desk, officerId } = await lockedOffice();
    const opened = await unlockStation(desk, { officerId, secret: { words: wrongWords } });
    expect(opened.ok).toBe(false);
    expect(desk.custody.isUnlocked()).toBe(false);
  });
});

describe('[F14] a register whose keys nobody can open', () => {
  it.each(['that lie there', 'of which nothing is left'])('is read and given out, keys %s', async (state) => {
    const { desk, entry } = await lockedOffice();
    const files = await (await desk.store.read()).list('vaultFile');
    if (state !== 'that lie there') {
      const { version } = await desk.store.read();
      const removals = files.map(({ id }) => ({ collection: 'vaultFile' as const, id }));
      await desk.store.commit(version, { puts: [], removals, audit: [] });
    }
    expect((await (await desk.store.read()).get('entry', entry.id))?.id).toBe(entry.id);
    expect(decodeUtf8(await exportRegister(desk))?.toLowerCase()).toContain(entry.id);
    const certificates = new Map(taken(unzipFiles(await exportCertificates(desk), 1e9)));
    expect([...certificates.keys()]).toContain(`certificates/${entry.id}.cer`);
    const log = new Map(taken(unzipFiles(await exportLog(desk), 1e9)));
    expect(log.size).toBeGreaterThan(2);
    const saved = new Map(taken(unzipFiles(await exportSalvage(desk), 1e9)));
    expect(decodeUtf8(saved.get('entry.jsonl') ?? new Uint8Array())).toContain(entry.id);
  });

  it('signs nothing', async () => {
    const { desk, waiting } = await lockedOffice();
    const [outcome] = await issueCertificates(desk, { applicationIds: [waiting] });
    expect(outcome?.result.ok).toBe(false);
    expect((await signCrl(desk)).ok).toBe(false);
  });
});
