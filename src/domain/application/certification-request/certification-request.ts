/**
 * The certification request (PKCS#10, RFC 2986) is the applicant's public key with a signature that proves possession
 * of the private one (N-2.9). It is evidence beside the application and not the application: the subject and the
 * extensions of the certificate come from the profile and the application, and whatever else is asked is shown as
 * asked and not granted.
 */
import type { AlgorithmIdentifier } from '#domain/der/algorithm.ts';
import type { Extension } from '#domain/der/extension.ts';
import type { Name } from '#domain/der/name.ts';
import type { NameProblem } from '#domain/der/name-bounds.ts';
import type { SubjectPublicKeyInfo } from '#domain/der/public-key.ts';
import type { RequestedNotGranted } from './requested-extensions.ts';

export interface RequestAttribute {
  readonly oid: string;
  /** Texts of string values; empty for a challengePassword, which is nobody's to read, and for structures. */
  readonly texts: readonly string[];
  readonly der: Uint8Array;
}

/** Unusual, harmless, shown. */
export type RequestOddity =
  | { readonly type: 'AttributesMissing' }
  | { readonly type: 'ChallengePassword' }
  | { readonly type: 'UnknownAttribute'; readonly oid: string }
  | { readonly type: 'SubjectEmpty' }
  | { readonly type: 'OldLabel'; readonly label: string }
  | { readonly type: 'AttributeValues'; readonly oid: string; readonly count: number }
  | { readonly type: 'Subject'; readonly problem: NameProblem }
  /** `critical FALSE` written out, as some programs do: not quite DER, no other meaning. */
  | { readonly type: 'DefaultValueWritten'; readonly offset: number };

export interface CertificationRequest {
  /** The whole request, without armor. */
  readonly der: Uint8Array;
  /** CertificationRequestInfo: what the signature covers. */
  readonly infoDer: Uint8Array;
  readonly subject: Name;
  readonly publicKey: SubjectPublicKeyInfo;
  readonly attributes: readonly RequestAttribute[];
  readonly extensions: readonly Extension[];
  readonly requestedNotGranted: readonly RequestedNotGranted[];
  readonly signatureAlgorithm: AlgorithmIdentifier;
  /** Content of the BIT STRING: for ECDSA an Ecdsa-Sig-Value. */
  readonly signature: Uint8Array;
  readonly toleratedDeviations: readonly RequestOddity[];
}
