import type { Digest } from '#domain/audit/audit-record.ts';
import { bytesToHex } from '#domain/base/bytes.ts';
import { type SigningIntent, intendedIn } from '#domain/register/register-entry.ts';
import type { Snapshot } from '#ports/register-store.ts';

/** Another tab gave the intent up while the key signed, or it speaks of other octets than were signed: nothing is registered. */
export interface IntentClosed {
  readonly type: 'IntentClosed';
}

/**
 * The intent as the register has it when what was signed is to be registered: still open, and of the very octets in their order (E04). Null
 * otherwise: its numbers are burnt, and the signatures go no further.
 */
export async function openIntent(
  snapshot: Pick<Snapshot, 'get'>,
  id: string,
  tbsDers: readonly Uint8Array[],
  sha256: Digest,
): Promise<SigningIntent | null> {
  const intent = await snapshot.get('intent', id);
  if (intent?.outcome !== 'open') return null;
  const intended = intendedIn(intent);
  const isOfTheseOctets =
    intended.length === tbsDers.length &&
    tbsDers.every((tbsDer, i) => intended[i]?.tbsSha256Hex === bytesToHex(sha256(tbsDer)));
  return isOfTheseOctets ? intent : null;
}
