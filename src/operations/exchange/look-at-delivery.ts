import { rulesOfRecord } from '#domain/authority/rule-sets.ts';
import type { Station } from '#domain/authority/station.ts';
import { type Instant, compareInstants } from '#domain/base/instant.ts';
import { readDeliveryItem } from '#domain/exchange/package/delivery-item.ts';
import type { ExchangeItem, ExchangeManifest } from '#domain/exchange/package/manifest.ts';
import type { Delivery } from '#domain/register/register-entry.ts';
import { newSalt } from '#operations/transact.ts';
import type { Desk } from '#ports/desk.ts';
import type { Snapshot } from '#ports/register-store.ts';
import type { ItemOutcome } from './item-outcome.ts';

/** A field station's report that it has handed a certificate over (N-6): of one that was issued on an application from there, and of no other. */
export async function lookAtDelivery(
  desk: Desk,
  snapshot: Snapshot,
  station: Station,
  {
    manifest,
    item,
    octets,
    at,
    officer,
  }: {
    readonly manifest: ExchangeManifest;
    readonly item: ExchangeItem;
    readonly octets: Uint8Array;
    readonly at: Instant;
    readonly officer: string;
  },
): Promise<ItemOutcome> {
  const here = await snapshot.get('delivery', item.id);
  if (here !== undefined) {
    const { fromStation, serialNumber } = here;
    const isSame = fromStation?.station === manifest.sender && fromStation.itemSha256 === item.sha256;
    return { type: isSame ? 'same' : 'differs', number: serialNumber };
  }
  const read = readDeliveryItem(octets);
  if (read === null) return { type: 'unfit', because: 'ItemUnreadable' };
  const { serialNumber, way, recipient } = read;
  const entry = await snapshot.get('entry', serialNumber);
  if (entry === undefined) return { type: 'unfit', because: 'EntryMissing' };
  if (entry.archived !== undefined) return { type: 'unfit', because: 'EntryArchived' };
  const application = await snapshot.get('application', entry.applicationId);
  if (application?.fromStation?.station !== manifest.sender)
    return { type: 'unfit', because: 'ItemNotForUs' };
  const { keyCarrier, delivery } = rulesOfRecord(station, entry);
  if (keyCarrier !== undefined || !delivery.ways.includes(way))
    return { type: 'unfit', because: 'WayUnknown' };
  // The sender's clock is the sender's word: not before the certificate was, and not after today.
  if (compareInstants(read.at, entry.issuedAt) < 0)
    return { type: 'unfit', because: 'DeliveredBeforeIssued' };
  const record: Delivery = {
    ...{ id: item.id, salt: newSalt(desk.random), serialNumber, way, recipient, officer },
    at: compareInstants(read.at, at) > 0 ? at : read.at,
    fromStation: { station: manifest.sender, itemSha256: item.sha256 },
  };
  return {
    type: 'new',
    change: {
      ...{ of: 'delivery', id: item.id, number: application.number },
      act: {
        act: 'certificate-delivered',
        subjects: [serialNumber],
        puts: [{ collection: 'delivery', record, isNew: true }],
      },
    },
  };
}
