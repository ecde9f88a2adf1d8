import { sha256 } from '#adapters/digest/digest.ts';
import { editedParts } from '#domain/authority/stated.ts';
import type { Station } from '#domain/authority/station.ts';
import type { Keys } from './keys.ts';
import { provenStatement } from './proven-statement.ts';

export type Ground = Pick<Keys, 'anchor' | 'isAnchored' | 'latest' | 'officerSigning'>;

/**
 * A register of before there were statements is believed where an officer's passphrase opened it, whose own key has signed its log. The
 * recovery words alone open whatever lies there, also one that somebody made whole around the authority's file: it is read, and
 * nothing is signed on it.
 */
export async function isStated(
  station: Station,
  { anchor, isAnchored, latest, officerSigning }: Ground,
): Promise<boolean> {
  if (!isAnchored && station.statement === undefined) return officerSigning !== undefined;
  const stated = await provenStatement(station.statement, anchor);
  if (stated === null || stated.number < latest) return false;
  // Officers are the log's matter; here it is the record that counts.
  return editedParts(stated, { station, officers: stated.officers }, sha256).length === 0;
}
