import type { Digest } from '#domain/audit/audit-record.ts';
import { bytesToHex } from '#domain/base/bytes.ts';
import type { SigningIntent } from '#domain/register/register-entry.ts';
import type { Snapshot } from '#ports/register-store.ts';

/** Another tab gave the intent up while the key signed, or it speaks of other octets than were signed: nothing is registered. */
export interface IntentClosed {
  readonly type: 'IntentClosed';
}

/**
 * The intent as the register has it when what was signed is to be registered: still open, and of the very octets (E04). Null
 * otherwise: its number is burnt, and the signature goes no further.
 */
export async function openIntent(
  snapshot: Pick<Snapshot, 'get'>,
  id: string,
  tbsDer: Uint8Array,
  sha256: Digest,
): Promise<SigningIntent | null> {
  const intent = await snapshot.get('intent', id);
  const isOfTheseOctets = intent?.tbsSha256Hex === bytesToHex(sha256(tbsDer));
  return intent?.outcome === 'open' && isOfTheseOctets ? intent : null;
}
