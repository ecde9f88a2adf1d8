import { decryptFile, identityOfOctets } from '#adapters/age/age.ts';
import { sha256 } from '#adapters/digest/digest.ts';
import { publicKeyOf } from '#adapters/webcrypto/suite-keys.ts';
import { unzipFiles } from '#adapters/zip/zip.ts';
import { bytesEqual } from '#domain/base/bytes.ts';
import { readRecoveryWords } from '#domain/base/recovery-words.ts';
import { type Result, err, ok } from '#domain/base/result.ts';
import type { RehearseRequest, UnlockRefusal } from '#ports/custody.ts';
import { readOfficerSecret, readPem } from './officer-secret.ts';

const maximumOctets = 4 * 1024 * 1024;

/**
 * Opens a key backup exactly as it was read back from the medium, down to the authority's private key, and compares
 * that key's public half with the one in use: a backup that was never opened is none.
 */
export async function rehearse(
  request: RehearseRequest,
): Promise<Result<'opened', UnlockRefusal | { readonly type: 'OtherKey' }>> {
  const { backup, secret, authoritySpkiDer, suite } = request;
  const archive = unzipFiles(backup, maximumOctets);
  if (!archive.ok) return err({ type: 'DamagedOrWrongKey' });
  const identities: string[] = [];
  if ('words' in secret) {
    const recovered = readRecoveryWords(secret.words, sha256);
    if (!(recovered instanceof Uint8Array)) return err(recovered);
    identities.push(identityOfOctets(recovered));
  } else {
    for (const [name, file] of archive.value) {
      if (!name.startsWith('officer-')) continue;
      const octets = await decryptFile(file, secret);
      const officer = octets === null ? null : readOfficerSecret(octets);
      if (officer !== null) identities.push(officer.identity);
    }
    if (identities.length === 0) return err({ type: 'DamagedOrWrongKey' });
  }
  const file = archive.value.get('authority-1.age');
  if (file === undefined) return err({ type: 'VaultFileMissing', holder: 'authority' });
  const pem = await decryptFile(file, { identities });
  const pkcs8 = pem === null ? null : readPem(pem);
  if (pkcs8 === null) return err({ type: 'DamagedOrWrongKey' });
  const spkiDer = await publicKeyOf(suite, pkcs8);
  pkcs8.fill(0);
  return bytesEqual(spkiDer, authoritySpkiDer) ? ok('opened') : err({ type: 'OtherKey' });
}
