import type { Registered } from '#domain/audit/registered.ts';
import type { Instant } from '#domain/base/instant.ts';
import type { RoleEntry } from './roles.ts';

/** An officer's public half; the secret half is an age file in the vault. */
export interface OfficerRecord extends Registered {
  readonly name: string;
  readonly position: string;
  readonly addedAt: Instant;
  /** SubjectPublicKeyInfo of the P-256 key that signs this officer's acts. */
  readonly signingSpkiDer: Uint8Array;
  /** age recipient (`age1…`) that vault files are encrypted to. */
  readonly ageRecipient: string;
  /** As stated. Oldest first; the record stays when the last one says that the officer was removed. */
  readonly roles?: readonly RoleEntry[];
}

/** What is in the vault; each is one age file, kept in two copies. `anchor` holds no key: see `anchor.ts`. */
export type VaultHolder = 'officer' | 'station' | 'authority' | 'scans' | 'anchor';

export interface VaultFile extends Registered {
  readonly holder: VaultHolder;
  /** Officer's id for `officer`; generation of the key, from 1, otherwise. */
  readonly of: string;
  readonly ageFile: Uint8Array;
}

/** The files of one officer's secret and of every key, as one set that opens with one passphrase. */
export function vaultFileId(holder: VaultHolder, of: string): string {
  return `${holder}:${of}`;
}
