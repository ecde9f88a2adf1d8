/**
 * C2SP signed notes and checkpoints of a log (c2sp.org/signed-note, c2sp.org/tlog-checkpoint): three lines, the name of the log, how
 * many records it has, and the root of the tree over them, signed with Ed25519. Go's `sumdb/note` and `sumdb/tlog` read them.
 */
import { base64ToBytes, bytesToBase64, bytesToHex, concatBytes } from '#domain/base/bytes.ts';
import { encodeUtf8 } from '#domain/base/utf8.ts';
import type { Digest } from './audit-record.ts';

export interface Checkpoint {
  /** The name of the log, which the key's name is, too. */
  readonly origin: string;
  readonly size: number;
  /** 32 octets. */
  readonly root: Uint8Array;
}

/** Ed25519 is the first of the algorithms of a signed note. */
const ed25519 = 1;

/** No blank and no plus sign may stand in it. */
export function logOrigin(stationId: string): string {
  return `tirkelim/${stationId}`;
}

/** What is signed: UTF-8, each line ended. */
export function checkpointText({ origin, size, root }: Checkpoint): string {
  return `${origin}\n${size}\n${bytesToBase64(root)}\n`;
}

/** The verifier's key as `note.NewVerifier` takes it; `publicKey` are the 32 octets of RFC 8032. */
export function verifierKey(origin: string, publicKey: Uint8Array, sha256: Digest): string {
  const key = concatBytes(new Uint8Array([ed25519]), publicKey);
  return `${origin}+${bytesToHex(keyHash(origin, publicKey, sha256))}+${bytesToBase64(key)}`;
}

/** The note: text, an empty line, the signature of 64 octets with the key's hash before it. */
export function signedCheckpoint(
  checkpoint: Checkpoint,
  signed: { readonly publicKey: Uint8Array; readonly signature: Uint8Array },
  sha256: Digest,
): string {
  const { origin } = checkpoint;
  const octets = concatBytes(keyHash(origin, signed.publicKey, sha256), signed.signature);
  return `${checkpointText(checkpoint)}\n— ${origin} ${bytesToBase64(octets)}\n`;
}

/** What a note says, its signature aside; null for what is no checkpoint with one signature of its own log. */
export function readCheckpoint(note: string): Checkpoint | null {
  const [origin = '', sizeText = '', rootText = '', empty, signature = '', end, ...rest] = note.split('\n');
  const root = base64ToBytes(rootText);
  const isNote = empty === '' && end === '' && rest.length === 0 && signature.startsWith(`— ${origin} `);
  if (!isNote || origin === '' || !/^(?:0|[1-9]\d{0,14})$/u.test(sizeText) || root?.length !== 32)
    return null;
  const checkpoint = { origin, size: Number(sizeText), root };
  return note.startsWith(checkpointText(checkpoint)) ? checkpoint : null;
}

function keyHash(origin: string, publicKey: Uint8Array, sha256: Digest): Uint8Array {
  return sha256(concatBytes(encodeUtf8(`${origin}\n`), new Uint8Array([ed25519]), publicKey)).slice(0, 4);
}
