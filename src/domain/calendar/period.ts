/**
 * Periods of the order. A period runs from the day after the event and ends at the end of its last day in Asia/Almaty.
 * «Жұмыс күні» are working days; plain «күн» are calendar days, which, when they end on a day off, end on the next
 * working day (the office's own rule: the order is silent).
 */
import { addDays, type CalendarDate, compareCalendarDates } from '#domain/base/calendar-date.ts';
import { endOfDay, type Instant } from '#domain/base/instant.ts';
import { type HolidayTable, isYearAnnounced } from './holiday-table.ts';
import { type DayReason, isWorkingDay } from './working-day.ts';

export interface PeriodDay {
  readonly date: CalendarDate;
  /** The day's number in the period, from 1; absent for a day that does not count. */
  readonly number?: number;
  readonly reason: DayReason;
}

/** A computed period with all that led to it, so that an officer can follow the date day by day. */
export interface Period {
  readonly unit: 'working-days' | 'calendar-days';
  readonly length: number;
  /** The day of the event; the first day that counts is later. */
  readonly eventOn: CalendarDate;
  readonly dueOn: CalendarDate;
  /** Last second of `dueOn`. */
  readonly dueAt: Instant;
  /** From the day after the event to `dueOn`. */
  readonly days: readonly PeriodDay[];
  /** Years it touches for which no table is announced: the date may still change. */
  readonly unannouncedYears: readonly number[];
}

/** A period as a rule set has it, in working or in calendar days. */
export function addPeriod(
  eventOn: CalendarDate,
  { length, unit }: Pick<Period, 'length' | 'unit'>,
  table: HolidayTable,
): Period {
  return unit === 'working-days'
    ? addWorkingDays(eventOn, length, table)
    : addCalendarDays(eventOn, length, table);
}

/** `length` working days after the day of the event; with 0 it is due on that day itself. */
export function addWorkingDays(eventOn: CalendarDate, length: number, table: HolidayTable): Period {
  const days: PeriodDay[] = [];
  let date = eventOn;
  for (let counted = 0; counted < length;) {
    date = addDays(date, 1);
    const { working, reason } = isWorkingDay(date, table);
    if (working) counted++;
    days.push(working ? { date, number: counted, reason } : { date, reason });
  }
  return buildPeriod('working-days', eventOn, length, date, days, table);
}

/** `length` days after the day of the event, and on to the next working day when that is a day off. */
export function addCalendarDays(eventOn: CalendarDate, length: number, table: HolidayTable): Period {
  const days: PeriodDay[] = [];
  let date = eventOn;
  for (let number = 1; number <= length; number++) {
    date = addDays(date, 1);
    days.push({ date, number, reason: isWorkingDay(date, table).reason });
  }
  while (!isWorkingDay(date, table).working) {
    date = addDays(date, 1);
    days.push({ date, reason: isWorkingDay(date, table).reason });
  }
  return buildPeriod('calendar-days', eventOn, length, date, days, table);
}

/**
 * Working days after `today` up to and with `dueOn`: 0 on the last day itself; when it is past, minus the working days
 * that went by since.
 */
export function workingDaysLeft(today: CalendarDate, dueOn: CalendarDate, table: HolidayTable): number {
  const late = compareCalendarDates(today, dueOn) > 0;
  const [from, to] = late ? [dueOn, today] : [today, dueOn];
  let count = 0;
  for (let date = from; compareCalendarDates(date, to) < 0;) {
    date = addDays(date, 1);
    if (isWorkingDay(date, table).working) count++;
  }
  return late ? -count : count;
}

function buildPeriod(
  unit: Period['unit'],
  eventOn: CalendarDate,
  length: number,
  dueOn: CalendarDate,
  days: readonly PeriodDay[],
  table: HolidayTable,
): Period {
  const [first, last] = [Number(eventOn.slice(0, 4)), Number(dueOn.slice(0, 4))];
  const years = Array.from({ length: last - first + 1 }, (_, n) => first + n);
  const unannouncedYears = years.filter((year) => !isYearAnnounced(year, table));
  return { unit, length, eventOn, dueOn, dueAt: endOfDay(dueOn), days, unannouncedYears };
}
