import { standingPairings, stationDigest } from '#domain/authority/paired-station.ts';
import { type TalliedItem, talliedItems } from '#domain/exchange/package/tally.ts';
import { provenReading } from '#operations/proof/proven-reading.ts';
import type { Desk } from '#ports/desk.ts';
import { goingItems } from './make-package.ts';
import { packagesOf } from './peer-records.ts';

/** Every item that goes to or came from that station under the pairing that stands; none where there is none. Nothing is written or opened. */
export async function tallyExchange(
  desk: Desk,
  { peer: digest }: { readonly peer: string },
): Promise<readonly TalliedItem[]> {
  const snapshot = await provenReading(desk);
  const station = await snapshot.get('station', 'station');
  const peer = standingPairings(station ?? {}).find(
    ({ certificateDer }) => stationDigest(certificateDer, desk.sha256) === digest,
  );
  if (station === undefined || peer === undefined) return [];
  const packages = await packagesOf(snapshot, peer.pairing);
  const going = await goingItems(desk, snapshot, station, { peer, digest, ...packages });
  return talliedItems(going, packages.out, packages.in);
}
