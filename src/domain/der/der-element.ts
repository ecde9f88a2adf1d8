import type { DerProblem } from './der-refusal.ts';

/** One element of a DER file; `bytes` is the whole file, so that offsets in refusals are offsets of the file. */
export interface DerElement {
  readonly tag: number;
  readonly bytes: Uint8Array;
  /** Of the identifier octet. */
  readonly start: number;
  readonly contentStart: number;
  readonly end: number;
  /** Empty for a primitive element. */
  readonly children: readonly DerElement[];
}

/** A departure from DER that is met in the wild and changes no meaning; the caller says whether it refuses. */
export interface ToleratedDeviation {
  readonly problem: DerProblem;
  readonly offset: number;
}
