import { manifestName, signatureName } from '#domain/archive/package-manifest.ts';
import { bytesToHex } from '#domain/base/bytes.ts';
import { type Result, err, ok } from '#domain/base/result.ts';
import { encodeUtf8 } from '#domain/base/utf8.ts';
import { writePem } from '#domain/der/pem.ts';
import {
  type ExchangeItem,
  type ExchangeManifest,
  readManifest,
  writeManifest,
} from '#domain/exchange/package/manifest.ts';
import { exchangeReadme } from '#domain/exchange/package/package-readme.ts';
import type { ArchiveFiles } from '#ports/archive.ts';
import type { Desk } from '#ports/desk.ts';

export interface PackedFile {
  readonly zip: Uint8Array;
  readonly manifestText: string;
  /** SHA-256, hex, of the manifest's octets: what the words that are read aloud stand for. */
  readonly manifestSha256: string;
}

/** An item with its octets. */
export interface PackedItem {
  readonly item: Omit<ExchangeItem, 'octets' | 'sha256'>;
  readonly octets: Uint8Array;
}

export const readmeName = 'README.txt';
export const senderName = 'station.pem';

/** Beside the items there is what a reader without this program needs; nothing of it is believed. */
const unlisted: ReadonlySet<string> = new Set([manifestName, signatureName, readmeName, senderName]);

/** The ZIP in clear, its manifest signed by this station's key. Only in an open vault. */
export async function packedExchange(
  desk: Pick<Desk, 'sha256' | 'custody' | 'archive'>,
  stationCertificateDer: Uint8Array,
  manifest: Omit<ExchangeManifest, 'items'>,
  items: readonly PackedItem[],
): Promise<PackedFile> {
  const listed = items.map(({ item, octets }) => ({
    ...item,
    octets: octets.length,
    sha256: bytesToHex(desk.sha256(octets)),
  }));
  const manifestText = writeManifest({ ...manifest, items: listed });
  const octets = encodeUtf8(manifestText);
  const { number, madeAt, sender } = manifest;
  const files = new Map([
    [readmeName, encodeUtf8(exchangeReadme({ number, madeAt, sender }))],
    [senderName, encodeUtf8(writePem('CERTIFICATE', stationCertificateDer))],
    ...items.map((each) => [each.item.path, each.octets] as const),
    [manifestName, octets] as const,
    [signatureName, await desk.custody.signDetached(octets, madeAt)] as const,
  ]);
  const zip = await desk.archive.pack(files);
  return { zip, manifestText, manifestSha256: bytesToHex(desk.sha256(octets)) };
}

export type ContentFault =
  | { readonly type: 'NotAnExchange' }
  | { readonly type: 'ExchangeTooLarge'; readonly maximumOctets: number }
  | { readonly type: 'ExchangeNewer'; readonly format: number }
  | { readonly type: 'ExchangeFileExtra'; readonly path: string }
  /** Refused whole; how many of its items are as the sender signed them. */
  | {
      readonly type: 'PackageItemsDamaged';
      readonly number: number;
      readonly sound: number;
      readonly damaged: number;
    };

/** Beyond that a package is no hand's work of one medium. */
const maximumPackageOctets = 1024 * 1024 * 1024;

/** Every item as the manifest names it, and no other file. The manifest's signature is for who opened it to judge. */
export async function unpackedExchange(
  desk: Pick<Desk, 'archive' | 'sha256'>,
  zip: Uint8Array,
  maximumOctets = maximumPackageOctets,
): Promise<Result<{ readonly manifest: ExchangeManifest; readonly files: ArchiveFiles }, ContentFault>> {
  const unpacked = await desk.archive.unpack(zip, maximumOctets);
  if (!unpacked.ok)
    return err(
      unpacked.error.type === 'ArchiveTooLarge'
        ? { type: 'ExchangeTooLarge', maximumOctets: unpacked.error.maximumOctets }
        : { type: 'NotAnExchange' },
    );
  const files = unpacked.value;
  const read = readManifest(files.get(manifestName) ?? new Uint8Array());
  if (read.type === 'newer') return err({ type: 'ExchangeNewer', format: read.format });
  if (read.type === 'none') return err({ type: 'NotAnExchange' });
  const { manifest } = read;
  const paths = new Set(manifest.items.map(({ path }) => path));
  const extra = [...files.keys()].find((path) => !unlisted.has(path) && !paths.has(path));
  if (extra !== undefined) return err({ type: 'ExchangeFileExtra', path: extra });
  const damaged = manifest.items.filter(({ path, octets, sha256 }) => {
    const content = files.get(path);
    return content?.length !== octets || bytesToHex(desk.sha256(content)) !== sha256;
  });
  if (damaged.length > 0)
    return err({
      type: 'PackageItemsDamaged',
      number: manifest.number,
      sound: manifest.items.length - damaged.length,
      damaged: damaged.length,
    });
  return ok({ manifest, files });
}
