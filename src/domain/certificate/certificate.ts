import type { Instant } from '#domain/base/instant.ts';
import type { AlgorithmIdentifier } from '#domain/der/algorithm.ts';
import type { DerProblem } from '#domain/der/der-refusal.ts';
import type { Extension } from '#domain/der/extension.ts';
import type { Name } from '#domain/der/name.ts';
import type { SubjectPublicKeyInfo } from '#domain/der/public-key.ts';

/** What the signature covers. */
export interface TbsCertificate {
  readonly der: Uint8Array;
  /** 1, 2 or 3; the number in the file is one less. */
  readonly version: number;
  /** Content octets of the INTEGER: two's complement, so a first octet from 0x80 on means negative. */
  readonly serialNumber: Uint8Array;
  readonly signature: AlgorithmIdentifier;
  readonly issuer: Name;
  readonly notBefore: Instant;
  readonly notAfter: Instant;
  /** Identifier octets: UTCTime or GeneralizedTime. */
  readonly timeTags: readonly [notBefore: number, notAfter: number];
  readonly subject: Name;
  readonly publicKey: SubjectPublicKeyInfo;
  readonly hasUniqueIdentifiers: boolean;
  /** Absent in versions 1 and 2, and where there is no `[3]`. */
  readonly extensions?: readonly Extension[];
  /** Departures from DER that were tolerated in reading. */
  readonly derOddities: readonly { readonly problem: DerProblem; readonly offset: number }[];
}

export interface Certificate {
  readonly der: Uint8Array;
  readonly tbs: TbsCertificate;
  readonly signatureAlgorithm: AlgorithmIdentifier;
  /** Content of the BIT STRING. */
  readonly signature: Uint8Array;
  /** What is strange about it; none of it hinders showing. What bears one is never accepted as our own. */
  readonly toleratedDeviations: readonly CertificateOddity[];
}

export type CertificateOddity =
  | { readonly type: 'Der'; readonly problem: DerProblem; readonly offset: number }
  | { readonly type: 'Version'; readonly version: number }
  | { readonly type: 'SerialNumberNegative' }
  | { readonly type: 'SerialNumberZero' }
  | { readonly type: 'SerialNumberTooLong'; readonly octets: number }
  | { readonly type: 'AlgorithmsDiffer'; readonly inner: string; readonly outer: string }
  | { readonly type: 'ValidityReversed' }
  | { readonly type: 'UniqueIdentifiers' }
  | { readonly type: 'DuplicateExtension'; readonly oid: string }
  | { readonly type: 'UnknownCriticalExtension'; readonly oid: string }
  | { readonly type: 'ExtensionUnreadable'; readonly oid: string; readonly problem: DerProblem }
  | { readonly type: 'AddressWithLineBreak'; readonly oid: string; readonly address: string };
