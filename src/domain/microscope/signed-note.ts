import type { Digest } from '#domain/audit/audit-record.ts';
import { type Checkpoint, readCheckpoint, verifierKey } from '#domain/audit/checkpoint.ts';
import { base64ToBytes, bytesEqual } from '#domain/base/bytes.ts';
import { encodeUtf8 } from '#domain/base/utf8.ts';

/** RFC 8032, of 32 and 64 octets. */
export type VerifyEd25519 = (publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array) => boolean;

/** A key that verifies the checkpoints of one log (c2sp.org/signed-note). */
export interface NoteVerifier {
  readonly origin: string;
  readonly publicKey: Uint8Array;
  /** First octets of the digest of name and key, which stand before each signature. */
  readonly hash: Uint8Array;
}

/** `name+hash+key` as `vkey.txt` has it; null for what is none, or whose hash is not that of its key. */
export function readVerifierKey(text: string, sha256: Digest): NoteVerifier | null {
  const match = /^([^\s+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/=]+)\s*$/u.exec(text);
  const [, origin = '', hashHex = '', keyText = ''] = match ?? [];
  const key = base64ToBytes(keyText);
  if (key?.length !== 33 || key[0] !== 1) return null;
  const publicKey = key.slice(1);
  if (verifierKey(origin, publicKey, sha256) !== `${origin}+${hashHex}+${keyText}`) return null;
  const hash = Uint8Array.from(hashHex.match(/../gu) ?? [], (octet) => parseInt(octet, 16));
  return { origin, publicKey, hash };
}

/** The checkpoint that the note signs; null where the signature is not that key's. */
export function openCheckpoint(
  note: string,
  { origin, publicKey, hash }: NoteVerifier,
  verify: VerifyEd25519,
): Checkpoint | null {
  const checkpoint = readCheckpoint(note);
  if (checkpoint?.origin !== origin) return null;
  const end = note.indexOf('\n\n');
  const octets = base64ToBytes(
    note
      .slice(end + 2)
      .split(' ')[2]
      ?.trim() ?? '',
  );
  if (octets?.length !== 68 || !bytesEqual(octets.subarray(0, 4), hash)) return null;
  return verify(publicKey, encodeUtf8(note.slice(0, end + 1)), octets.subarray(4)) ? checkpoint : null;
}
