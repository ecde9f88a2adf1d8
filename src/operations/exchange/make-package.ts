import { stationDigest } from '#domain/authority/paired-station.ts';
import { type Station, purposeOf } from '#domain/authority/station.ts';
import { type Instant, addSeconds } from '#domain/base/instant.ts';
import { bytesToHex } from '#domain/base/bytes.ts';
import { type Result, err, ok } from '#domain/base/result.ts';
import {
  type ExchangeManifest,
  type ItemType,
  exchangeVersion,
  noDigest,
} from '#domain/exchange/package/manifest.ts';
import { planPackage } from '#domain/exchange/package/numbering.ts';
import { type PackageOut, placeOf } from '#domain/exchange/package/package-records.ts';
import { rootOf } from '#domain/audit/log-tree.ts';
import { provenReading } from '#operations/proof/proven-reading.ts';
import { logEdge, requireSound } from '#operations/soundness.ts';
import { type TransactionRefusal, newId, newSalt, transact } from '#operations/transact.ts';
import { actRefusal, fileRefusal } from '#operations/your-role.ts';
import type { SealRefusal } from '#ports/custody.ts';
import type { Desk } from '#ports/desk.ts';
import type { Snapshot } from '#ports/register-store.ts';
import { answeredItems } from './answered-items.ts';
import { type CollectRefusal, collectedItems, kindOf, packedItems } from './collected-items.ts';
import { followedRules } from './followed-rules.ts';
import { type PackedItem, packedExchange } from './package-file.ts';
import { type PeerRecords, recordsOfPeer, standingOf } from './peer-records.ts';

export type MakeExchangeRefusal =
  TransactionRefusal | SealRefusal | CollectRefusal | { readonly type: 'StationMissing' | 'NothingToSend' };

export interface MadePackage {
  readonly record: PackageOut;
  /** As it goes to the medium. */
  readonly file: Uint8Array;
}

/** A month on the way, and as long again on somebody's desk. */
const validSeconds = 60 * 24 * 3600;

/**
 * The next package to that station: everything that it has not acknowledged, or what is urgent alone. Its number is used up by the commit that
 * stands before the file leaves; one that never reaches a medium is healed by the next.
 */
export async function makeExchangePackage(
  desk: Desk,
  { peer, which = 'all' }: { readonly peer: string; readonly which?: 'all' | 'urgent' },
): Promise<Result<MadePackage, MakeExchangeRefusal>> {
  if (!desk.custody.isUnlocked()) return err({ type: 'Locked' });
  const sound = await requireSound(desk, 'backup');
  if (!sound.ok) return sound;
  const snapshot = await provenReading(desk);
  const ofOthers =
    (await actRefusal(desk, snapshot, 'package-made')) ?? (await fileRefusal(desk, snapshot, 'station'));
  if (ofOthers !== null) return err(ofOthers);
  const madeAt = desk.clock.now();
  const sending = await sendingTo(desk, snapshot, peer, madeAt);
  if (!sending.ok) return sending;
  const { station, records } = sending.value;
  const standing = standingOf(records);
  const going = await goingItems(desk, snapshot, station, records);
  const plan = planPackage(going, standing.sent, standing.acknowledged, which);
  if (plan === null) return err({ type: 'NothingToSend' });
  const wanted = new Set(plan.itemIds);
  const items: PackedItem[] = [];
  const ids = new Set<string>();
  for (const each of going.filter(({ id }) => wanted.has(id))) {
    const packed = await each.pack();
    if (!packed.ok) return packed;
    // A scan that two of them show goes once.
    for (const item of packed.value) if (!ids.has(item.item.id)) items.push(item);
    for (const { item } of packed.value) ids.add(item.id);
  }
  const packed = await packedExchange(
    desk,
    station.stationCertificateDer,
    {
      ...(await commonMembers(desk, snapshot, { station, records, madeAt })),
      kind: 'delivery',
      number: plan.number,
      since: plan.since,
      previous: standing.last?.record.id ?? noDigest,
    },
    items,
  );
  const file = await desk.custody.sealExchange({ station, receiver: peer, zip: packed.zip, at: madeAt });
  if (!file.ok) return file;
  const { pairing } = records.peer;
  const made = await transact<PackageOut, MakeExchangeRefusal>(desk, async (now) => {
    const officer = desk.custody.officerId();
    if (officer === null) return err({ type: 'Locked' });
    const again = await sendingTo(desk, now, peer, madeAt);
    if (!again.ok) return again;
    // Another tab, or another act: what was planned on is not what stands now.
    if (again.value.records.out.length !== records.out.length || again.value.records.peer.pairing !== pairing)
      return err({ type: 'RegisterBusy' });
    const record: PackageOut = {
      id: packed.manifestSha256,
      salt: newSalt(desk.random),
      ...{ peer, pairing, madeAt, officer },
      place: placeOf({ pairing, number: plan.number }),
      manifest: packed.manifestText,
      file: {
        sha256: bytesToHex(desk.sha256(file.value)),
        octets: file.value.length,
        name: fileName(station, plan.number, madeAt, packed.manifestSha256),
      },
    };
    return ok({
      acts: [
        {
          act: 'package-made' as const,
          subjects: [record.id, String(plan.number), peer],
          puts: [{ collection: 'packageOut' as const, record, isNew: true as const }],
        },
      ],
      answer: record,
    });
  });
  return made.ok ? ok({ record: made.value, file: file.value }) : made;
}

