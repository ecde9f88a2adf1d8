import { decryptFile, encryptToRecipients, identityOfOctets } from '#adapters/age/age.ts';
import { type StationAnchor, readAnchor, writeAnchor } from '#domain/authority/anchor.ts';
import { base64ToBytes, bytesToBase64 } from '#domain/base/bytes.ts';
import { decodeUtf8, encodeUtf8 } from '#domain/base/utf8.ts';

/*
 * The anchor as the recovery words vouch for it: its text and a MAC over it, in a vault file. Only who has the words can make the MAC, and
 * only they can tell it from another one, so the file may lie in any backup.
 */

const macComment = 'HMAC-SHA-256, base64: ';

/** `secret`: the 32 octets that the words stand for. */
export async function writeWordsAnchor(
  anchor: StationAnchor,
  secret: Uint8Array,
  recipients: readonly string[],
): Promise<Uint8Array> {
  const text = writeAnchor(anchor);
  const mac = await crypto.subtle.sign('HMAC', await macKey(secret), new Uint8Array(encodeUtf8(text)));
  const file = `${text}\n${macComment}${bytesToBase64(new Uint8Array(mac))}\n`;
  return encryptToRecipients(encodeUtf8(file), recipients);
}

/** Null for a file that these words do not open, or did not vouch for. */
export async function readWordsAnchor(
  ageFile: Uint8Array,
  secret: Uint8Array,
): Promise<StationAnchor | null> {
  const octets = await decryptFile(ageFile, { identities: [identityOfOctets(secret)] });
  const [text = '', second = ''] = (octets === null ? null : decodeUtf8(octets))?.split('\n') ?? [];
  const mac = second.startsWith(macComment) ? base64ToBytes(second.slice(macComment.length)) : null;
  if (mac === null) return null;
  const holds = await crypto.subtle.verify(
    'HMAC',
    await macKey(secret),
    new Uint8Array(mac),
    new Uint8Array(encodeUtf8(text)),
  );
  return holds ? readAnchor(text) : null;
}

/** HKDF (RFC 5869) with SHA-256: the secret is an age identity too, and one key does one thing. */
async function macKey(secret: Uint8Array): Promise<CryptoKey> {
  const base = await crypto.subtle.importKey('raw', new Uint8Array(secret), 'HKDF', false, ['deriveKey']);
  return crypto.subtle.deriveKey(
    {
      name: 'HKDF',
      hash: 'SHA-256',
      salt: new Uint8Array(),
      info: new Uint8Array(encodeUtf8('tirkelim anchor 1')),
    },
    base,
    { name: 'HMAC', hash: 'SHA-256', length: 256 },
    false,
    ['sign', 'verify'],
  );
}
