import type { Split } from '#domain/base/recovery-share.ts';
import type { WordScript } from '#domain/base/spoken-words.ts';
import type { TypedRecoveryRefusal } from '#domain/base/typed-recovery.ts';
import type { Station } from '#domain/authority/station.ts';
import type { StatedOfficer } from '#domain/authority/station-statement.ts';
import type { VaultFile } from '#domain/authority/officer-record.ts';
import type { VaultLocked } from './custody-refusals.ts';

type File = Pick<VaultFile, 'holder' | 'of' | 'ageFile'>;

export interface NewRecoveryRequest {
  /** The present words, or as many present sheets as open: who can't show them renews nothing. */
  readonly words: readonly string[];
  /** Absent: one whole sheet. */
  readonly split?: Split;
  readonly wordScript: WordScript;
}

export interface NewRecovery {
  /** Shown once, printed, typed back; the sheets of a split follow each other. */
  readonly words: readonly string[];
}

export type NewRecoveryRefusal =
  | TypedRecoveryRefusal
  | VaultLocked
  /** Opened by the words alone, or by who is no administrator: an administrator opens it by passphrase. */
  | { readonly type: 'OfficerNotPresent' }
  | { readonly type: 'WordsOfOtherStation' };

export interface RenewRecoveryRequest {
  /** The new words, or as many new sheets as open, as they were typed back from the paper. */
  readonly words: readonly string[];
  readonly first: readonly File[];
  readonly second: readonly File[];
  readonly station: Station;
  readonly officers: readonly StatedOfficer[];
}

export interface RenewedVault {
  readonly recoveryRecipient: string;
  readonly split?: Split;
  /** Every file but the officers' own, encrypted anew. */
  readonly files: readonly File[];
}

/** Beside what an unlock can be refused for: the vault is opened with the new secret before it counts. */
export type RenewRecoveryRefusal =
  | VaultLocked
  | TypedRecoveryRefusal
  /** Nothing new was made in this vault since it was opened. */
  | { readonly type: 'RecoveryNotMade' };
