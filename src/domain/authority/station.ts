/**
 * The station: one browser profile that works for one authority. `kind` is the authority's; what the station is there for is its
 * `purpose`. It is set up once, in steps that can be resumed,
 * and counts as set up only after its key backup was written, read back and opened (R-15, N-12).
 */
import type { CalendarDate } from '#domain/base/calendar-date.ts';
import type { Instant } from '#domain/base/instant.ts';
import type { Split } from '#domain/base/recovery-share.ts';
import type { Registered } from '#domain/audit/registered.ts';
import type { HeldRuleSet } from './held-rule-set.ts';
import type { PairedStation, PairingAsked } from './paired-station.ts';
import type { SignedLink } from './signed-link.ts';

export type AuthorityKind = 'R' | 'G' | 'N';
/** `authority`: holds its key, decides, issues, revokes. `field`: takes in and hands out for it, and decides nothing. */
export type StationPurpose = 'authority' | 'field';
export type KeySuite = 'ecdsa-p256' | 'ecdsa-p384' | 'rsa-3072' | 'rsa-4096' | GostSuite;
/** ГОСТ 34.310-2004 or 34.10-2015, each in one of two encodings: chosen when the key is made, and never mixed in a chain. */
export type GostSuite = 'gost-rfc4491' | 'gost-kz2004' | 'gost-2012-512' | 'gost-kz2015';

export interface AuthorityName {
  readonly organisation: string;
  readonly commonName: string;
  readonly region: string;
  readonly email: string;
}

/** Addresses that go into certificates; each one is left out when the office has none. */
export interface CertificateAddresses {
  readonly crl?: string;
  readonly issuerCertificate?: string;
  readonly practiceStatement?: string;
  /** Dotted OID of the office's own certificate policy; needed beside a practice statement. */
  readonly policyOid?: string;
}

export interface StationSettings {
  readonly crlValidityDays: number;
  /** Days from one list to the next, not more than its validity; absent: the same. */
  readonly crlCadenceDays?: number;
  /** Minutes without a touch before the keys are locked, 1 to 30. */
  readonly lockMinutes: number;
  /** Who entered an application, or confirmed a part of its examination, does not approve it; absent: not set. */
  readonly fourEyes?: boolean;
  /** Of a station that exchanges packages: days, and items, after which one has to go before more is taken in; absent: `usualQueue`. */
  readonly packageAfterDays?: number;
  readonly packageAfterItems?: number;
}

/** Facts about the set-up; a missing one is a step that is still due. */
export interface SetUpFacts {
  readonly keyMadeAt: Instant;
  readonly recoveryReadBackAt?: Instant;
  readonly backupWrittenAt?: Instant;
  readonly backupOpenedWithPassphraseAt?: Instant;
  readonly backupOpenedWithRecoveryAt?: Instant;
  readonly storageAnswer?: 'kept' | 'not-kept' | 'pending' | 'unknown';
  readonly storageRiskAcknowledgedAt?: Instant;
  /** Written down by the act that signs the first, empty CRL: before it nobody could tell what is revoked. */
  readonly firstCrlAt?: Instant;
}

/** One key of the authority, the name it signs under, and the way from its certificate up to the root. */
export interface AuthorityGeneration {
  /** From 1; a key that was given up has used its number up. */
  readonly generation: number;
  readonly authority: AuthorityName;
  readonly addresses: CertificateAddresses;
  readonly suite: KeySuite;
  readonly spkiDer: Uint8Array;
  readonly certificateDer: Uint8Array;
  readonly chainDer: readonly Uint8Array[];
}

/** A key that a newer one has followed: it signs nothing any more but CRLs of what it issued. */
export interface FormerAuthority extends AuthorityGeneration {
  readonly replacedAt: Instant;
  readonly certificationRequestDer?: Uint8Array;
}

/** A key that is to follow; until its first CRL is signed the present one goes on issuing. A missing fact is a step still due. */
export interface NextAuthority extends Omit<AuthorityGeneration, 'certificateDer'> {
  readonly validityYears: number;
  readonly setUp: Pick<
    SetUpFacts,
    'keyMadeAt' | 'backupWrittenAt' | 'backupOpenedWithPassphraseAt' | 'backupOpenedWithRecoveryAt'
  >;
  readonly certificationRequestDer?: Uint8Array;
  readonly certificateDer?: Uint8Array;
}

/**
 * The register was restored, or was shown a list of its own that it does not know: something of what the station did may be lost. Issuing is
 * closed until a full CRL was signed and nothing is missing, or an officer has stated in writing what is: see `ceremony.ts`.
 */
