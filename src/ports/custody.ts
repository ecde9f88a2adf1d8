import type { ApprovedApplication } from '#domain/application/approval.ts';
import type { WrittenLine } from '#domain/audit/audit-record.ts';
import type { StationAnchor } from '#domain/authority/anchor.ts';
import type { AuthorityKey } from '#domain/authority/generations.ts';
import type { KeySuite, SignedStatement, Station, StationPurpose } from '#domain/authority/station.ts';
import type { NotStated, StatedPart } from '#domain/authority/stated.ts';
import type { StatedOfficer } from '#domain/authority/station-statement.ts';
import type { VaultFile } from '#domain/authority/officer-record.ts';
import type { SubjectName } from '#domain/certificate/subject-name.ts';
import type { Instant } from '#domain/base/instant.ts';
import type { Split } from '#domain/base/recovery-share.ts';
import type { Result } from '#domain/base/result.ts';
import type { TypedRecoveryRefusal } from '#domain/base/typed-recovery.ts';
import type {
  AttestRequest,
  ExchangeRefusal,
  OpenedExchange,
  PairingRefusal,
  SealRefusal,
  SealRequest,
} from './custody-exchange.ts';
import type {
  ChangedOfficers,
  ConfirmationRequest,
  NewOfficer,
  NewOfficerRequest,
  OfficersRefusal,
  OfficersRequest,
  SecondOfficer,
} from './custody-officers.ts';
import type {
  NewRecovery,
  NewRecoveryRefusal,
  NewRecoveryRequest,
  RenewRecoveryRefusal,
  RenewRecoveryRequest,
  RenewedVault,
} from './custody-recovery.ts';
import type {
  CertificateOfOtherKey,
  HeldKey,
  HeldKeyRequest,
  KeyNotHeld,
  OpenCarrierRequest,
  OpenHeldKeyRequest,
  SealHeldKeyRequest,
} from './custody-held-keys.ts';
import type { SignatureNotWarranted, VaultLocked } from './custody-refusals.ts';

export type * from './custody-exchange.ts';
export type * from './custody-held-keys.ts';
export type * from './custody-officers.ts';
export type * from './custody-recovery.ts';
export type * from './custody-refusals.ts';

/**
 * Key custody: every private key lives encrypted as an age file, and unlocked only in the memory of one dedicated
 * worker; `lock` ends that worker. Nothing secret ever crosses this port outward but what an officer must be shown
 * once (recovery words) or hand over (a subscriber's carrier).
 */
export interface Custody {
  isUnlocked(): boolean;
  /** Id of the officer whose passphrase opened the vault. */
  officerId(): string | null;
  /** The recovery words have it open: whoever has them has every key, and so every role. */
  isOpenByWords(): boolean;
  /**
   * The station's public key (SPKI, hex) that the passphrase, or the recovery words, vouched for; null while locked, and in a
   * register of before there were anchors.
   */
  anchoredKeyHex(): string | null;
  subscribe(listener: () => void): () => void;

  /** Makes the station's, the authority's, the scans' and the first officer's keys, and leaves the station unlocked. */
  makeStationKeys(request: StationKeysRequest): Promise<StationKeys>;
  /** One more key of the authority, encrypted to the stated recipients; it can sign at once. Only in an open vault. */
  makeAuthorityKey(request: AuthorityKeyRequest): Promise<NewAuthorityKey>;
  /** Secrets of an officer who is to be added. Only in an open vault. */
  makeOfficer(
    request: NewOfficerRequest,
  ): Promise<Result<NewOfficer, VaultLocked | { readonly type: 'DamagedOrWrongKey' }>>;
  /** The next statement with other officers, and the files of the vault that are encrypted anew for it; the caller commits them together. */
  changeOfficers(request: OfficersRequest): Promise<Result<ChangedOfficers, OfficersRefusal>>;
  /** Goes on by a statement that was committed: whom files are encrypted to, and whose signatures count. False for one that is not the station's. */
  followStatement(statement: SignedStatement): Promise<boolean>;
  /** The station's next statement, which the worker makes and judges itself. Only in an open vault. */
  signStatement(request: StatementRequest): Promise<Result<SignedStatement, StatementRefusal>>;
  /** The officer's file anew, with the anchor of the open vault in it; the caller commits the file. */
  anchorOfficer(request: AnchorOfficerRequest): Promise<Result<Uint8Array, UnlockRefusal>>;
  /** Tries each copy of the officer's file; a damaged first copy is told, and the second one opens. */
  unlock(request: UnlockRequest): Promise<Result<Unlocked, UnlockRefusal>>;
  /** With the recovery secret's words, when a passphrase is forgotten: opens every file but the officer's own. */
  unlockByRecovery(request: RecoveryRequest): Promise<Result<Unlocked, UnlockRefusal>>;
  lock(): void;
  /** Whether these are the recovery words of the open vault. */
  knowsWords(words: readonly string[]): Promise<Result<boolean, UnlockRefusal | VaultLocked>>;

