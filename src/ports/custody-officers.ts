/** What the key worker does where a station has more than one officer, and why it does not. */
import type { ApprovedApplication } from '#domain/application/approval.ts';
import type { VaultFile } from '#domain/authority/officer-record.ts';
import type { Role } from '#domain/authority/roles.ts';
import type { NotStated } from '#domain/authority/stated.ts';
import type { StatedOfficer } from '#domain/authority/station-statement.ts';
import type { SignedStatement, Station } from '#domain/authority/station.ts';
import type { Instant } from '#domain/base/instant.ts';
import type { VaultLocked } from './custody-refusals.ts';

type File = Pick<VaultFile, 'holder' | 'of' | 'ageFile'>;

/** Another officer at the desk, by the own passphrase. */
export interface SecondOfficer {
  readonly officerId: string;
  readonly passphrase: string;
  /** The officer's file as it lies in the vault. */
  readonly file: Uint8Array;
}

export interface ConfirmationRequest {
  /** As for `SignRequest`. */
  readonly station: Station;
  readonly application: ApprovedApplication;
  readonly clause: string;
  /** Who opened the vault. */
  readonly officer: string;
  readonly at: Instant;
}

export interface NewOfficerRequest {
  readonly passphrase: string;
  /** Typed once more: the file is opened with it. */
  readonly again: string;
}

export interface NewOfficer {
  readonly signingSpkiDer: Uint8Array;
  readonly ageRecipient: string;
  readonly officerFile: Uint8Array;
}

export interface OfficersRequest {
  /** As it is registered, with the statement that vouches for it and for the officers of before. */
  readonly before: Station;
  readonly next: Station;
  readonly officersBefore: readonly StatedOfficer[];
  readonly officers: readonly StatedOfficer[];
  /** Both copies of the vault. */
  readonly copies: { readonly first: readonly File[]; readonly second: readonly File[] };
  readonly second?: SecondOfficer;
}

export interface ChangedOfficers {
  readonly statement: SignedStatement;
  /** In the place of those that lie in the vault. */
  readonly vaultFiles: readonly File[];
}

export type OfficersRefusal =
  | { readonly type: 'StatementInvalid' | 'DamagedOrWrongKey' }
  | { readonly type: 'NotStated'; readonly because: NotStated }
  /** A file has to be encrypted anew that only an officer of these roles can open; or four eyes are set, and any other who works here will do. */
  | { readonly type: 'SecondOfficerNeeded'; readonly needed: readonly Role[]; readonly fourEyes?: true }
  | VaultLocked;
