import type { CancellationToken } from '#domain/base/cancellation.ts';
import type { Result } from '#domain/base/result.ts';
import type { MakeStationRefusal } from '#operations/station/make-station.ts';
import type { Custody } from '#ports/custody.ts';
import type { Desk } from '#ports/desk.ts';
import type { Media } from '#ports/media.ts';
import type { StrengthMeter } from '#ports/passphrase-strength.ts';
import type { CancellablePrinter } from '#ports/printer.ts';
import type { RegisterStore, Snapshot } from '#ports/register-store.ts';
import type { StoragePersistence } from '#ports/storage-persistence.ts';
import type { TableFile, TableSpec } from '#ports/table-file.ts';
import type { WriterLock } from '#ports/writer-lock.ts';
import type { Acts } from './acts.ts';

/** What comes back from a medium, a table, a passphrase that is typed: pages name these and not the ports. */
export type { OpenedFile, SaveOutcome } from '#ports/media.ts';
export type { PassphraseStrength } from '#ports/passphrase-strength.ts';
export type { TableColumnSpec, TableRead, TableRefusal } from '#ports/table-file.ts';

/** A reading of the register, as pages see it. */
export type Reading = Snapshot;

/** All that a page may ask for: to read, to act, to carry files, to print. Keys and adapters stay behind it. */
export interface Office {
  readonly acts: Acts;
  readonly store: Pick<RegisterStore, 'read' | 'subscribe'>;
  readonly custody: Pick<Custody, 'isUnlocked' | 'officerId' | 'isOpenByWords' | 'subscribe'>;
  readonly clock: Desk['clock'];
  readonly sha256: Desk['sha256'];
  readonly writer: Pick<WriterLock, 'role' | 'subscribe' | 'takeOver'>;
  readonly media: Media;
  readonly printer: CancellablePrinter;
  readonly measureStrength: StrengthMeter;
  readonly storage: StoragePersistence;
  readonly readTable: (file: Uint8Array, spec: TableSpec) => Promise<ReturnType<TableFile['read']>>;
  readonly writeTable: (
    headings: readonly string[],
    rows: readonly (readonly string[])[],
  ) => Promise<Uint8Array>;
  /** One ZIP file of files by their names. */
  readonly zip: (files: ReadonlyMap<string, Uint8Array>) => Promise<Uint8Array>;
  /** The demonstration station has a register of its own and is marked everywhere. */
  readonly demonstration: boolean;
  /** Of the demonstration station alone. */
  readonly trial?: Trial;
}

/** What a register of no legal value may have done to it, and no other. */
export interface Trial {
  /** Opens a station that was filled. */
  readonly passphrase: string;
  /** A station with some weeks behind it, of invented persons; only where there is none. */
  readonly fill: (options: TrialOptions) => Promise<Result<null, MakeStationRefusal>>;
  /** Takes the register away with everything beside it. The page begins anew; nothing of it goes on. */
  readonly remove: () => void;
}

export interface TrialOptions {
  readonly onProgress?: (done: number, total: number) => void;
  readonly cancellation?: CancellationToken;
}
