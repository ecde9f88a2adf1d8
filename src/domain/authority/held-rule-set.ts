import type { CalendarDate } from '#domain/base/calendar-date.ts';
import type { Instant } from '#domain/base/instant.ts';

/** A set that the station passed to, and by what it did. */
export interface HeldRuleSet {
  readonly id: string;
  /** As the file had them: see `readRuleSet`. */
  readonly octets: Uint8Array;
  readonly sha256Hex: string;
  /** Day from which the station follows it. */
  readonly from: CalendarDate;
  /** The office's own order to pass to it. */
  readonly order: { readonly number: string; readonly date: CalendarDate };
  readonly at: Instant;
  readonly officer: string;
}
