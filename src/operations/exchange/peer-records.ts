import {
  type PairedStation,
  pairingsWith,
  standingPairings,
  stationDigest,
} from '#domain/authority/paired-station.ts';
import { type Station, purposeOf } from '#domain/authority/station.ts';
import { type Instant, compareInstants } from '#domain/base/instant.ts';
import {
  type PackageIn,
  type PackageOut,
  acknowledgedBy,
  knownPackages,
  manifestOf,
} from '#domain/exchange/package/package-records.ts';
import type { KnownOfSender } from '#domain/exchange/package/judge.ts';
import { acknowledgementOf } from '#domain/exchange/package/numbering.ts';
import type { Desk } from '#ports/desk.ts';
import type { Snapshot } from '#ports/register-store.ts';
import { heldRules } from './followed-rules.ts';

/** What went between this station and another one under the pairing that stands. */
export interface PeerRecords {
  readonly peer: PairedStation;
  /** SHA-256 of its certificate. */
  readonly digest: string;
  readonly out: readonly PackageOut[];
  readonly in: readonly PackageIn[];
}

/** Null where nothing may be sent to that station: it is not paired, or is not any more. */
export async function recordsOfPeer(
  { sha256 }: Pick<Desk, 'sha256'>,
  snapshot: Snapshot,
  station: Station,
  { digest, at }: { readonly digest: string; readonly at: Instant },
): Promise<PeerRecords | null> {
  const peer = standingPairings(station).find(
    ({ certificateDer }) => stationDigest(certificateDer, sha256) === digest,
  );
  if (peer === undefined || compareInstants(at, peer.validUntil) > 0) return null;
  return { peer, digest, ...(await packagesOf(snapshot, peer.pairing)) };
}

export async function packagesOf(
  snapshot: Snapshot,
  pairing: string,
): Promise<Pick<PeerRecords, 'out' | 'in'>> {
  return {
    out: await snapshot.list('packageOut', { index: 'pairing', only: pairing }),
    in: await snapshot.list('packageIn', { index: 'pairing', only: pairing }),
  };
}

/** What an arriving package is judged by. */
export async function knownOfSender(
  { sha256 }: Pick<Desk, 'sha256'>,
  snapshot: Snapshot,
  station: Station,
  sender: string,
): Promise<KnownOfSender> {
  const pairings = pairingsWith(station, sender, sha256);
  const standing = pairings.at(-1);
  const { out, in: taken } =
    standing === undefined ? { out: [], in: [] } : await packagesOf(snapshot, standing.pairing);
  return {
    own: stationDigest(station.stationCertificateDer, sha256),
    pairings: pairings.map(({ pairing, validUntil, ended, stopped }) => ({
      ...{ pairing, validUntil },
      ...(stopped === undefined ? {} : { stopped: { at: stopped.at, number: stopped.number } }),
      ...(ended === undefined ? {} : { endedAt: ended.at }),
    })),
    ...knownPackages(taken, out),
    heldRules: heldRules(station),
    followsSender: purposeOf(station) === 'field',
  };
}

/** What the next package to that station says of those that came from it, and goes on from. */
export function standingOf({ out, in: taken }: PeerRecords) {
  const sent = out.flatMap((record) => {
    const manifest = manifestOf(record);
    return manifest?.kind === 'delivery' ? [{ record, manifest }] : [];
  });
  const last = sent.reduce<(typeof sent)[number] | undefined>(
    (highest, each) => (each.manifest.number > (highest?.manifest.number ?? 0) ? each : highest),
    undefined,
  );
  return {
    sent: sent.map(({ manifest: { number, items } }) => ({ number, itemIds: items.map(({ id }) => id) })),
    last,
    acknowledged: acknowledgedBy(taken),
    acknowledgement: acknowledgementOf(knownPackages(taken, []).taken),
    seenCheckpoint: lastCheckpoint(taken),
  };
}

/** The newest one by the moment in which its package was made. */
function lastCheckpoint(taken: readonly PackageIn[]): string {
  const manifests = taken.flatMap((record) => manifestOf(record) ?? []);
  const newest = manifests.reduce<(typeof manifests)[number] | undefined>(
    (latest, each) =>
      latest === undefined || compareInstants(each.madeAt, latest.madeAt) > 0 ? each : latest,
    undefined,
  );
  return newest?.checkpoint ?? '';
}
