import type { AuditHead } from '#domain/audit/audit-record.ts';
import type { CopiesVerdict } from '#domain/exchange/compare-copies.ts';
import type { JournalOutcome } from './commit-journal.ts';
import type { Put } from './register-store.ts';

/** What stands beside the register and fails apart from it: the journal of commits, and markers of how far it has got. */
export interface RegisterCopies {
  /** Compares them with the register as they stand now; a tab that only reads asks the markers alone. */
  look(): Promise<CopiesVerdict>;
  /**
   * The register as the journal has it, every frame of it whole and its log verified; null where this is not so, and where its log
   * does not go through the head that the register has now. Of a damaged register's head only its place is believed.
   */
  journalled(register: {
    readonly head: AuditHead | null;
    readonly isDamaged: boolean;
  }): Promise<Journalled | null>;
  /** Brings the journal and the markers to where the register is; a journal that is not whole is begun anew. */
  bringUp(): Promise<JournalOutcome>;
  /** How the journal stood at the last commit, or the last look. */
  journalStanding(): Promise<JournalStanding>;
}

export interface Journalled {
  readonly head: AuditHead;
  readonly puts: readonly Put[];
}

/** `closed`: this browser has none for us, or not now. `behind`: it waits for room. */
export type JournalStanding = 'kept' | 'behind' | 'closed';