  /** A new recovery secret, whole or split; nothing follows from it before `renewRecovery`. Only in a vault that an officer opened. */
  makeRecovery(request: NewRecoveryRequest): Promise<Result<NewRecovery, NewRecoveryRefusal>>;
  /** The vault's files for the secret that was made last, once it was typed back; the caller commits them with the next statement. */
  renewRecovery(
    request: RenewRecoveryRequest,
  ): Promise<Result<RenewedVault, RenewRecoveryRefusal | UnlockRefusal>>;

  /** Encrypts the officer's secret to a new passphrase; the caller commits the file. Needs the old passphrase again. */
  changePassphrase(request: ChangePassphraseRequest): Promise<Result<Uint8Array, UnlockRefusal>>;
  /** Opens a key backup as it lies on the medium, and tells whether every key of the authority in it is the expected one. */
  rehearse(request: RehearseRequest): Promise<Result<Rehearsed, RehearsalRefusal>>;

  /**
   * Signs to-be-signed octets with the authority's key of that `spkiDer`, after the worker itself has examined them, and verifies each
   * signature before it answers.
   */
  signAsAuthority(request: SignRequest): Promise<Result<readonly Uint8Array[], SignRefusal>>;
  /**
   * Approvals (`Decision.signature`, base64), one for each application, by the key that `signActs` uses; the worker has looked at each. Without
   * them `signAsAuthority` signs no certificate.
   */
  signApprovals(
    request: ApprovalRequest,
  ): Promise<Result<readonly string[], SignatureNotWarranted | VaultLocked>>;
  /** `Confirmation.signature` under four eyes, base64, by the officer's own key. */
  signConfirmation(
    request: ConfirmationRequest,
  ): Promise<Result<string, SignatureNotWarranted | VaultLocked>>;
  /**
   * The lines of one commit: the hash of the last one, P-256, IEEE P1363, by the officer's key, and by the station's where the recovery words
   * opened the vault. Rejects where one of them is in the name of somebody else than who opened it, or the station, is an act of another role,
   * or writes what its act may not.
   */
  signActs(lines: readonly WrittenLine[]): Promise<Uint8Array>;
  /** CMS SignedData, detached, DER, by the station's key. */
  signDetached(content: Uint8Array, signingTimeIso: string): Promise<Uint8Array>;
  /** A checkpoint of the log (C2SP tlog-checkpoint) of this station; `root` has 32 octets. */
  signCheckpoint(tree: { readonly size: number; readonly root: Uint8Array }): Promise<SignedCheckpoint>;

  /** An age file to whom the station's statement names: every officer, or the scans' key; and the recovery secret. */
  encrypt(octets: Uint8Array, to: 'officers' | 'scans'): Promise<Result<Uint8Array, VaultLocked>>;
  /** A scan, opened with the scans' key of the vault and no other; what is no scan in clear does not come out. */
  decryptScan(ageFile: Uint8Array): Promise<Result<Uint8Array, { readonly type: 'DamagedOrWrongKey' }>>;
  /** An archive package, opened with the open vault; nothing else comes out. */
  decryptPackage(ageFile: Uint8Array): Promise<Result<Uint8Array, NotForLeaving<'NotAPackage'>>>;
  /**
   * A register backup or an archive package, by the recovery words or by an officer's file out of a key backup. These secrets open
   * the vault's own files too, which do not come out.
   */
  decryptBackup(
    request: DecryptBackupRequest,
  ): Promise<Result<DecryptedBackup, UnlockRefusal | NotForLeaving<'NotABackup'>>>;
  /**
   * Opens the vault that lies in the backup which `decryptBackup` has opened last, by the secret of then, so that the station itself can
   * sign its restore. No officer's key is open by it.
   */
  openForRestore(request: RestoreRequest): Promise<Result<null, UnlockRefusal | VaultLocked>>;

  /** A package's ZIP as an age file for the station of that certificate, where this one states it as paired. */
  sealExchange(request: SealRequest): Promise<Result<Uint8Array, SealRefusal>>;
  /** A package that came, in clear, where a station that this one states as paired, or has, signed its manifest. */
  openExchange(request: {
    readonly station: Station;
    readonly file: Uint8Array;
  }): Promise<Result<OpenedExchange, ExchangeRefusal>>;
  /** The certificate (DER) by which a field station belongs to this authority, by the station's key over the key that signed the request. */
  attestFieldStation(request: AttestRequest): Promise<Result<Uint8Array, PairingRefusal>>;

