/**
 * G-13: when an owner leaves or moves to another post, the authority is notified within three days of that day. The notice
 * is kept with both days, also when it is late; it is no ground by itself (G-12 has two): revocation follows on the body's
 * application.
 */
import type { Registered } from '#domain/audit/registered.ts';
import type { AuthorityRules } from '#domain/authority/rule-set.ts';
import { type CalendarDate, compareCalendarDates } from '#domain/base/calendar-date.ts';
import type { Instant } from '#domain/base/instant.ts';
import { type Result, err, ok } from '#domain/base/result.ts';
import type { HolidayTable } from '#domain/calendar/holiday-table.ts';
import { type Period, addPeriod } from '#domain/calendar/period.ts';
import { type DaysRefusal, daysRefusal } from '#domain/application/days.ts';

export type LeavingKind = 'left' | 'moved';

export interface LeavingFacts {
  readonly kind: LeavingKind;
  /** The day from whose morrow the three days run. */
  readonly leftOn: CalendarDate;
  /** When the body's notice came. */
  readonly noticedOn: CalendarDate;
  /** Number of the notice, and the day that stands on it, when it came in writing. */
  readonly noticeNumber?: string;
  readonly writtenOn?: CalendarDate;
}

export interface LeavingNotice extends Registered, LeavingFacts {
  /** Of the owner's certificate. */
  readonly serialNumber: string;
  /** Last day for the notice, as computed when it was entered. */
  readonly dueOn: CalendarDate;
  readonly enteredAt: Instant;
  readonly enteredBy: string;
}

export type LeavingRefusal =
  | { readonly type: 'LeavingInFuture'; readonly date: CalendarDate }
  | { readonly type: 'NoticeInFuture'; readonly date: CalendarDate }
  /** A notice of what has not happened yet is none: it is entered on the day. */
  | { readonly type: 'NoticeBeforeLeaving'; readonly leftOn: CalendarDate }
  | DaysRefusal;

/** What is wrong with the days, or null. */
export function examineLeaving(
  { leftOn, noticedOn, writtenOn }: Pick<LeavingFacts, 'leftOn' | 'noticedOn' | 'writtenOn'>,
  today: CalendarDate,
): LeavingRefusal | null {
  if (compareCalendarDates(leftOn, today) > 0) return { type: 'LeavingInFuture', date: leftOn };
  if (compareCalendarDates(noticedOn, today) > 0) return { type: 'NoticeInFuture', date: noticedOn };
  if (compareCalendarDates(noticedOn, leftOn) < 0) return { type: 'NoticeBeforeLeaving', leftOn };
  return daysRefusal({ arrivedOn: noticedOn, paperDate: writtenOn }, today);
}

/** The period for the notice; refused by rules that know none. */
export function noticePeriod(
  leftOn: CalendarDate,
  rules: Pick<AuthorityRules, 'periods'>,
  table: HolidayTable,
): Result<Period, { readonly type: 'NoLeavingHere' }> {
  const rule = rules.periods.noticeOfLeaving;
  return rule === undefined ? err({ type: 'NoLeavingHere' }) : ok(addPeriod(leftOn, rule, table));
}

export function isLateNotice({ noticedOn, dueOn }: Pick<LeavingNotice, 'noticedOn' | 'dueOn'>): boolean {
  return compareCalendarDates(noticedOn, dueOn) > 0;
}
