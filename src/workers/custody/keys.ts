import type { StationAnchor } from '#domain/authority/anchor.ts';
import type { StatedOfficer, StationStatement } from '#domain/authority/station-statement.ts';
import { type Role, worksNow } from '#domain/authority/roles.ts';
import type { KeySuite, StationPurpose } from '#domain/authority/station.ts';
import { type SharedHolder, holdersOf } from '#domain/authority/vault-holders.ts';
import type { Signer } from '#ports/signature-suite.ts';
import type { SignedLink } from '#domain/authority/signed-link.ts';
import type { HeldChain } from '#operations/audit/held-chain.ts';
import type { WordsKey } from './words-key.ts';

/** What an opened vault holds: every private key that it can sign with, and nothing of it leaves the worker. */
export interface Keys {
  /** One for each generation of the authority's key. */
  readonly authorities: readonly AuthoritySigner[];
  /** Absent where the officer's roles don't open it. */
  readonly station?: CryptoKey;
  readonly stationCertificateDer: Uint8Array;
  /** 32 octets: the log's Ed25519 key; there with the station's. */
  readonly logSeed?: Uint8Array;
  /** Absent where the officer's roles have nothing to do with scans. */
  readonly scansIdentity?: string;
  /** Absent after an unlock by the recovery secret: then the station signs. */
  readonly officerSigning?: CryptoKey;
  readonly identity: string;
  /** Whose vault it is: as the secret vouches for it, or, in a register of before that, as it was found. */
  readonly anchor: StationAnchor;
  readonly isAnchored: boolean;
  readonly purpose: StationPurpose;
  readonly recipients: Recipients;
  /** As the station states them: whose signatures count. */
  readonly officers: readonly StatedOfficer[];
  /** Of the officer whose identity opened it, as the station states them; after the recovery words every one. */
  readonly roles: readonly Role[];
  /** Who opened it; absent while a backup is restored. */
  readonly officerId?: string;
  /** A recovery secret that was made here and typed back from its paper: the next statement may name it. */
  readonly renewedRecovery?: RenewedRecovery;
  /** After an unlock by the recovery words, where the officers' chain names it: what they sign with. */
  readonly wordsKey?: WordsKey;
  /** Of a station that is being set up, until its first statement: the first link of its officers' chain. */
  readonly founding?: SignedLink;
  /** Number of the statement that was proven at the unlock; 0 where there was none. */
  readonly latest: number;
}

export interface RenewedRecovery {
  readonly recipient: string;
  readonly wordsSpkiDer: Uint8Array;
  /** That of the words which are still in force, and were shown for it. */
  readonly present: WordsKey;
}

/** Whom files are encrypted to. */
export interface Recipients {
  /** Those who work at the station: no auditors, and nobody who was removed. */
  readonly officers: readonly string[];
  readonly recovery: string;
  readonly scans: string;
}

export interface AuthoritySigner {
  readonly generation: number;
  readonly suite: KeySuite;
  readonly spkiDer: Uint8Array;
  readonly sign: Signer;
}

/** What an unlock goes by, once it is known what may be believed. */
export interface Believed extends Pick<
  StationStatement,
  'authorities' | 'officers' | 'recoveryRecipient' | 'scansRecipient' | 'number'
> {
  readonly purpose: StationPurpose;
  /** Of the officers; null or absent where the station has none yet. */
  readonly chain?: HeldChain | null;
}

export function recipientsOf({
  officers,
  recoveryRecipient,
  scansRecipient,
}: Omit<Believed, 'purpose' | 'chain'>): Recipients {
  return {
    officers: officers.filter(worksNow).map(({ ageRecipient }) => ageRecipient),
    recovery: recoveryRecipient,
    scans: scansRecipient,
  };
}

export function everyOfficer({ officers, recovery }: Recipients): readonly string[] {
  return [...officers, recovery];
}

/** Whom that file of the vault is encrypted to: the officers whose roles need it, and the recovery words. */
export function recipientsOfFile(
  { officers, recoveryRecipient, purpose }: Pick<Believed, 'officers' | 'recoveryRecipient' | 'purpose'>,
  holder: SharedHolder,
): readonly string[] {
  return [...holdersOf(officers, holder, purpose).map(({ ageRecipient }) => ageRecipient), recoveryRecipient];
}

/** The station's key, without which nothing is signed in its name. Throws in a vault that was opened without it. */
export function stationKeyOf({ station }: Pick<Keys, 'station'>): CryptoKey {
  if (station === undefined) throw new Error('the station\u2019s key is not open');
  return station;
}