interface GoingItem {
  readonly id: string;
  readonly type: ItemType;
  readonly urgent: boolean;
  /** When it was collected, of what a field station took in. */
  readonly at?: Instant;
  readonly pack: () => Promise<Result<readonly PackedItem[], CollectRefusal>>;
}

/** A field station sends what it took in and handed over, its authority what it has decided of that. */
export async function goingItems(
  desk: Pick<Desk, 'custody' | 'sha256'>,
  snapshot: Snapshot,
  station: Station,
  records: PeerRecords,
): Promise<readonly GoingItem[]> {
  if (purposeOf(station) === 'field')
    return (await collectedItems(snapshot)).map((each) => ({
      ...{ id: each.id, urgent: each.urgent, ...kindOf(each) },
      pack: () => packedItems(desk, snapshot, each),
    }));
  return (await answeredItems(desk, snapshot, station, records)).map(({ id, type, urgent, pack }) => ({
    ...{ id, type, urgent },
    pack: async () => ok(await pack(snapshot)),
  }));
}

/** A receipt alone: what has arrived of that station's packages, and what of them is missing. It is remembered nowhere: the next says it again. */
export async function makeReceipt(
  desk: Desk,
  { peer }: { readonly peer: string },
): Promise<Result<Uint8Array, MakeExchangeRefusal>> {
  if (!desk.custody.isUnlocked()) return err({ type: 'Locked' });
  const snapshot = await provenReading(desk);
  const ofOthers =
    (await actRefusal(desk, snapshot, 'package-made')) ?? (await fileRefusal(desk, snapshot, 'station'));
  if (ofOthers !== null) return err(ofOthers);
  const madeAt = desk.clock.now();
  const sending = await sendingTo(desk, snapshot, peer, madeAt);
  if (!sending.ok) return sending;
  const { station, records } = sending.value;
  if (standingOf(records).acknowledgement.upTo === 0) return err({ type: 'NothingToSend' });
  const packed = await packedExchange(
    desk,
    station.stationCertificateDer,
    {
      ...(await commonMembers(desk, snapshot, { station, records, madeAt })),
      ...{ kind: 'receipt', number: 0, since: 0, previous: noDigest },
    },
    [],
  );
  return desk.custody.sealExchange({ station, receiver: peer, zip: packed.zip, at: madeAt });
}

async function sendingTo(
  desk: Desk,
  snapshot: Snapshot,
  digest: string,
  at: Instant,
): Promise<
  Result<
    { readonly station: Station; readonly records: PeerRecords },
    { readonly type: 'StationMissing' | 'StationNotPaired' }
  >
> {
  const station = await snapshot.get('station', 'station');
  if (station === undefined) return err({ type: 'StationMissing' });
  const records = await recordsOfPeer(desk, snapshot, station, { digest, at });
  return records === null ? err({ type: 'StationNotPaired' }) : ok({ station, records });
}

async function commonMembers(
  desk: Desk,
  snapshot: Snapshot,
  {
    station,
    records,
    madeAt,
  }: { readonly station: Station; readonly records: PeerRecords; readonly madeAt: Instant },
): Promise<Omit<ExchangeManifest, 'items' | 'kind' | 'number' | 'since' | 'previous'>> {
  const { acknowledgement, seenCheckpoint } = standingOf(records);
  const edge = await logEdge(desk, snapshot);
  const { checkpoint } = await desk.custody.signCheckpoint({
    size: edge.size,
    root: rootOf(edge, desk.sha256),
  });
  return {
    version: exchangeVersion,
    sender: stationDigest(station.stationCertificateDer, desk.sha256),
    receiver: records.digest,
    pairing: records.peer.pairing,
    epoch: station.epoch,
    acknowledged: acknowledgement,
    ...{ nonce: newId(desk.random), answers: '', madeAt, validUntil: addSeconds(madeAt, validSeconds) },
    rules: await followedRules(desk, snapshot, station),
    ...{ checkpoint, seenCheckpoint },
  };
}

/** FAT takes it, and no two have the same: station, number, day, the beginning of the manifest's digest. */
function fileName({ stationId }: Station, number: number, at: Instant, digest: string): string {
  const day = at.slice(0, 10).replaceAll('-', '');
  return `${stationId.slice(0, 8)}-${String(number).padStart(4, '0')}-${day}-${digest.slice(0, 8)}.tirkelim`;
}
