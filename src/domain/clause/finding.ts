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
  /** Of a field of a request that differs from the application: what its words are made of. */
  readonly compared?: {
    readonly difference: 'another' | 'place' | 'spelling';
    readonly label: string;
    readonly granted: string;
    readonly requested: string;
  };
}

export type Severity = 'must' | 'should' | 'notice';