  /** A subscriber's key pair: PKCS#10 for us, a carrier for the applicant's medium; read back, and kept nowhere. */
  makeSubscriberKey(request: SubscriberKeyRequest): Promise<SubscriberKey>;

  /**
   * Key pairs of owners whose carriers are still to be written (G-8): the private halves stay in the worker, each under the
   * name it was asked for by, until they are dropped or the worker ends. A second one of a name takes the first one's place.
   */
  makeHeldKeys(requests: readonly HeldKeyRequest[]): Promise<readonly HeldKey[]>;
  /** Names of the keys that are held. */
  heldKeys(): Promise<readonly string[]>;
  /**
   * The file for a carrier, as often as it is asked for while the key is held. The worker seals a key with no certificate but its own, and
   * with no chain but one in which each certificate names the next one as its issuer.
   */
  sealHeldKey(request: SealHeldKeyRequest): Promise<Result<Uint8Array, KeyNotHeld | CertificateOfOtherKey>>;
  /** Whether what was read back from the carrier opens with the passphrase and holds that very key. */
  opensHeldKey(request: OpenHeldKeyRequest): Promise<Result<boolean, KeyNotHeld>>;
  dropHeldKeys(names: readonly string[]): Promise<void>;
  /** Whether what was read from a carrier, whose key the worker let go, opens with the passphrase and holds the key of that `spkiDer`. */
  opensCarrier(request: OpenCarrierRequest): Promise<boolean>;
}

/** It does not open, or it is another thing than was asked for and stays in the worker. */
export type NotForLeaving<T extends string> = { readonly type: 'DamagedOrWrongKey' } | { readonly type: T };

export interface StationKeysRequest {
  readonly stationId: string;
  /** Absent: `authority`. A field station gets no key of an authority. */
  readonly purpose?: StationPurpose;
  readonly suite: KeySuite;
  readonly passphrase: string;
  readonly officerId: string;
  readonly stationName: string;
  readonly notBeforeIso: string;
  readonly wordScript: 'cyrillic' | 'latin';
  /** Absent: the recovery secret stands on one whole sheet. */
  readonly split?: Split;
}

/** A signed note, and the key that a verifier takes (C2SP signed-note). */
export interface SignedCheckpoint {
  readonly checkpoint: string;
  readonly logKey: string;
}

/** A vault file before it is registered. */
export type NewVaultFile = Pick<VaultFile, 'holder' | 'of' | 'ageFile'>;

export interface StationKeys {
  /** Empty for a field station. */
  readonly authoritySpkiDer: Uint8Array;
  readonly stationSpkiDer: Uint8Array;
  readonly stationCertificateDer: Uint8Array;
  readonly officerSigningSpkiDer: Uint8Array;
  readonly officerRecipient: string;
  readonly scansRecipient: string;
  readonly recoveryRecipient: string;
  /** Shown once, printed, read back; never stored. The sheets of a split follow each other. */
  readonly recoveryWords: readonly string[];
  readonly vaultFiles: readonly NewVaultFile[];
}

export interface AuthorityKeyRequest {
  readonly generation: number;
  readonly suite: KeySuite;
}

export interface StatementRequest {
  /** As it is registered, with the statement that vouches for it; absent, or without one, for a station's first statement. */
  readonly before?: Station;
  readonly next: Station;
  readonly officers: readonly StatedOfficer[];
  /** Beside who has opened the vault, where one alone does not do. */
  readonly second?: SecondOfficer;
}

export type StatementRefusal =
  /** The second officer's passphrase does not open the file, or it is nobody else than the first. */
  | { readonly type: 'DamagedOrWrongKey' }
  /** The statement that is registered is not this station's, or older than one that was proven. */
  | { readonly type: 'StatementInvalid' }
  /** The station's key does not sign this. */
  | { readonly type: 'NotStated'; readonly because: NotStated }
  | VaultLocked;

export interface AnchorOfficerRequest {
  readonly officerFile: Uint8Array;
  readonly passphrase: string;
  /** About to be committed: the file vouches for its links too. Absent: for those that the vault knows. */
  readonly statement?: SignedStatement;
}

export interface NewAuthorityKey {
  readonly spkiDer: Uint8Array;
  readonly ageFile: Uint8Array;
}

export interface UnlockRequest {
  readonly passphrase: string;
  readonly officerId: string;
  readonly first: readonly NewVaultFile[];
  readonly second: readonly NewVaultFile[];
  /** As they lie in the register: believed where their statement holds under the anchor, or where there is neither yet. */
  readonly station: Station;
  readonly officers: readonly StatedOfficer[];
}

export interface RecoveryRequest extends Omit<UnlockRequest, 'passphrase'> {
  readonly words: readonly string[];
}

