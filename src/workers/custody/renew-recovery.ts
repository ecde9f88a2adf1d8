import {
  encryptToRecipients,
  identityOfOctets,
  identityOctets,
  newIdentity,
  recipientOf,
} from '#adapters/age/age.ts';
import type { SharedHolder } from '#domain/authority/vault-holders.ts';
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
import { type Believed, type Keys, type RenewedRecovery, recipientsOfFile } from './keys.ts';
import { openVault, openedSecret } from './open-vault.ts';
import { recovered, writtenRecovery } from './typed-recovery.ts';
import { writeWordsAnchor } from './words-anchor.ts';
import { type WordsKey, wordsKeyOf } from './words-key.ts';

/** A recovery secret that was made and not read back yet; it is in this worker and on paper, and counts for nothing. */
export interface PendingRecovery {
  readonly identity: string;
  readonly recipient: string;
  readonly split?: Split;
  /** The present secret's: it opens every file of the vault, whoever is at the desk. */
  readonly presentIdentity: string;
  /** What the two secrets sign links with: the present one signs that the new one follows. */
  readonly presentKey: WordsKey;
  readonly wordsSpkiDer: Uint8Array;
}

/** A new recovery secret for whoever shows the present one, with an officer at the desk. */
export async function makeRecovery(
  { words, split, wordScript }: NewRecoveryRequest,
  keys: Keys,
): Promise<Result<{ readonly pending: PendingRecovery; readonly answer: NewRecovery }, NewRecoveryRefusal>> {
  if (keys.officerSigning === undefined || !keys.roles.includes('administrator'))
    return err({ type: 'OfficerNotPresent' });
  if (split !== undefined && !isSplit(split)) throw new RangeError('no such split');
  const { stationId } = keys.anchor;
  const present = await recovered(words, { stationId, recoveryRecipient: keys.recipients.recovery });
  if (!present.ok) return present;
  const presentIdentity = identityOfOctets(present.value.secret);
  if ((await recipientOf(presentIdentity)) !== keys.recipients.recovery)
    return err(present.value.foreign ?? { type: 'WordsOfOtherStation' });
  const presentKey = await wordsKeyOf(present.value.secret);
  const { identity, recipient } = await newIdentity();
  const octets = identityOctets(identity);
  const answer = { words: await writtenRecovery(octets, { stationId, split, wordScript }) };
  const pending = {
    ...{ identity, recipient, presentIdentity, presentKey },
    wordsSpkiDer: (await wordsKeyOf(octets)).spkiDer,
    ...(split === undefined ? {} : { split }),
  };
  octets.fill(0);
  return ok({ pending, answer });
}

/**
 * Every file of the vault anew, for the officers and the new secret and no longer for the one of before; only for who has typed the new one
 * back from its paper. What comes of it was opened with the new secret down to each key before it is answered.
 */
export async function renewRecovery(
  { words, first, second, station, officers }: RenewRecoveryRequest,
  keys: Keys,
  { identity, recipient, split, presentIdentity, presentKey, wordsSpkiDer }: PendingRecovery,
): Promise<
  Result<
    { readonly answer: RenewedVault; readonly renewed: RenewedRecovery },
    RenewRecoveryRefusal | UnlockRefusal
  >
> {
  const { anchor } = keys;
  const typed = await recovered(words, { stationId: anchor.stationId, recoveryRecipient: recipient });
  if (!typed.ok) return typed;
  const { secret, foreign } = typed.value;
  if (identityOfOctets(secret) !== identity)
    return err(foreign ?? { type: 'RecoveryWordWrong', position: 0 });
  if (!keys.isAnchored) return err({ type: 'StatementInvalid' });
  const ground = await groundOf({ station, officers }, anchor);
  if (!ground.ok) return ground;
  const { believed } = ground.value;
  const next = { ...believed, recoveryRecipient: recipient };
  const files: NewVaultFile[] = [
    {
      ...{ holder: 'anchor', of: '1' },
      ageFile: await writeWordsAnchor(anchor, secret, recipientsOfFile(next, 'anchor')),
    },
  ];
  secret.fill(0);
  for (const { holder, of } of keyFiles(believed)) {
    const octets = await openedSecret({ first, second }, { holder, of }, { anchor, believed }, [
      presentIdentity,
    ]);
    if (octets === null) return err({ type: 'VaultKeyForeign', holder });
    files.push({ holder, of, ageFile: await encryptToRecipients(octets, recipientsOfFile(next, holder)) });
    octets.fill(0);
  }
  const { stationCertificateDer } = keys;
  const copies = { first: files, second: files, stationCertificateDer };
  const opened = await openVault(copies, { ...ground.value, believed: next }, identity);
  if (!opened.ok) return opened;
  return ok({
    answer: { recoveryRecipient: recipient, files, ...(split === undefined ? {} : { split }) },
    renewed: { recipient, wordsSpkiDer, present: presentKey },
  });
}

function keyFiles({
  authorities,
}: Pick<Believed, 'authorities'>): readonly { readonly holder: SharedHolder; readonly of: string }[] {
  return [
    { holder: 'station', of: '1' },
    ...authorities.map(({ generation }) => ({ holder: 'authority' as const, of: String(generation) })),
    { holder: 'scans', of: '1' },
  ];
}
