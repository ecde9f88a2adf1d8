import type { Instant } from '#domain/base/instant.ts';

/** The machine's clock, which may be wrong: operations compare it with the last audit record. */
export interface Clock {
  /** Whole seconds; the fraction is cut off. */
  now(): Instant;
}
