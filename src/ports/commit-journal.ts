import type { JournalPut } from '#domain/exchange/journal-entry.ts';
import type { StationMarker } from '#domain/exchange/station-marker.ts';
import type { Change } from './register-store.ts';

/** A file that one worker alone has open; every call is synchronous. */
export interface JournalFile {
  size(): number;
  /** Shorter where the file ends before. */
  read(at: number, length: number): Uint8Array;
  /** False when there was no room; how much of it was written then is not said. */
  write(at: number, octets: Uint8Array): boolean;
  truncate(size: number): void;
  /** Returns when what was written is on the disk. */
  flush(): void;
}

/** Two files that a journal stands in by turns, and one that keeps room free. */
export interface JournalFiles {
  readonly slots: readonly [JournalFile, JournalFile];
  readonly reserve: JournalFile;
  close(): void;
}

/**
 * `closed`: this browser has no private file system, refuses it, or another tab has it open: the register stands alone. `empty`:
 * there is no journal, or nothing of one that could be used.
 */
export type JournalEnd =
  | { readonly type: 'closed' }
  | { readonly type: 'empty' }
  | { readonly type: 'whole' | 'damaged'; readonly marker: StationMarker };

/**
 * `behind`: there was no room, or the register moved on meanwhile; the next commit brings it up. `diverged`: it knows of more than
 * the register, or of something else; nothing was written.
 */
export type JournalOutcome = 'kept' | 'behind' | 'begun-anew' | 'diverged' | 'closed';

/** The second store of every commit, which fails apart from the first. */
export interface CommitJournal {
  /** Opens it if it is not open, and looks how far it reaches. */
  end(): Promise<JournalEnd>;
  /** Resolves when the commit is on the disk. */
  append(change: Change): Promise<JournalOutcome>;
  /** Brings it to where the register is: by what is missing, or all of it where there is no journal, or `anew`. */
  follow(options?: { readonly anew?: boolean }): Promise<JournalOutcome>;
  /** Whether it could be read from its first frame to its last. */
  isWhole(): Promise<boolean>;
  /** Everything that it holds, proved frame by frame; null when it can't be read to its end. */
  content(): Promise<readonly JournalPut[] | null>;
  /** Gives room back that was kept free; false when there is none to give. */
  freeReserve(): Promise<boolean>;
  /** Whether room is kept free, after it was tried to; null where there is no file for it. */
  takeReserve(): Promise<boolean | null>;
  /** Another tab is to write from now on. */
  release(): void;
}

/** What hears of a commit before it is acknowledged, and before the copies of the head move. Never rejects. */
export interface CommitFollower {
  committed(change: Change): Promise<void>;
  /** Everything was replaced: nothing that was told before counts. */
  replaced(): Promise<void>;
  /** The browser has broken the connection, as it does on a full disk: room that was kept free is given back first. */
  makeRoom(): Promise<void>;
}
