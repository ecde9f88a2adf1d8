import type { AuditHead, AuditRecord } from '#domain/audit/audit-record.ts';
import type { VaultFile } from '#domain/authority/officer-record.ts';
import type {
  CollectionName,
  Collections,
  Draft,
  IndexKey,
  IndexName,
} from '#domain/exchange/collections.ts';

export interface ListQuery<C extends CollectionName> {
  readonly index?: IndexName<C>;
  /** Equal to this key. */
  readonly only?: IndexKey;
  /** Keys strictly after (or, in reverse, before) this one: a keyset page. */
  readonly after?: IndexKey;
  readonly from?: IndexKey;
  readonly to?: IndexKey;
  readonly limit?: number;
  readonly reverse?: boolean;
}

/** A row as it lies in the store, whoever wrote it: the record may be anything. */
export interface StoredRow {
  /** The key that it lies under. */
  readonly key: string;
  readonly record: unknown;
  /** The index keys that it is found by. */
  readonly keys: { readonly [index: string]: unknown };
}

/** What lies under one key: the record of that id, or those that an index has there. */
export interface Question {
  readonly collection: CollectionName;
  /** Absent: `key` is the id. */
  readonly index?: string;
  readonly key: IndexKey;
}

/** A reading as of one version. Each call is a transaction of its own; `commit` refuses when the version moved. */
export interface Snapshot {
  readonly version: number;
  readonly head: AuditHead | null;
  get<C extends CollectionName>(collection: C, id: string): Promise<Collections[C] | undefined>;
  list<C extends CollectionName>(collection: C, query?: ListQuery<C>): Promise<Collections[C][]>;
  count<C extends CollectionName>(collection: C, query?: ListQuery<C>): Promise<number>;
  /** At most `limit` rows in the order of their storage keys, those after the key `after`. */
  rows(
    collection: CollectionName,
    query: { readonly after?: string; readonly limit: number },
  ): Promise<readonly StoredRow[]>;
  /**
   * The records for each question, in one transaction: many that are asked for one by one cost their asking. Absent where nothing is
   * gained by it.
   */
  together?(questions: readonly Question[]): Promise<readonly (readonly object[])[]>;
}

export type Put = {
  [C in CollectionName]: {
    readonly collection: C;
    readonly record: Collections[C];
    /** The record takes no other one's place: where one of its id is, the commit is refused as `key-taken`. */
    readonly isNew?: true;
  };
}[CollectionName];

export interface Removal {
  readonly collection: CollectionName;
  readonly id: string;
}

export interface Change {
  readonly puts: readonly Put[];
  readonly removals: readonly Removal[];
  /** Chained to `Snapshot.head`; empty only for device facts. */
  readonly audit: readonly AuditRecord[];
}

export type CommitOutcome =
  | { readonly type: 'committed'; readonly version: number }
  /** Somebody committed since the snapshot was read: read again. */
  | { readonly type: 'version-moved'; readonly version: number }
  /** The first put, in their order, whose unique key another record has; nothing was written. */
  | { readonly type: 'key-taken'; readonly collection: CollectionName }
  /** The disk is full: nothing was written. */
  | { readonly type: 'no-room' };

/** A draft is written, or it is not: nobody else writes the same one. */
export type DraftOutcome = { readonly type: 'kept' } | { readonly type: 'no-room' };

export type HeadState = 'same' | 'register-ahead' | 'rollback' | 'copy-missing';

/**
 * What is found at a start. `missing`: the register is gone and something beside it still speaks of it, which is never shown as a
 * first run (E06); null where that can't be read.
 */
export type StoreState =
  | { readonly type: 'empty' }
  | { readonly type: 'present'; readonly head: HeadState }
  | { readonly type: 'missing'; readonly lastKnown: AuditHead | null };

/** The register on this computer. Every write is one strict transaction; after it the head's second copy follows. */
export interface RegisterStore {
  /** `itself`: without what stands beside the register's own databases, which takes longer to ask. */
  state(of?: 'itself'): Promise<StoreState>;
  read(): Promise<Snapshot>;
  commit(baseVersion: number, change: Change): Promise<CommitOutcome>;
  /** The second copy of the head; null when there is none. */
  headCopy(): Promise<AuditHead | null>;

  /**
   * A form is typed in many times a minute, and nothing rests on it: a draft is as durable as a commit, but no version moves,
   * no listener hears of it, and an act that is being planned goes on.
   */
  putDraft(draft: Draft): Promise<DraftOutcome>;
  removeDraft(id: string): Promise<DraftOutcome>;
  /** Writes the second copy of the head again from the register: after a crash between the two commits. */
  repairHead(): Promise<void>;
  /** The vault's second copy. */
  vaultCopy(): Promise<readonly VaultFile[]>;
  /**
   * Replaces an empty or rolled-back register by a verified backup, in one transaction; what is in no backup stays. After a
   * taken key everything is as it was.
   */
  replaceAll(puts: readonly Put[]): Promise<CommitOutcome>;
  /** Told of each commit, here or in another tab; never of a draft. */
  subscribe(listener: () => void): () => void;
  close(): void;
}
