import type { Registered } from '#domain/audit/registered.ts';
import type { ArchiveMark } from '#domain/authority/retention.ts';
import type { Instant } from '#domain/base/instant.ts';

/**
 * One CRL of the station. That it was signed, that its file was written to a medium and read back, and that it was placed where anybody
 * can see it (R-13, N-11, N-14) are three facts, each with its moment. Its octets lie in the store's `crlFile` collection under the same id.
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
  /** Name of the file on the medium, as it was read back. */
  readonly writtenTo?: string;
  /** Absent with `writtenTo` in records of before, where writing and publishing were one act: then it is `publishedAt`. */
  readonly writtenAt?: Instant;
  readonly writtenBy?: string;
  readonly publishedAt?: Instant;
  /** Where it was placed: an address, a notice board. Absent in records of before, which count as published when written. */
  readonly publishedWhere?: string;
  readonly publishedBy?: string;
  /** G-18, N-14: to whom it was given. */
  readonly given?: readonly CrlHandOver[];
  readonly archived?: ArchiveMark;
}

/** Ways in which a list is given to owners. */
export const crlWays = ['e-mail', 'medium', 'internet'] as const;
export type CrlWay = (typeof crlWays)[number];

export interface CrlHandOver {
  readonly at: Instant;
  readonly officer: string;
  readonly way: CrlWay;
  /** One line each, as the officer names them: owners, bodies, a mailing list. */
  readonly addressees: readonly string[];
}

/** A slice of the CRL's entries, encoded, in the order of revocation; only the last one grows. */
export interface CrlChunkRecord extends Registered {
  readonly generation: number;
  readonly entryCount: number;
  readonly octets: Uint8Array;
}
