import { readFileSync } from 'node:fs';
import { memoryStore } from '#adapters/memory/memory-store.ts';
import { type OpenedBackup, openRegisterBackup } from '#operations/backup/open-register-backup.ts';
import { type OfficeAtWork, anOffice, taken } from './office-at-work.ts';

/*
 * A National CA as the last version before anchors and statements left it: a certificate, a list, a session by the recovery words that the
 * officer's next signature covers. Its passphrase is that of all offices of the tests.
 */

const frozen = (name: string) =>
  new Uint8Array(readFileSync(`tests/interop/frozen/register-backup-1.${name}`));

export const olderBackup = {
  backup: frozen('zip.age'),
  keyBackup: frozen('keys.zip'),
  words: new TextDecoder().decode(frozen('words.txt')).trim().split(' '),
  /** As it stands on paper: SHA-256 of the station's certificate. */
  fingerprint: '5c0abe1c7674eef40eaaa495fc4b8b52a366e4f846548267541cf4af7ad6e1b4',
};

export async function openedOlder({ desk }: OfficeAtWork): Promise<OpenedBackup> {
  const { backup, words, fingerprint } = olderBackup;
  const secret = { words };
  return taken(await openRegisterBackup(desk, { backup, secret, stationFingerprint: fingerprint }));
}

/** The register itself, as it lay in that browser, opened by a program of today. */
export async function anOlderOffice(): Promise<OfficeAtWork> {
  const office = anOffice(memoryStore(), '2026-11-24T04:00:00Z');
  const opened = await openedOlder(office);
  await office.desk.store.replaceAll(opened.puts);
  office.desk.custody.lock();
  return office;
}
