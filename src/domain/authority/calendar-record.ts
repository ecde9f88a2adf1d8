import type { Registered } from '#domain/audit/registered.ts';

/** A row of the office's table of moved days and of Kurban Ait, each with its source. */
export interface CalendarRow {
  readonly kind: 'kurban-ait' | 'moved-day';
  /** For `kurban-ait`: the day itself; for `moved-day`: the day off. */
  readonly off: string;
  /** For `moved-day`: the day that is worked instead. */
  readonly working?: string;
  readonly source: string;
}

/** The table as the office edited it; until then the one of the rule set applies. */
export interface CalendarRecord extends Registered {
  readonly rows: readonly CalendarRow[];
}
