import type { Application } from '#domain/application/application.ts';
import { arrivalOf } from '#domain/application/days.ts';
import { scanIds } from '#domain/archive/archive-plan.ts';
import type { Instant } from '#domain/base/instant.ts';
import { type Result, err, ok } from '#domain/base/result.ts';
import { encodeUtf8 } from '#domain/base/utf8.ts';
import { applicationItemOf, writeApplicationItem } from '#domain/exchange/package/application-item.ts';
import { deliveryItemOf, writeDeliveryItem } from '#domain/exchange/package/delivery-item.ts';
import type { ExchangeItem } from '#domain/exchange/package/manifest.ts';
import { revocationItemOf, writeRevocationItem } from '#domain/exchange/package/revocation-item.ts';
import type { Delivery } from '#domain/register/register-entry.ts';
import type { RevocationCase } from '#domain/revocation/revocation-case.ts';
import type { Desk } from '#ports/desk.ts';
import type { Snapshot } from '#ports/register-store.ts';
import type { PackedItem } from './package-file.ts';

/** What this station took in and its authority has to have, oldest first; scans stand before what rests on them. */
export interface Collected {
  readonly id: string;
  readonly urgent: boolean;
  readonly of:
    | { readonly application: Application }
    | { readonly revocation: RevocationCase }
    | { readonly delivery: Delivery };
}

export async function collectedItems(snapshot: Snapshot): Promise<readonly Collected[]> {
  const applications = await snapshot.list('application', { index: 'number' });
  const cases = await snapshot.list('revocation', { index: 'number' });
  const deliveries = await snapshot.list('delivery');
  return [
    ...cases.flatMap((revocation) =>
      revocationItemOf(revocation, arrivalOf(revocation)) === null
        ? []
        : [{ id: revocation.id, urgent: true, of: { revocation } }],
    ),
    ...applications.flatMap((application) =>
      applicationItemOf(application, []) === null
        ? []
        : [{ id: application.id, urgent: false, of: { application } }],
    ),
    ...deliveries.map((delivery) => ({ id: delivery.id, urgent: false, of: { delivery } })),
  ];
}

/** What it is, and when it was collected. */
export function kindOf({ of }: Collected): { readonly type: ExchangeItem['type']; readonly at: Instant } {
  if ('revocation' in of) return { type: 'revocation', at: of.revocation.receivedAt };
  return 'delivery' in of
    ? { type: 'delivery', at: of.delivery.at }
    : { type: 'application', at: of.application.receivedAt };
}

export type CollectRefusal = { readonly type: 'ScanMissing' | 'DamagedOrWrongKey' | 'Locked' };

/** An application with its scans in clear, opened one after the other; what was brought to revoke; what was handed over. */
export async function packedItems(
  desk: Pick<Desk, 'custody'>,
  snapshot: Snapshot,
  { id, urgent, of }: Collected,
): Promise<Result<readonly PackedItem[], CollectRefusal>> {
  if ('revocation' in of) {
    const item = revocationItemOf(of.revocation, arrivalOf(of.revocation));
    if (item === null) return ok([]);
    return ok([packed('revocation', { id, urgent, restsOn: [] }, encodeUtf8(writeRevocationItem(item)))]);
  }
  if ('delivery' in of) {
    const octets = encodeUtf8(writeDeliveryItem(deliveryItemOf(of.delivery)));
    return ok([packed('delivery', { id, urgent, restsOn: [] }, octets)]);
  }
  const scans: { readonly fileName: string; readonly packed: PackedItem }[] = [];
  for (const scanId of new Set(scanIds(of.application))) {
    const attachment = await snapshot.get('attachment', scanId);
    const blob = await snapshot.get('blob', scanId);
    if (attachment === undefined || blob === undefined) return err({ type: 'ScanMissing' });
    const opened = await desk.custody.decryptScan(blob.octets);
    if (!opened.ok) return opened;
    scans.push({
      fileName: attachment.fileName,
      packed: packed('scan', { id: scanId, urgent, restsOn: [] }, opened.value),
    });
  }
  const restsOn = scans.map((scan) => scan.packed.item.id);
  const listed = scans.map((scan) => ({ id: scan.packed.item.id, fileName: scan.fileName }));
  const item = applicationItemOf(of.application, listed);
  if (item === null) return ok([]);
  return ok([
    ...scans.map((scan) => scan.packed),
    packed('application', { id, urgent, restsOn }, encodeUtf8(writeApplicationItem(item))),
  ]);
}

function packed(
  type: 'application' | 'revocation' | 'delivery' | 'scan',
  item: Pick<ExchangeItem, 'id' | 'urgent' | 'restsOn'>,
  octets: Uint8Array,
): PackedItem {
  const path = type === 'scan' ? `scans/${item.id}.bin` : `items/${item.id}.json`;
  return { item: { ...item, type, path }, octets };
}
