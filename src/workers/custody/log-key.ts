import { sha256 } from '#adapters/digest/digest.ts';
import { checkpointText, logOrigin, signedCheckpoint, verifierKey } from '#domain/audit/checkpoint.ts';
import { encodeUtf8 } from '#domain/base/utf8.ts';
import type { SignedCheckpoint } from '#ports/custody.ts';

/**
 * The seed of the Ed25519 key that signs the log's checkpoints follows from the station's private key (HKDF, RFC 5869, SHA-256): whoever
 * has the one has the other, it is in every backup of the vault, and the station's signature over a head names its public half.
 */
export async function logSeedOf(stationPkcs8: Uint8Array): Promise<Uint8Array> {
  const base = await crypto.subtle.importKey('raw', new Uint8Array(stationPkcs8), 'HKDF', false, [
    'deriveBits',
  ]);
  const info = new Uint8Array(encodeUtf8('tirkelim log key'));
  const derived = await crypto.subtle.deriveBits(
    { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info },
    base,
    256,
  );
  return new Uint8Array(derived);
}

/** The text is made here, of a name that the vault vouches for and two values: nothing else is ever signed with this key. */
export async function signCheckpoint(
  { stationId, seed }: { readonly stationId: string; readonly seed: Uint8Array },
  { size, root }: { readonly size: number; readonly root: Uint8Array },
): Promise<SignedCheckpoint> {
  if (!Number.isSafeInteger(size) || size < 0 || root.length !== 32) throw new RangeError('no checkpoint');
  const { ed25519PublicKey, ed25519Sign } = await import('#adapters/ed25519/ed25519.ts');
  const checkpoint = { origin: logOrigin(stationId), size, root };
  const publicKey = ed25519PublicKey(seed);
  const signature = ed25519Sign(encodeUtf8(checkpointText(checkpoint)), seed);
  return {
    checkpoint: signedCheckpoint(checkpoint, { publicKey, signature }, sha256),
    logKey: verifierKey(checkpoint.origin, publicKey, sha256),
  };
}
