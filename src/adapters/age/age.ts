import { bech32 } from '@scure/base';
import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { greatestWorkFactor, scryptWorkFactor } from './work-factor.ts';

/** An age file (age-encryption.org/v1) for `recipients` (`age1…`). */
export async function encryptToRecipients(
  octets: Uint8Array,
  recipients: readonly string[],
): Promise<Uint8Array> {
  const encrypter = new Encrypter();
  for (const recipient of recipients) encrypter.addRecipient(recipient);
  return encrypter.encrypt(octets);
}

/** An age file for a passphrase; two ways to type a letter, and a space at its end, open it all the same (D01). */
export async function encryptToPassphrase(octets: Uint8Array, passphrase: string): Promise<Uint8Array> {
  const encrypter = new Encrypter();
  encrypter.setScryptWorkFactor(scryptWorkFactor);
  encrypter.setPassphrase(normalised(passphrase));
  return encrypter.encrypt(octets);
}

/**
 * The content; null when the file is damaged or the secret is another one: age can't tell these apart. A passphrase is not tried on a
 * file whose work factor is not one of ours (D03).
 */
export async function decryptFile(
  ageFile: Uint8Array,
  secret: { readonly passphrase: string } | { readonly identities: readonly string[] },
): Promise<Uint8Array | null> {
  if ('passphrase' in secret && !hasOurWorkFactor(ageFile)) return null;
  const decrypter = new Decrypter();
  if ('passphrase' in secret) decrypter.addPassphrase(normalised(secret.passphrase));
  else for (const identity of secret.identities) decrypter.addIdentity(identity);
  try {
    return await decrypter.decrypt(ageFile);
  } catch {
    // Whatever typage says, the officer can do the same two things: try again, or take the other copy.
    return null;
  }
}

export async function newIdentity(): Promise<{ readonly identity: string; readonly recipient: string }> {
  const identity = await generateX25519Identity();
  return { identity, recipient: await identityToRecipient(identity) };
}

/** The 32 octets of an X25519 identity, for writing them as words. */
export function identityOctets(identity: string): Uint8Array {
  return bech32.decodeToBytes(identity.toLowerCase()).bytes;
}

export function identityOfOctets(octets: Uint8Array): string {
  return bech32.encodeFromBytes('age-secret-key-', octets).toUpperCase();
}

export async function recipientOf(identity: string): Promise<string> {
  return identityToRecipient(identity);
}

function normalised(passphrase: string): string {
  return passphrase.normalize('NFKC').trim();
}

/** Of the header's one scrypt stanza, `-> scrypt <salt> <factor>` (age-encryption.org/v1); a header is a few hundred octets. */
function hasOurWorkFactor(ageFile: Uint8Array): boolean {
  const header = String.fromCharCode(...ageFile.subarray(0, 256));
  const factor = /^age-encryption\.org\/v1\n-> scrypt \S+ ([1-9]\d?)\n/u.exec(header)?.[1];
  return factor !== undefined && Number(factor) >= scryptWorkFactor && Number(factor) <= greatestWorkFactor;
}
