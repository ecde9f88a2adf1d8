import {
  decryptFile,
  encryptToRecipients,
  identityOfOctets,
  identityOctets,
  newIdentity,
  recipientOf,
} from '#adapters/age/age.ts';
import { type Split, isSplit } from '#domain/base/recovery-share.ts';
import { type Result, err, ok } from '#domain/base/result.ts';
import type { NewVaultFile, UnlockRefusal } from '#ports/custody.ts';
import type {
  NewRecovery,
  NewRecoveryRefusal,
  NewRecoveryRequest,
  RenewRecoveryRefusal,
  RenewRecoveryRequest,
  RenewedVault,
} from '#ports/custody-recovery.ts';
import { groundOf } from './ground.ts';
import { type Keys, type Recipients, everyOfficer } from './keys.ts';
import { fileOf, openVault } from './open-vault.ts';
import { recovered, writtenRecovery } from './typed-recovery.ts';
import { writeWordsAnchor } from './words-anchor.ts';

/** A recovery secret that was made and not read back yet; it is in this worker and on paper, and counts for nothing. */
export interface PendingRecovery {
  readonly identity: string;
  readonly recipient: string;
  readonly split?: Split;
  /** The present secret's: it opens every file of the vault, whoever is at the desk. */
  readonly presentIdentity: string;
}

/** A new recovery secret for whoever shows the present one, with an officer at the desk. */
export async function makeRecovery(
  { words, split, wordScript }: NewRecoveryRequest,
  keys: Keys,
): Promise<Result<{ readonly pending: PendingRecovery; readonly answer: NewRecovery }, NewRecoveryRefusal>> {
  if (keys.officerSigning === undefined) return err({ type: 'OfficerNotPresent' });
  if (split !== undefined && !isSplit(split)) throw new RangeError('no such split');
  const { stationId } = keys.anchor;
  const present = await recovered(words, { stationId, recoveryRecipient: keys.recipients.recovery });
  if (!present.ok) return present;
  const presentIdentity = identityOfOctets(present.value.secret);
  if ((await recipientOf(presentIdentity)) !== keys.recipients.recovery)
    return err(present.value.foreign ?? { type: 'WordsOfOtherStation' });
  const { identity, recipient } = await newIdentity();
  const answer = { words: await writtenRecovery(identityOctets(identity), { stationId, split, wordScript }) };
  const pending = { identity, recipient, presentIdentity, ...(split === undefined ? {} : { split }) };
  return ok({ pending, answer });
}

/**
 * Every file of the vault anew, for the officers and the new secret and no longer for the one of before; only for who has typed the new one
 * back from its paper. What comes of it was opened with the new secret down to each key before it is answered.
 */
export async function renewRecovery(
  { words, first, second, station, officers }: RenewRecoveryRequest,
  keys: Keys,
  { identity, recipient, split, presentIdentity }: PendingRecovery,
): Promise<Result<RenewedVault, RenewRecoveryRefusal | UnlockRefusal>> {
  const { anchor } = keys;
  const typed = await recovered(words, { stationId: anchor.stationId, recoveryRecipient: recipient });
  if (!typed.ok) return typed;
  const { secret, foreign } = typed.value;
  if (identityOfOctets(secret) !== identity)
    return err(foreign ?? { type: 'RecoveryWordWrong', position: 0 });
  if (!keys.isAnchored) return err({ type: 'StatementInvalid' });
  const ground = await groundOf({ station, officers }, anchor);
  if (!ground.ok) return ground;
  const to = everyOfficer({ ...keys.recipients, recovery: recipient } satisfies Recipients);
  const held = ground.value.believed.authorities.map(({ generation }) => ['authority', String(generation)]);
  const names = [['station', '1'], ...held, ['scans', '1']] as const;
  const anchorFile: NewVaultFile = {
    ...{ holder: 'anchor', of: '1' },
    ageFile: await writeWordsAnchor(anchor, secret, to),
  };
  secret.fill(0);
  const anew = async (copy: readonly NewVaultFile[]): Promise<readonly NewVaultFile[]> => {
    const files: NewVaultFile[] = [anchorFile];
    for (const [holder = '', of = ''] of names) {
      const file = fileOf(copy, holder, of);
      const octets = file === undefined ? null : await decryptFile(file, { identities: [presentIdentity] });
      if (octets === null) continue;
      files.push({
        holder: holder as NewVaultFile['holder'],
        of,
        ageFile: await encryptToRecipients(octets, to),
      });
      octets.fill(0);
    }
    return files;
  };
  const copies = { first: await anew(first), second: await anew(second) };
  const { stationCertificateDer } = keys;
  const opened = await openVault({ ...copies, stationCertificateDer }, ground.value, identity);
  if (!opened.ok) return opened;
  // A copy that was damaged, or held another key, is not carried over: the other one opened.
  const unsound = new Set(opened.value.first);
  const files = [anchorFile].concat(
    names.flatMap(([holder = '', of = '']) => {
      const from = unsound.has(`${holder}:${of}`) ? copies.second : copies.first;
      return from.filter((file) => file.holder === holder && file.of === of);
    }),
  );
  return ok({ recoveryRecipient: recipient, files, ...(split === undefined ? {} : { split }) });
}
