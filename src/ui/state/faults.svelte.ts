import { Fault } from '#domain/base/fault.ts';

/** Where it came to light: in an act, while a page was drawn, at the start, or in nobody's hands. */
export type FaultPlace = 'act' | 'page' | 'start' | 'background';

export interface SeenFault {
  readonly place: FaultPlace;
  /** A `FaultCode`, or the names of the classes of an error and of its cause: `TransactionAborted/QuotaExceededError`. */
  readonly code: string;
  readonly error: unknown;
}

/** Where faults end: the last one is shown until the officer puts it away. */
export class Faults {
  last = $state.raw<SeenFault>();

  report(place: FaultPlace, error: unknown): void {
    // One that an act has told of may come by once more as an unhandled rejection.
    if (this.last?.error === error) return;
    this.last = seenFault(place, error);
    // What was caught is still a fault to the browser's own tools, and to whoever drives it.
    if (place !== 'background') globalThis.reportError(error);
  }

  dismiss(): void {
    this.last = undefined;
  }
}

export function seenFault(place: FaultPlace, error: unknown): SeenFault {
  return { place, code: codeOf(error), error };
}

function codeOf(error: unknown): string {
  if (error instanceof Fault) return error.code;
  if (!(error instanceof Error)) return typeof error;
  return error.cause instanceof Error ? `${error.name}/${error.cause.name}` : error.name;
}
