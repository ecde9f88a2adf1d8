/** What the register remembers of the packages that went out and came in: their manifests, and what became of them. */
import type { Registered } from '#domain/audit/registered.ts';
import type { Instant } from '#domain/base/instant.ts';
import { encodeUtf8 } from '#domain/base/utf8.ts';
import type { KnownOfSender } from './judge.ts';
import { type ExchangeManifest, readManifest } from './manifest.ts';
import { type GivenAcknowledgement, acknowledgedNumbers } from './numbering.ts';

/** A package of either direction; the id is the SHA-256 of its manifest. */
interface KnownPackage extends Registered {
  /** SHA-256 of the other station's certificate. */
  readonly peer: string;
  readonly pairing: string;
  /** The manifest's text, whose octets the id is the digest of. */
  readonly manifest: string;
  readonly officer: string;
}

/** Made: its number is used up, whether or not a medium ever had it. */
export interface PackageOut extends KnownPackage {
  /** Pairing and number, so that no number goes out twice; see `placeOf`. */
  readonly place: string;
  readonly madeAt: Instant;
  /** SHA-256 of the encrypted file, and how many octets it has. */
  readonly file?: { readonly sha256: string; readonly octets: number; readonly name: string };
  /** Closed, and read back whole. */
  readonly writtenAt?: Instant;
  /** The medium was taken out, put in again, and read: only then was it flushed for sure. */
  readonly seenAgainAt?: Instant;
}

export interface PackageIn extends KnownPackage {
  readonly takenAt: Instant;
  /** Ids of items that wait for what they rest on; with any, the package is not acknowledged and may be read again. */
  readonly waiting: readonly string[];
  /**
   * Items that were looked at and not taken in: another thing is here, or they can't be registered. They are not asked for again; what was
   * declined too early is taken in when the same medium is read once more.
   */
  readonly declined: readonly { readonly id: string; readonly because: string }[];
}

export function placeOf({ pairing, number }: Pick<ExchangeManifest, 'pairing' | 'number'>): string {
  return `${pairing}/${String(number).padStart(6, '0')}`;
}

/** `made` is on no medium as far as anybody knows. */
export type OutState = 'made' | 'written' | 'seen-again' | 'received';

/** `acknowledged`: see `acknowledgedBy`. */
export function outState(record: PackageOut, acknowledged: ReadonlySet<number>): OutState {
  const manifest = manifestOf(record);
  if (manifest !== null && acknowledged.has(manifest.number)) return 'received';
  if (record.seenAgainAt !== undefined) return 'seen-again';
  return record.writtenAt === undefined ? 'made' : 'written';
}

const read = new WeakMap<object, ExchangeManifest | null>();

/** Null for a record that has none, whoever wrote it. */
export function manifestOf(record: KnownPackage): ExchangeManifest | null {
  const before = read.get(record);
  if (before !== undefined) return before;
  const reading = readManifest(encodeUtf8(record.manifest));
  const manifest = reading.type === 'manifest' ? reading.manifest : null;
  read.set(record, manifest);
  return manifest;
}

/** Numbers of the packages of a pairing that the other side has acknowledged. */
export function acknowledgedBy(taken: readonly PackageIn[]): ReadonlySet<number> {
  return acknowledgedNumbers(
    manifests(taken).map(({ manifest: { epoch, madeAt, acknowledged } }): GivenAcknowledgement => ({
      ...acknowledged,
      ...{ epoch, madeAt },
    })),
  );
}

/** What of a pairing's records a package is judged by. */
export function knownPackages(
  taken: readonly PackageIn[],
  sent: readonly PackageOut[],
): Pick<KnownOfSender, 'taken' | 'sent'> {
  return {
    taken: manifests(taken).flatMap(
      ({ record, manifest: { kind, number, since, nonce, previous, epoch } }) =>
        kind === 'delivery'
          ? [
              {
                ...{ number, since, nonce, previous, epoch },
                isWhole: record.waiting.length === 0,
                hasDeclined: record.declined.length > 0,
                manifestSha256: record.id,
              },
            ]
          : [],
    ),
    sent: manifests(sent).flatMap(({ manifest: { kind, number, nonce } }) =>
      kind === 'delivery' ? [{ number, nonce }] : [],
    ),
  };
}

function manifests<R extends KnownPackage>(
  records: readonly R[],
): readonly { readonly record: R; readonly manifest: ExchangeManifest }[] {
  return records.flatMap((record) => {
    const manifest = manifestOf(record);
    return manifest === null ? [] : [{ record, manifest }];
  });
}
