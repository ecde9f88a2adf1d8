import type { Registered } from '#domain/audit/registered.ts';
import type { ArchiveMark } from '#domain/authority/retention.ts';
import type { Instant } from '#domain/base/instant.ts';

/**
 * One CRL of the station: signed first; published only after its file was written to a medium and read back (N-11).
 * Its octets lie in the store's `crlFile` collection under the same id.
 */
export interface CrlRecord extends Registered {
  /** Decimal, as in the file's name; the id is the same number padded to 20 digits, so that keys sort. */
  readonly crlNumber: string;
  readonly generation: number;
  readonly thisUpdate: Instant;
  readonly nextUpdate: Instant;
  readonly entryCount: number;
  /** Serial numbers that this CRL lists for the first time. */
  readonly added: readonly string[];
  readonly sha256Hex: string;
  readonly octets: number;
  readonly signedBy: string;
  /** The log's head that goes out beside the CRL, and the station's detached CMS signature over it. */
  readonly headJson: string;
  readonly headSignatureDer: Uint8Array;
  readonly publishedAt?: Instant;
  readonly writtenTo?: string;
  readonly archived?: ArchiveMark;
}

/** A slice of the CRL's entries, encoded, in the order of revocation; only the last one grows. */
export interface CrlChunkRecord extends Registered {
  readonly generation: number;
  readonly entryCount: number;
  readonly octets: Uint8Array;
}