export interface Unlocked {
  /** Ids (`holder:of`) of files whose first copy was damaged, or held another key, and that opened from the second. */
  readonly damaged: readonly string[];
  /** Ids of files that opened from the first copy, and whose second one would not have opened. */
  readonly damagedCopies: readonly string[];
  /** See `Custody.anchoredKeyHex`. */
  readonly anchoredKeyHex: string | null;
  /** What the rows say otherwise than the station's statement, which is what was believed. */
  readonly edited: readonly StatedPart[];
  /**
   * The file by which the secret vouches for the officers' chain as it is now, where it had seen less of it: the officer's own, or the words' anchor.
   * The caller commits it. Null where there is nothing new.
   */
  readonly vouching: NewVaultFile | null;
}

export type UnlockRefusal =
  /** The station states that this officer was removed. */
  | { readonly type: 'OfficerEnded' }
  /** age's own answer for a wrong passphrase and for a changed file is the same. */
  | { readonly type: 'DamagedOrWrongKey' }
  | { readonly type: 'VaultFileMissing'; readonly holder: string }
  /** The register speaks of another station, or of another key of it, than the secret vouches for. */
  | { readonly type: 'StationForeign' }
  /** The station's statement is missing, or not signed by the key that the secret vouches for. */
  | { readonly type: 'StatementInvalid' }
  /** It opened, and holds another key than the register names; so does its second copy, or that does not open. */
  | { readonly type: 'VaultKeyForeign'; readonly holder: string }
  | TypedRecoveryRefusal;

export interface ChangePassphraseRequest {
  readonly oldPassphrase: string;
  readonly newPassphrase: string;
  readonly officerFile: Uint8Array;
}

export interface RehearseRequest {
  readonly backup: Uint8Array;
  readonly secret: { readonly passphrase: string } | { readonly words: readonly string[] };
  /** Every generation's: the backup has to hold all of them. */
  readonly authorities: readonly AuthorityKey[];
  /** Of the present recovery secret: words or sheets of an earlier one open an earlier backup, and rehearse nothing. */
  readonly recoveryRecipient: string;
  /** What the backup's own anchor has to be, where it has one. */
  readonly anchor: StationAnchor;
}

export type RehearsalRefusal = UnlockRefusal | { readonly type: 'OtherKey' | 'WordsOfOtherStation' };

export interface Rehearsed {
  /** The anchor's file of a vault that has none yet, as the words vouch for it; only where the vault is open and anchored. */
  readonly anchorFile: NewVaultFile | null;
}

export interface SignRequest {
  /** A list is asked for alone. */
  readonly what: 'certificates' | 'crl' | 'certification-request';
  /** The station's record, which its own statement has to hold for: what the octets are examined against. */
  readonly station: Station;
  readonly tbs: readonly Uint8Array[];
  readonly suite: KeySuite;
  readonly spkiDer: Uint8Array;
  /** For certificates, one for each: the application whose signed approval it follows. None for the authority's own. */
  readonly approved?: readonly ApprovedApplication[];
}

export interface ApprovalRequest {
  /** As for `SignRequest`. */
  readonly station: Station;
  /** Who opened the vault. */
  readonly officer: string;
  readonly at: Instant;
  /** Examined, with every confirmation. */
  readonly applications: readonly ApprovedApplication[];
}

/** The signature did not verify: the key or the machine is suspect, and nothing was issued (D15). */
export type SignRefusal =
  { readonly type: 'SignatureSuspect' } | { readonly type: 'Locked' } | SignatureNotWarranted;

export interface DecryptBackupRequest {
  readonly backup: Uint8Array;
  readonly secret: BackupSecret;
}

export interface DecryptedBackup {
  /** A ZIP. */
  readonly octets: Uint8Array;
  /** Of which station and key the secret says that the backup may be; null where neither words nor file say one. */
  readonly anchor: StationAnchor | null;
}

export interface RestoreRequest {
  readonly files: readonly NewVaultFile[];
  readonly station: Station;
  readonly officers: readonly StatedOfficer[];
}

/** The recovery words; or an officer's passphrase beside the key backup that holds that officer's file. */
export type BackupSecret =
  { readonly words: readonly string[] } | { readonly passphrase: string; readonly keyBackup: Uint8Array };

export interface SubscriberKeyRequest {
  readonly suite: KeySuite;
  readonly subject: SubjectName;
  readonly passphrase: string;
  readonly friendlyName: string;
}

export interface SubscriberKey {
  readonly certificationRequestDer: Uint8Array;
  readonly spkiDer: Uint8Array;
  /** PKCS#12, or an age file for a suite without one (`carrierContainerOf`). */
  readonly carrier: Uint8Array;
}
