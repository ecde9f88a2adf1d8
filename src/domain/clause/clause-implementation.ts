/** Who keeps a clause: where it stands in the workflow, what enforces it, and which of the station's acts it governs. */
import type { ClauseId } from './clauses.ts';

/** Pages of the workflow, in the law's order. */
export type WorkflowStage =
  | 'today'
  | 'applications'
  | 'register'
  | 'revocations'
  | 'crl'
  | 'journals'
  | 'audit'
  | 'forms'
  | 'archive'
  | 'carriers'
  | 'media'
  | 'station';

/** What of the register is counted as governed by a clause; `domain/journal/governed-acts.ts` counts it. */
export type Measure =
  | 'applications'
  /** Applications on the form that the clause asks for. */
  | 'applications-on-form'
  /** An officer's confirmation by the name of the clause. */
  | 'confirmations'
  /** Late after the period of the rules, where they set one. */
  | 'application-decisions'
  | 'refusals'
  | 'certificates'
  | 'deliveries'
  | 'revocation-cases'
  /** Cases whose ground rests on this clause. */
  | 'cases-on-ground'
  | 'electronic-applications'
  /** Notices that an owner left; late where they came after their last day. */
  | 'leaving-notices'
  /** Owners told of a revocation; late after the last day, or still untold when it is over. */
  | 'owner-notices'
  | 'letters'
  | 'carriers'
  /** Late after the day that stands in the case. */
  | 'revocation-decisions'
  | 'revoked-certificates'
  | 'published-crls'
  | 'backups'
  | 'kept-certificates'
  /** Late when the last day of keeping is over and they are still in the register. */
  | 'kept-crls';

/** A name that a module below `src` exports. Rules of the examination say their clauses themselves and do not stand here. */
export interface CodeKeeper {
  readonly module: string;
  readonly name: string;
}

export interface ClauseImplementation {
  readonly stage: WorkflowStage;
  readonly code: readonly CodeKeeper[];
  /** Absent for what is no act: a definition, a condition that always holds. */
  readonly measure?: Measure;
}

export type Implementations<Id extends ClauseId> = Readonly<Record<Id, ClauseImplementation>>;

export function code(module: string, ...names: readonly string[]): readonly CodeKeeper[] {
  return names.map((name) => ({ module, name }));
}
