/**
 * Three days of a paper: the one that stands on it, the one on which it arrived, the one on which it was entered. The periods of
 * R-12, G-14 and N-9 run from the arrival; a form prints the paper's own day.
 */
import { type CalendarDate, compareCalendarDates, daysBetween } from '#domain/base/calendar-date.ts';
import { type Instant, calendarDateOf } from '#domain/base/instant.ts';

/** Both are absent on records of before, and where they are the day of entering. */
export interface DaysOfPaper {
  readonly arrivedOn?: CalendarDate | undefined;
  readonly writtenOn?: CalendarDate | undefined;
}

export type ArrivalRefusal =
  | { readonly type: 'ArrivalInFuture'; readonly date: CalendarDate }
  | { readonly type: 'PaperAfterArrival'; readonly date: CalendarDate; readonly arrivedOn: CalendarDate };

/** What is wrong with the days on the day of entering, or null. */
export function whyArrivalWrong(
  { arrivedOn, writtenOn }: DaysOfPaper,
  today: CalendarDate,
): ArrivalRefusal | null {
  const arrived = arrivedOn ?? today;
  if (compareCalendarDates(arrived, today) > 0) return { type: 'ArrivalInFuture', date: arrived };
  if (writtenOn !== undefined && compareCalendarDates(writtenOn, arrived) > 0)
    return { type: 'PaperAfterArrival', date: writtenOn, arrivedOn: arrived };
  return null;
}

type Entered = DaysOfPaper & { readonly receivedAt: Instant };

export function arrivedOnOf({ arrivedOn, receivedAt }: Entered): CalendarDate {
  return arrivedOn ?? calendarDateOf(receivedAt);
}

/** «Күні» of the form. */
export function writtenOnOf(paper: Entered): CalendarDate {
  return paper.writtenOn ?? arrivedOnOf(paper);
}

/** Days between arrival and entering; 0 where it was entered when it came. */
export function daysUntilEntered(paper: Entered): number {
  return daysBetween(arrivedOnOf(paper), calendarDateOf(paper.receivedAt));
}
