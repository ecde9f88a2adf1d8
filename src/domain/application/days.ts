/**
 * Three days of an application, a letter or a notice: that on its paper, which forms print, that of its arrival, from which the periods run
 * (R-7, R-12, G-14, N-9), and that of its entering. They follow one another in this order; where nothing was typed they are one.
 */
import {
  type CalendarDate,
  type TypedDateRefusal,
  compareCalendarDates,
  daysBetween,
  formatCalendarDate,
  parseTypedDate,
} from '#domain/base/calendar-date.ts';
import { type Instant, calendarDateOf } from '#domain/base/instant.ts';

/** As a record keeps them; absent from those registered before they were asked for. */
export interface KeptDays {
  readonly arrivedOn?: CalendarDate;
  readonly paperDate?: CalendarDate;
  /** «Күні»: so a case of revocation calls its paper's day. */
  readonly writtenOn?: CalendarDate;
  readonly receivedAt: Instant;
}

export interface PaperDays {
  readonly arrivedOn: CalendarDate;
  readonly paperDate: CalendarDate;
}

/** What was said of them; absent: the day of entering, and any. */
interface SaidDays {
  readonly arrivedOn?: CalendarDate | undefined;
  readonly paperDate?: CalendarDate | undefined;
}

/** As typed, дд.мм.жжжж; empty for the day of entering, and for the day of arrival. */
export interface DaysDraft {
  arrivedOn: string;
  paperDate: string;
}

export type DaysRefusal =
  | { readonly type: 'ArrivedAfterEntering'; readonly enteredOn: CalendarDate }
  | { readonly type: 'PaperAfterArrival'; readonly date: CalendarDate; readonly arrivedOn: CalendarDate };

export interface DaysFinding {
  readonly field: keyof DaysDraft;
  readonly refusal: DaysRefusal | TypedDateRefusal;
}

export function arrivalOf({ arrivedOn, receivedAt }: KeptDays): CalendarDate {
  return arrivedOn ?? calendarDateOf(receivedAt);
}

export function paperDayOf(days: KeptDays): CalendarDate {
  return days.paperDate ?? days.writtenOn ?? arrivalOf(days);
}

/** Days between arrival and entering; 0 where it was entered when it came. */
export function daysUntilEntered(days: KeptDays): number {
  return daysBetween(arrivalOf(days), calendarDateOf(days.receivedAt));
}

/** It was entered on a later day than it arrived. */
export function isEnteredLate(days: KeptDays): boolean {
  return daysUntilEntered(days) > 0;
}

/** Null where the days follow one another. */
export function daysRefusal(
  { arrivedOn: arrived, paperDate }: SaidDays,
  enteredOn: CalendarDate,
): DaysRefusal | null {
  const arrivedOn = arrived ?? enteredOn;
  if (compareCalendarDates(arrivedOn, enteredOn) > 0) return { type: 'ArrivedAfterEntering', enteredOn };
  return paperDate !== undefined && compareCalendarDates(paperDate, arrivedOn) > 0
    ? { type: 'PaperAfterArrival', date: paperDate, arrivedOn }
    : null;
}

/** The days as typed; what could not be read counts as the day of entering, beside its finding. */
export function parseDays(
  draft: Partial<DaysDraft>,
  enteredOn: CalendarDate,
): { readonly days: PaperDays; readonly findings: readonly DaysFinding[] } {
  const findings: DaysFinding[] = [];
  const read = (field: keyof DaysDraft, otherwise: CalendarDate): CalendarDate => {
    const typed = draft[field] ?? '';
    if (typed.trim() === '') return otherwise;
    const date = parseTypedDate(typed);
    if (date.ok) return date.value.date;
    findings.push({ field, refusal: date.error });
    return otherwise;
  };
  const arrivedOn = read('arrivedOn', enteredOn);
  const days = { arrivedOn, paperDate: read('paperDate', arrivedOn) };
  const refusal = findings.length > 0 ? null : daysRefusal(days, enteredOn);
  if (refusal !== null)
    findings.push({ field: refusal.type === 'PaperAfterArrival' ? 'paperDate' : 'arrivedOn', refusal });
  return { days, findings };
}

/** For a form in which the application is corrected. */
export function daysDraftOf(days: KeptDays): DaysDraft {
  return {
    arrivedOn: formatCalendarDate(arrivalOf(days)),
    paperDate: formatCalendarDate(paperDayOf(days)),
  };
}
