import type { CalendarDate } from '#domain/base/calendar-date.ts';
import { type Result, err, ok } from '#domain/base/result.ts';
import { type DaysDraft, type DaysFinding, type PaperDays, parseDays } from './days.ts';

/** What an application says, and when it was written and arrived. */
export interface HandedIn<Content> {
  readonly content: Content;
  readonly days: PaperDays;
}

/** Everything that is filled in wrongly, the days among it; what has a term or a beginning is judged on the day of the arrival. */
export function parseHandedIn<Content, Finding, Clause extends string>(
  draft: Partial<DaysDraft>,
  enteredOn: CalendarDate,
  clause: Clause,
  parse: (arrivedOn: CalendarDate) => Result<Content, readonly Finding[]>,
): Result<HandedIn<Content>, readonly (Finding | (DaysFinding & { readonly clause: Clause }))[]> {
  const { days, findings } = parseDays(draft, enteredOn);
  const parsed = parse(days.arrivedOn);
  const ofDays = findings.map((finding) => ({ ...finding, clause }));
  if (parsed.ok && ofDays.length === 0) return ok({ content: parsed.value, days });
  return err([...ofDays, ...(parsed.ok ? [] : parsed.error)]);
}
