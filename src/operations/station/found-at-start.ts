import type { AuditHead } from '#domain/audit/audit-record.ts';
import type { Station } from '#domain/authority/station.ts';
import type { HeadState } from '#ports/register-store.ts';
import type { Trace } from './earlier-station.ts';

/** What was wrong with the store that was made anew from the other one. */
export type Rebuilt =
  | { readonly what: 'register'; readonly found: 'missing' | 'behind' | 'damaged'; readonly seq: number }
  | { readonly what: 'journal' };

export type Start =
  /** Nothing at all speaks of an earlier station. */
  | { readonly type: 'first-run' }
  /** The station's record is gone or contradicts the log, and this is still here: a restore, never a first run (J05). */
  | { readonly type: 'register-damaged'; readonly found: readonly Trace[] }
  /**
   * The register is gone and something still speaks of it: a restore, never a first run (E06). Null where that can't be read.
   */
  | { readonly type: 'register-missing'; readonly lastKnown: AuditHead | null }
  /** A copy of the head is ahead of the register: read only, until it is restored. */
  | { readonly type: 'rolled-back'; readonly station: Station }
  | {
      readonly type: 'ready';
      readonly station: Station;
      /** What was found of the head's second copy; unless it was `same`, it has been written again. */
      readonly headCopy: Exclude<HeadState, 'rollback'>;
      readonly abandoned: number;
      /** Of two stores one was made anew from the other. */
      readonly rebuilt?: Rebuilt;
      /** False where the register alone was looked at, and not yet what stands beside it. */
      readonly isCompared: boolean;
    };
