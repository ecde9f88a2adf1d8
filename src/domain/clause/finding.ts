/** A broken rule, as an examination reports it: `must` blocks, `should` asks for a written reason, `notice` is shown. */
export interface Finding {
  readonly ruleId: string;
  /** Ids of clauses of the order, `N-5.1`; empty where only a standard asks. */
  readonly clauses: readonly string[];
  /** The standard and its section. */
  readonly source: string;
  readonly severity: Severity;
  /** What was seen, as data in a few words: `65 letters, at most 64`. */
  readonly observed: string;
}

export type Severity = 'must' | 'should' | 'notice';
