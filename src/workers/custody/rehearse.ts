import { decryptFile, identityOfOctets, recipientOf } from '#adapters/age/age.ts';
import { unzipFiles } from '#adapters/zip/zip.ts';
import { type StationAnchor, isSameAnchor } from '#domain/authority/anchor.ts';
import { bytesEqual } from '#domain/base/bytes.ts';
import { type Result, err, ok } from '#domain/base/result.ts';
import type {
  BackupSecret,
  NewVaultFile,
  RehearsalRefusal,
  RehearseRequest,
  Rehearsed,
  UnlockRefusal,
} from '#ports/custody.ts';
import { type Keys, everyOfficer } from './keys.ts';
import { readOfficerSecret, readPem } from './officer-secret.ts';
import { signatureSuite } from './suites.ts';
import { type RecoveryOf, recovered } from './typed-recovery.ts';
import { readWordsAnchor, writeWordsAnchor } from './words-anchor.ts';

const maximumOctets = 4 * 1024 * 1024;

/** Of the anchor in a key backup, as `makeKeyBackup` names every file: holder and number. */
const anchorName = 'anchor-1.age';

/**
 * Opens a key backup exactly as it was read back from the medium, down to every private key of the authority, and compares
 * each one's public half with the expected one: a backup that was never opened is none. So it does with the anchor. `keys`: the open
 * vault, which lets the words vouch for its anchor where the backup shows that they have not yet.
 */
export async function rehearse(
  request: RehearseRequest,
  keys: Keys | null,
): Promise<Result<Rehearsed, RehearsalRefusal>> {
  const { backup, secret, authorities, anchor, recoveryRecipient } = request;
  const archive = unzipFiles(backup, maximumOctets);
  if (!archive.ok) return err({ type: 'DamagedOrWrongKey' });
  const backupSecret = 'words' in secret ? secret : { ...secret, keyBackup: backup };
  const opened = await openSecret(backupSecret, { stationId: anchor.stationId, recoveryRecipient });
  if (!opened.ok) return opened;
  const { identities, ofWords, vouched, foreign } = opened.value;
  if (ofWords !== null && (await recipientOf(identityOfOctets(ofWords))) !== recoveryRecipient)
    return err(foreign ?? { type: 'WordsOfOtherStation' });
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
  const found = await anchorBy(archive.value.get(anchorName), { ofWords, vouched });
  if (!found.ok) return found;
  if (found.value !== null)
    return isSameAnchor(found.value, anchor) ? ok({ anchorFile: null }) : err({ type: 'OtherKey' });
  return ok({ anchorFile: ofWords === null ? null : await anchorFileOf(keys, ofWords) });
}

export interface OpenedSecret {
  readonly identities: readonly string[];
  /** The 32 octets that the recovery words stand for. */
  readonly ofWords: Uint8Array | null;
  /** What the officer's file vouches for. */
  readonly vouched: StationAnchor | null;
  /** See `Recovered.foreign`. */
  readonly foreign: UnlockRefusal | null;
}

/** The age identities that a secret stands for: the recovery one, or those of the officers whose files it opens. */
export async function openSecret(
  secret: BackupSecret,
  of: RecoveryOf = {},
): Promise<Result<OpenedSecret, UnlockRefusal>> {
  if ('words' in secret) {
    const typed = await recovered(secret.words, of);
    if (!typed.ok) return typed;
    const ofWords = typed.value.secret;
    return ok({
      identities: [identityOfOctets(ofWords)],
      ofWords,
      vouched: null,
      foreign: typed.value.foreign,
    });
  }
  const archive = unzipFiles(secret.keyBackup, maximumOctets);
  if (!archive.ok) return err({ type: 'DamagedOrWrongKey' });
  const identities: string[] = [];
  let vouched: StationAnchor | null = null;
  for (const [name, file] of archive.value) {
    if (!name.startsWith('officer-')) continue;
    const octets = await decryptFile(file, { passphrase: secret.passphrase });
    const officer = octets === null ? null : readOfficerSecret(octets);
    if (officer === null) continue;
    identities.push(officer.identity);
    vouched = officer.anchor ?? vouched;
  }
  return identities.length === 0
    ? err({ type: 'DamagedOrWrongKey' })
    : ok({ identities, ofWords: null, vouched, foreign: null });
}

/** The anchor that the secret vouches for: an officer's file by itself, the words by the file that lies beside. Null where none does. */
export async function anchorBy(
  file: Uint8Array | null | undefined,
  { ofWords, vouched }: Pick<OpenedSecret, 'ofWords' | 'vouched'>,
): Promise<Result<StationAnchor | null, UnlockRefusal>> {
  if (ofWords === null) return ok(vouched);
  if (file === undefined || file === null) return ok(null);
  const anchor = await readWordsAnchor(file, ofWords);
  return anchor === null ? err({ type: 'VaultKeyForeign', holder: 'anchor' }) : ok(anchor);
}

async function anchorFileOf(keys: Keys | null, ofWords: Uint8Array): Promise<NewVaultFile | null> {
  if (keys?.isAnchored !== true) return null;
  const isOwn = (await recipientOf(identityOfOctets(ofWords))) === keys.recipients.recovery;
  if (!isOwn) return null;
  const ageFile = await writeWordsAnchor(keys.anchor, ofWords, everyOfficer(keys.recipients));
  return { holder: 'anchor', of: '1', ageFile };
}