export interface Ceremony {
  readonly because: 'restored' | 'rolled-back' | 'forked';
  readonly since: Instant;
  /** Serial numbers (lower-case hex) that a list of ours names and of which nobody has shown the certificate. */
  readonly missing: readonly string[];
  /** Acts that the last known head of the log counts beyond what was restored. */
  readonly lostActs: number;
  readonly listedAt?: Instant;
  readonly stated?: { readonly at: Instant; readonly officer: string; readonly text: string };
  readonly endedAt?: Instant;
}

/** A statement of the station as it was signed: see `station-statement.ts`. */
export interface SignedStatement {
  readonly text: string;
  /** By the station's P-256 key over the text in UTF-8, IEEE P1363. */
  readonly signature: Uint8Array;
  /** Of its officers, oldest link first: see `officers-chain.ts`. Absent before there were links. */
  readonly chain?: readonly SignedLink[];
}

export interface Station extends Registered {
  readonly id: 'station';
  readonly stationId: string;
  /** Of the authority that the station works for. */
  readonly kind: AuthorityKind;
  /** Absent in a register of before stations had one; it is not written in later, so that the log's digest holds: see `purposeOf`. */
  readonly purpose?: StationPurpose;
  /** Name of the rule set that it follows: see `rule-sets.ts`. */
  readonly ruleSet: string;
  /** Those that it passed to, oldest first; absent before the first passing. */
  readonly heldRuleSets?: readonly HeldRuleSet[];
  readonly demonstration: boolean;
  /** 1 to 127: leads every serial number and CRL number, rises with every restore. */
  readonly epoch: number;
  readonly createdAt: Instant;
  readonly authority: AuthorityName;
  readonly addresses: CertificateAddresses;
  readonly suite: KeySuite;
  readonly authorityValidityYears: number;
  readonly authoritySpkiDer: Uint8Array;
  readonly stationSpkiDer: Uint8Array;
  readonly stationCertificateDer: Uint8Array;
  readonly recoveryRecipient: string;
  /** How the recovery secret lies on paper; absent: on one whole sheet. */
  readonly recoverySplit?: Split;
  /** When a new recovery secret took the place of an earlier one; absent while it is the set-up's. */
  readonly recoveryRenewedAt?: Instant;
  readonly scansRecipient: string;
  readonly setUp: SetUpFacts;
  readonly certificationRequestDer?: Uint8Array;
  /** Absent until the self-signed certificate is made or the Root CA's answer is taken in. */
  readonly authorityCertificateDer?: Uint8Array;
  /** From the issuer up to the root; empty for a self-signed authority. */
  readonly chainDer: readonly Uint8Array[];
  readonly settings: StationSettings;
  /** Of the key that issues; absent: the first one. */
  readonly generation?: number;
  /** Oldest first; absent before the first renewal. */
  readonly formerAuthorities?: readonly FormerAuthority[];
  readonly nextAuthority?: NextAuthority;
  /** The highest generation ever begun, so that no name of an authority comes twice; absent: that of the present key. */
  readonly generationsBegun?: number;
  readonly ceasedOn?: CalendarDate;
  readonly restoredAt?: Instant;
  /** The last one, also after its end. */
  readonly ceremony?: Ceremony;
  /** Oldest first; absent before the first pairing. */
  readonly pairedStations?: readonly PairedStation[];
  /** Of a field station that waits for its authority's answer. */
  readonly pairingAsked?: PairingAsked;
  /** Absent in a register of before stations made one, until an officer's passphrase opened it once. */
  readonly statement?: SignedStatement;
}

/** What the station is for; one that says nothing is its authority's own. */
export function purposeOf({ purpose }: Pick<Station, 'purpose'>): StationPurpose {
  return purpose ?? 'authority';
}

/** The log has what ends a set-up: from then on nothing of the station's record is written without a signature. */
export function hasSetUpEnded({ setUp, pairedStations }: Pick<Station, 'setUp' | 'pairedStations'>): boolean {
  return setUp.firstCrlAt !== undefined || pairedStations !== undefined;
}

export function isSetUp(station: Station): boolean {
  const { setUp } = station;
  return (
    setUp.recoveryReadBackAt !== undefined &&
    setUp.backupWrittenAt !== undefined &&
    setUp.backupOpenedWithPassphraseAt !== undefined &&
    setUp.backupOpenedWithRecoveryAt !== undefined &&
    station.authorityCertificateDer !== undefined &&
    (purposeOf(station) === 'field' ? station.pairedStations !== undefined : setUp.firstCrlAt !== undefined)
  );
}
