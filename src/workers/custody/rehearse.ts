import { decryptFile, identityOfOctets } from '#adapters/age/age.ts';
import { sha256 } from '#adapters/digest/digest.ts';
import { unzipFiles } from '#adapters/zip/zip.ts';
import { bytesEqual } from '#domain/base/bytes.ts';
import { readRecoveryWords } from '#domain/base/recovery-words.ts';
import { type Result, err, ok } from '#domain/base/result.ts';
import type { BackupSecret, RehearseRequest, UnlockRefusal } from '#ports/custody.ts';
import { readOfficerSecret, readPem } from './officer-secret.ts';
import { signatureSuite } from './suites.ts';

const maximumOctets = 4 * 1024 * 1024;

/**
 * Opens a key backup exactly as it was read back from the medium, down to every private key of the authority, and compares
 * each one's public half with the expected one: a backup that was never opened is none.
 */
export async function rehearse(
  request: RehearseRequest,
): Promise<Result<'opened', UnlockRefusal | { readonly type: 'OtherKey' }>> {
  const { backup, secret, authorities } = request;
  const archive = unzipFiles(backup, maximumOctets);
  if (!archive.ok) return err({ type: 'DamagedOrWrongKey' });
  const opened = await backupIdentities('words' in secret ? secret : { ...secret, keyBackup: backup });
  if (!opened.ok) return opened;
  const identities = opened.value;
  for (const { generation, suite, spkiDer } of authorities) {
    const file = archive.value.get(`authority-${String(generation)}.age`);
    if (file === undefined) return err({ type: 'VaultFileMissing', holder: 'authority' });
    const pem = await decryptFile(file, { identities });
    const pkcs8 = pem === null ? null : readPem(pem);
    if (pkcs8 === null) return err({ type: 'DamagedOrWrongKey' });
    const seen = await (await signatureSuite(suite)).publicKeyOf(pkcs8);
    pkcs8.fill(0);
    if (!bytesEqual(seen, spkiDer)) return err({ type: 'OtherKey' });
  }
  return ok('opened');
}

/** The age identities that a secret stands for: the recovery one, or those of the officers whose files it opens. */
export async function backupIdentities(
  secret: BackupSecret,
): Promise<Result<readonly string[], UnlockRefusal>> {
  if ('words' in secret) {
    const recovered = readRecoveryWords(secret.words, sha256);
    return recovered instanceof Uint8Array ? ok([identityOfOctets(recovered)]) : err(recovered);
  }
  const archive = unzipFiles(secret.keyBackup, maximumOctets);
  if (!archive.ok) return err({ type: 'DamagedOrWrongKey' });
  const identities: string[] = [];
  for (const [name, file] of archive.value) {
    if (!name.startsWith('officer-')) continue;
    const octets = await decryptFile(file, { passphrase: secret.passphrase });
    const officer = octets === null ? null : readOfficerSecret(octets);
    if (officer !== null) identities.push(officer.identity);
  }
  return identities.length === 0 ? err({ type: 'DamagedOrWrongKey' }) : ok(identities);
}
