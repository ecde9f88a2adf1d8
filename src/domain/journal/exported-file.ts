import type { Registered } from '#domain/audit/registered.ts';
import type { Instant } from '#domain/base/instant.ts';

export type ExportKind =
  | 'key-backup'
  | 'register-backup'
  | 'certificate'
  | 'certificate-mail'
  | 'key-carrier'
  | 'crl'
  | 'audit-log'
  | 'log-proof'
  | 'register-list'
  | 'certificate-archive'
  | 'salvage'
  | 'archive-package'
  | 'authority-certificate'
  | 'authority-answer'
  | 'pairing'
  | 'exchange-package'
  | 'exchange-list'
  | 'certification-request'
  | 'form';

/** A file that left the station; it counts only after it was read back (C12). */
export interface ExportedFile extends Registered {
  readonly kind: ExportKind;
  readonly fileName: string;
  readonly octets: number;
  readonly sha256Hex: string;
  readonly at: Instant;
  readonly officer: string;
  /** False when the browser only offered a download, which nobody can read back. */
  readonly readBack: boolean;
  readonly of?: string;
}
