import { describe, expect, it } from 'vitest';
import { encryptToRecipients } from '#adapters/age/age.ts';
import { unzipFiles, zipFiles } from '#adapters/zip/zip.ts';
import { openRegisterBackup } from '#operations/backup/open-register-backup.ts';
import { makeRegisterBackup } from '#operations/backup/register-backup.ts';
import { type OfficeAtWork, anOffice, issued, setUp, taken } from '#tests/support/office-at-work.ts';

/** The backup as the same station would have made it without these files, signed by it as a whole. */
async function backupWithout(office: OfficeAtWork, words: readonly string[], missing: readonly string[]) {
  const { custody, clock, store } = office.desk;
  const backup = taken(await makeRegisterBackup(office.desk));
  const { octets: zip } = taken(await custody.decryptBackup({ backup, secret: { words } }));
  const files = new Map(taken(unzipFiles(zip, 1e9)));
  const manifest = JSON.parse(new TextDecoder().decode(files.get('manifest.json'))) as {
    readonly files: readonly { readonly name: string }[];
  };
  const names = missing.map((collection) => `${collection}.jsonl`);
  for (const name of names) expect(files.delete(name), name).toBe(true);
  const listed = { ...manifest, files: manifest.files.filter(({ name }) => !names.includes(name)) };
  const octets = new TextEncoder().encode(JSON.stringify(listed));
  files.set('manifest.json', octets);
  files.set('manifest.json.p7s', await custody.signDetached(octets, clock.now()));
  const station = await (await store.read()).get('station', 'station');
  return encryptToRecipients(zipFiles(files), [station?.recoveryRecipient ?? '']);
}

const since4 = ['letter', 'carrier', 'revocationLetter', 'leaving', 'journalCorrection'];

describe('a register backup of an earlier version', () => {
  it.each([
    ['2', ['issuerCrl', 'archivePackage', ...since4]],
    ['3', ['archivePackage', ...since4]],
    ['4', since4],
  ] as const)(
    'is opened without the files of collections that came with schema %s and later',
    async (_, missing) => {
      const office = anOffice();
      const words = await setUp(office);
      await issued(office);
      const older = await backupWithout(office, words, missing);
      const opened = taken(await openRegisterBackup(office.desk, { backup: older, secret: { words } }));
      expect(opened.entries).toBe(1);
    },
  );

  it('is refused without the file of a collection that was always there', async () => {
    const office = anOffice();
    const words = await setUp(office);
    const bent = await backupWithout(office, words, ['delivery']);
    expect(await openRegisterBackup(office.desk, { backup: bent, secret: { words } })).toEqual({
      ok: false,
      error: { type: 'BackupFileChanged', name: 'delivery.jsonl' },
    });
  });
});
