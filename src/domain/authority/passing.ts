/**
 * When a station may pass to another act's rules (R-1, G-1, N-1): the page says it before anything is written, and the act judges by it.
 */
import { type CalendarDate, compareCalendarDates } from '#domain/base/calendar-date.ts';
import type { RuleSetFile } from './rule-set-file.ts';
import { type RuledStation, firstRuleSet } from './rule-sets.ts';
import type { AuthorityKind } from './station.ts';

/** Of the set itself, whatever the day is. */
export type SetRefusal =
  /** The station has, or had, a set of that name. */
  | { readonly type: 'RuleSetHeld'; readonly id: string }
  | { readonly type: 'RuleSetOfOtherAuthority'; readonly kind: AuthorityKind };

export type PassingRefusal =
  | SetRefusal
  | { readonly type: 'OrderNumberMissing' }
  /** The act that the set follows is not in force on that day, or not any more. */
  | { readonly type: 'ActNotInForce'; readonly date: CalendarDate }
  /** Rules begin to hold on a day that has come, and not before the order to follow them. */
  | { readonly type: 'PassingDayWrong'; readonly date: CalendarDate };

/** By what it is done. */
export interface Passing {
  /** Day from which the station follows the set. */
  readonly from: CalendarDate;
  /** The office's own order to pass to it. */
  readonly order: { readonly number: string; readonly date: CalendarDate };
}

/** Null for a set that the station could pass to on some day. */
export function whySetUnfit(
  { kind, ruleSet, heldRuleSets = [] }: RuledStation,
  { id, authorities }: RuleSetFile,
): SetRefusal | null {
  const isKnown = id === firstRuleSet || id === ruleSet || heldRuleSets.some((held) => held.id === id);
  if (isKnown) return { type: 'RuleSetHeld', id };
  return authorities[kind] === undefined ? { type: 'RuleSetOfOtherAuthority', kind } : null;
}

/** Null when the station passes to it. The day is not to come: on the day itself the act is done. */
export function whyNotPassed(
  station: RuledStation,
  file: RuleSetFile,
  { from, order }: Passing,
  today: CalendarDate,
): PassingRefusal | null {
  const unfit = whySetUnfit(station, file);
  if (unfit !== null) return unfit;
  if (order.number.trim() === '') return { type: 'OrderNumberMissing' };
  const { inForceFrom, repealed } = file.act;
  if (inForceFrom === 'first-official-publication' || compareCalendarDates(inForceFrom, from) > 0)
    return { type: 'ActNotInForce', date: from };
  if (repealed !== undefined && compareCalendarDates(repealed.on, from) <= 0)
    return { type: 'ActNotInForce', date: from };
  const last = station.heldRuleSets?.at(-1)?.from;
  const isTooEarly =
    compareCalendarDates(order.date, from) > 0 ||
    (last !== undefined && compareCalendarDates(last, from) > 0);
  return isTooEarly || compareCalendarDates(from, today) > 0 ? { type: 'PassingDayWrong', date: from } : null;
}
