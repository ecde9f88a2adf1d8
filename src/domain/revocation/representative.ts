/** N-8.1 «немесе оның уәкілінің»: the order names no paper; by the office's own rule a representative shows a power of attorney. */
import { type CalendarDate, compareCalendarDates } from '#domain/base/calendar-date.ts';

export interface PowerOfAttorney {
  readonly number: string;
  readonly date: CalendarDate;
  /** Its last day. */
  readonly validUntil: CalendarDate;
  /** By whom it was given. */
  readonly issuer: string;
}

export interface Representative {
  /** Whole name, as the power of attorney writes it. */
  readonly name: string;
  readonly iin: string;
  readonly power: PowerOfAttorney;
}

export type PowerRefusal =
  | { readonly type: 'PowerIncomplete' }
  /** Not given yet, or over, on the day on which the application arrived. */
  | { readonly type: 'PowerNotInForce'; readonly date: CalendarDate; readonly validUntil: CalendarDate };

/** What is wrong with the power on the day on which the application arrived, or null. */
export function whyPowerUnfit(
  { name, iin, power }: Representative,
  arrivedOn: CalendarDate,
): PowerRefusal | null {
  const { number, date, validUntil, issuer } = power;
  if ([name, iin, number, issuer].some((text) => text.trim() === '')) return { type: 'PowerIncomplete' };
  const isInForce =
    compareCalendarDates(date, arrivedOn) <= 0 && compareCalendarDates(arrivedOn, validUntil) <= 0;
  return isInForce ? null : { type: 'PowerNotInForce', date, validUntil };
}
