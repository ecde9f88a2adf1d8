import { bytesToHex } from '#domain/base/bytes.ts';
import { type Result, err, ok } from '#domain/base/result.ts';
import { decodeUtf8 } from '#domain/base/utf8.ts';
import { type PackageVerdict, judgePackage } from '#domain/exchange/package/judge.ts';
import type { ExchangeManifest } from '#domain/exchange/package/manifest.ts';
import type { Station } from '#domain/authority/station.ts';
import { provenReading } from '#operations/proof/proven-reading.ts';
import type { ArchiveFiles } from '#ports/archive.ts';
import type { ExchangeRefusal } from '#ports/custody.ts';
import type { Desk } from '#ports/desk.ts';
import type { Snapshot } from '#ports/register-store.ts';
import { type ContentFault, unpackedExchange } from './package-file.ts';
import { knownOfSender } from './peer-records.ts';
import { type LookedAtItem, lookAtItems } from './look-at-items.ts';

export type LookRefusal = ContentFault | ExchangeRefusal | { readonly type: 'StationMissing' };

/** A package that was opened: signed by the station that it names, whole, every item as it was sent. */
export interface OpenedPackage {
  readonly manifest: ExchangeManifest;
  /** SHA-256, hex, of the manifest's octets. */
  readonly id: string;
  readonly manifestText: string;
  readonly files: ArchiveFiles;
}

export interface SeenPackage extends OpenedPackage {
  readonly verdict: PackageVerdict;
  /** What would become of each item; empty where nothing of it may be acted on. */
  readonly items: readonly LookedAtItem[];
}

/**
 * What a package is and what would become of it, before anything of it is taken in: nothing is written. Of a stranger's nothing but the manifest is
 * read, and of one that is refused by its manifest no item.
 */
export async function lookAtPackage(desk: Desk, file: Uint8Array): Promise<Result<SeenPackage, LookRefusal>> {
  const snapshot = await provenReading(desk);
  const station = await snapshot.get('station', 'station');
  if (station === undefined) return err({ type: 'StationMissing' });
  const opened = await openedPackage(desk, station, file);
  if (!opened.ok) return opened;
  return ok({ ...opened.value, ...(await judged(desk, snapshot, station, opened.value)) });
}

/** The judgement as of one reading, which the act that takes it in makes again. */
export async function judged(
  desk: Desk,
  snapshot: Snapshot,
  station: Station,
  opened: OpenedPackage,
): Promise<Pick<SeenPackage, 'verdict' | 'items'>> {
  const { manifest, id } = opened;
  const known = await knownOfSender(desk, snapshot, station, manifest.sender);
  const verdict = judgePackage({ manifest, sha256: id }, known, desk.clock.now());
  const items = verdict.type === 'new' ? await lookAtItems(desk, snapshot, station, opened) : [];
  return { verdict, items };
}

export async function openedPackage(
  desk: Pick<Desk, 'custody' | 'archive' | 'sha256'>,
  station: Station,
  file: Uint8Array,
): Promise<Result<OpenedPackage, LookRefusal>> {
  if (!desk.custody.isUnlocked()) return err({ type: 'Locked' });
  const opened = await desk.custody.openExchange({ station, file });
  if (!opened.ok) return opened;
  const { zip, manifestOctets } = opened.value;
  const unpacked = await unpackedExchange(desk, zip);
  if (!unpacked.ok) return unpacked;
  return ok({
    ...unpacked.value,
    id: bytesToHex(desk.sha256(manifestOctets)),
    manifestText: decodeUtf8(manifestOctets) ?? '',
  });
}
