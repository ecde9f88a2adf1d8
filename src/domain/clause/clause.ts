/** A clause of the order: its id is the one name by which code, tests and papers speak of it. */
export interface Clause {
  /** Short letter of the rules (R, G, N), number, sub-item: `R-11.3`. */
  readonly id: string;
  /** The order's own words; spacing and letters of the wrong alphabet put right, nothing else. */
  readonly kk: string;
  /** What it says, in short; no official translation. */
  readonly ru: string;
  readonly en: string;
  /** Who keeps it: a path below `src`. */
  readonly implementation: string;
}
