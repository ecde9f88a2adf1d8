/** What the key worker does for packages between stations, and why it does not. */
import type { Station } from '#domain/authority/station.ts';
import type { Instant } from '#domain/base/instant.ts';
import type { SignatureNotWarranted, VaultLocked } from './custody-refusals.ts';

export interface SealRequest {
  /** As for `SignRequest`. */
  readonly station: Station;
  /** SHA-256 of the certificate of the receiving station. */
  readonly receiver: string;
  readonly zip: Uint8Array;
  readonly at: Instant;
}

export type SealRefusal = SignatureNotWarranted | VaultLocked | { readonly type: 'StationNotPaired' };

export interface OpenedExchange {
  /** The whole package in clear. */
  readonly zip: Uint8Array;
  /** Its manifest, whose signature holds. */
  readonly manifestOctets: Uint8Array;
}

export type ExchangeRefusal =
  | SignatureNotWarranted
  | VaultLocked
  /** age has one answer for a file that was changed and for one that is encrypted to somebody else. */
  | { readonly type: 'ExchangeUnopened' | 'NotAnExchange' | 'ExchangeSignatureInvalid' }
  | { readonly type: 'ExchangeNewer'; readonly format: number }
  | { readonly type: 'PackageSenderUnknown'; readonly sender: string };

export interface AttestRequest {
  readonly station: Station;
  /** The request's ZIP as it came. */
  readonly request: Uint8Array;
  readonly notBefore: Instant;
  readonly validUntil: Instant;
}

export type PairingRefusal =
  | SignatureNotWarranted
  | VaultLocked
  | { readonly type: 'NotAnExchange' | 'ExchangeSignatureInvalid' }
  | { readonly type: 'ExchangeNewer'; readonly format: number };
