/**
 * The stations that this one exchanges packages with: a field station knows its authority, an authority each of its field stations. They
 * stand in the station's own record, so that its statement holds for them: an edited row names nobody whom files are encrypted to.
 */
import type { Digest } from '#domain/audit/audit-record.ts';
import { recordDigest } from '#domain/audit/record-digest.ts';
import { bytesToHex } from '#domain/base/bytes.ts';
import type { Instant } from '#domain/base/instant.ts';

export interface PairedStation {
  /** Nonce of the request by which they were paired, 32 hex digits: made anew, it is another pairing. */
  readonly pairing: string;
  /** The other station's own certificate, which its packages are signed under. */
  readonly certificateDer: Uint8Array;
  /** Whom packages for it are encrypted to (`age1…`). */
  readonly recipient: string;
  /** By the authority's station key for the field station's: the same on both sides. */
  readonly attestationDer: Uint8Array;
  /** Last moment of the attestation. */
  readonly validUntil: Instant;
  readonly pairedAt: Instant;
  readonly officer: string;
  /** The other station contradicted itself: nothing of it is taken in under this pairing any more, whatever comes. */
  readonly stopped?: SenderStop;
  readonly ended?: PairingEnd;
}

/** Why a sender is stopped until the two are paired anew; in either case it may have been restored from a backup, or work on two computers. */
export interface SenderStop {
  readonly at: Instant;
  readonly officer: string;
  /** `forked`: two packages of one number. `earlier-epoch`: one of before its restore came after one of since. */
  readonly because: 'forked' | 'earlier-epoch';
  /** Of the package that said so. */
  readonly number: number;
}

export interface PairingEnd {
  readonly at: Instant;
  readonly officer: string;
  /** `revoked`: its key may be in other hands. `replaced`: paired anew. */
  readonly because: 'ended' | 'revoked' | 'replaced';
}

/** What a field station has asked and waits for an answer to. */
export interface PairingAsked {
  readonly nonce: string;
  readonly at: Instant;
}

/** How a station is named in packages and on both screens. */
export function stationDigest(certificateDer: Uint8Array, sha256: Digest): string {
  return bytesToHex(sha256(certificateDer));
}

export interface PairingStation {
  /** Oldest first; absent before the first. */
  readonly pairedStations?: readonly PairedStation[];
}

/** Every pairing with the station of that certificate, oldest first. */
export function pairingsWith(
  { pairedStations = [] }: PairingStation,
  digest: string,
  sha256: Digest,
): readonly PairedStation[] {
  return pairedStations.filter(({ certificateDer }) => stationDigest(certificateDer, sha256) === digest);
}

/** Those that have not ended by anybody's act; whether the time of one is over, who asks has to see. */
export function standingPairings({ pairedStations = [] }: PairingStation): readonly PairedStation[] {
  return pairedStations.filter(({ ended }) => ended === undefined);
}

/**
 * What is new in `next` where the pairings of `before` are kept: each as it was, or stopped or ended since. Null where one is lost, changed, or
 * goes on after its stop or its end.
 */
export function addedPairings(
  before: PairingStation,
  next: PairingStation,
  sha256: Digest,
): readonly PairedStation[] | null {
  const [old, now] = [before.pairedStations ?? [], next.pairedStations ?? []];
  const areKept = old.every((row, i) => {
    const same = now[i];
    if (same === undefined) return false;
    const { ended, stopped, ...kept } = same;
    const asBefore = {
      ...kept,
      ...(row.stopped === undefined || stopped === undefined ? {} : { stopped }),
      ...(row.ended === undefined || ended === undefined ? {} : { ended }),
    };
    return recordDigest(asBefore, sha256) === recordDigest(row, sha256);
  });
  return areKept ? now.slice(old.length) : null;
}
