import { purposeOf } from '#domain/authority/station.ts';
import { manifestOf } from '#domain/exchange/package/package-records.ts';
import type { Snapshot } from '#ports/register-store.ts';

/**
 * Whether a field station has packed that application. Its id and its octets are the authority's from then on, which takes no other
 * content under that id: a correction here would be one that nobody else hears of.
 */
export async function isSentApplication(snapshot: Snapshot, id: string): Promise<boolean> {
  const station = await snapshot.get('station', 'station');
  if (station === undefined || purposeOf(station) !== 'field') return false;
  const sent = await snapshot.list('packageOut');
  return sent.some((record) => manifestOf(record)?.items.some((item) => item.id === id) === true);
}
