import type { Instant } from '#domain/base/instant.ts';
import type { AlgorithmIdentifier } from '#domain/der/algorithm.ts';
import type { DerProblem } from '#domain/der/der-refusal.ts';
import type { Extension } from '#domain/der/extension.ts';
import type { AuthorityKeyIdentifier } from '#domain/der/extension-values.ts';
import type { Name } from '#domain/der/name.ts';
import type { ReadReasonCode } from './reason-code.ts';

/** TBSCertList as read; entries stay octets, found by their offsets, so that a hundred thousand cost no objects. */
export interface TbsCertList {
  readonly der: Uint8Array;
  /** 1 or 2, or whatever number is written, plus one. */
  readonly version: number;
  readonly signature: AlgorithmIdentifier;
  readonly issuer: Name;
  readonly thisUpdate: Instant;
  readonly nextUpdate?: Instant;
  /** Identifier octets of the two times. */
  readonly timeTags: readonly number[];
  readonly entries: CrlEntries;
  /** revokedCertificates is there and empty, which RFC 5280 §5.1.2.6 forbids. */
  readonly hasEmptyList: boolean;
  /** Absent where there is no `[0]`. */
  readonly extensions?: readonly Extension[];
  readonly crlNumber?: bigint;
  readonly authorityKeyIdentifier?: AuthorityKeyIdentifier;
  readonly expiredCertsOnCrl?: Instant;
  readonly derOddities: readonly { readonly problem: DerProblem; readonly offset: number }[];
}

export interface CertificateList {
  readonly der: Uint8Array;
  readonly tbs: TbsCertList;
  readonly signatureAlgorithm: AlgorithmIdentifier;
  readonly signature: Uint8Array;
}

/** One entry as read; a foreign list may hold what we never write. */
export interface ReadCrlEntry {
  /** Content octets of the INTEGER. */
  readonly serialNumber: Uint8Array;
  readonly revocationDate: Instant;
  readonly extensions: EntryExtensions;
}

export interface EntryExtensions {
  readonly reasonCode?: ReadReasonCode;
  /** ENUMERATED as written, also when it is none of the standard's. */
  readonly reasonNumber?: number;
  readonly invalidityDate?: Instant;
  /** An indirect CRL: the certificate is of another issuer. */
  readonly hasCertificateIssuer: boolean;
  readonly oids: readonly string[];
  readonly criticalOids: readonly string[];
}

/** One entry while all are passed over: the object is the same for each, so that a million cost none. */
export interface ScannedEntry {
  /** Offsets in `CrlEntries.bytes`. */
  readonly serialStart: number;
  readonly serialEnd: number;
  readonly end: number;
  /** Identifier octet of the revocation date. */
  readonly timeTag: number;
  readonly revocationDate: Instant;
  readonly extensions: EntryExtensions;
}

export interface CrlEntries extends Iterable<ReadCrlEntry> {
  readonly count: number;
  /** What the entries were read from. */
  readonly bytes: Uint8Array;
  /** Content octets of an INTEGER, or the same without its sign octet. */
  find(serialNumber: Uint8Array): ReadCrlEntry | null;
  /** In order; what is given to `visit` changes with the next one. */
  scan(visit: (entry: ScannedEntry) => void): void;
}
