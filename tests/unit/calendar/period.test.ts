import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  type CalendarDate,
  compareCalendarDates,
  parseCalendarDate,
} from '#domain/base/calendar-date.ts';
import { announcedDays } from '#domain/calendar/announced-days.ts';
import { addCalendarDays, addWorkingDays, workingDaysLeft } from '#domain/calendar/period.ts';
import { isWorkingDay } from '#domain/calendar/working-day.ts';

function day(text: string): CalendarDate {
  const date = parseCalendarDate(text);
  if (date === null) throw new Error(text);
  return date;
}

const anyDay = fc.integer({ min: 0, max: 365 * 14 }).map((n) => addDays(day('2014-01-01'), n));

describe('periods in working days', () => {
  it('[N-9] two working days from Thursday 5 March 2026 end on Tuesday the 10th: the 9th is a moved holiday', () => {
    const period = addWorkingDays(day('2026-03-05'), 2, announcedDays);
    expect(period.dueOn).toBe('2026-03-10');
    expect(period.dueAt).toBe('2026-03-10T18:59:59Z');
    expect(period.days.map(({ date, number, reason }) => [date, number, reason.type])).toEqual([
      ['2026-03-06', 1, 'Weekday'],
      ['2026-03-07', undefined, 'Weekend'],
      ['2026-03-08', undefined, 'Holiday'],
      ['2026-03-09', undefined, 'MovedHoliday'],
      ['2026-03-10', 2, 'Weekday'],
    ]);
    expect(period.unannouncedYears).toEqual([]);
  });

  it('[R-7] fifteen working days are counted over Nauryz', () => {
    expect(addWorkingDays(day('2026-03-16'), 15, announcedDays).dueOn).toBe('2026-04-09');
  });

  it('a period that reaches a year without an announced table says so', () => {
    expect(addWorkingDays(day('2026-12-30'), 2, announcedDays).unannouncedYears).toEqual([2027]);
  });

  it('Kurban Ait alone makes no year known: the days that the Government moves are announced by others', () => {
    const kurbanAit = { kind: 'kurban-ait', off: day('2027-05-16'), source: 'хабарлама' } as const;
    const announced = [...announcedDays.filter(({ calculated }) => calculated !== true), kurbanAit];
    expect(addWorkingDays(day('2026-12-30'), 2, announced).unannouncedYears).toEqual([2027]);
    const moved = {
      kind: 'moved-day',
      off: day('2027-03-05'),
      working: day('2027-03-06'),
      source: 'қаулы',
    } as const;
    expect(addWorkingDays(day('2026-12-30'), 2, [...announced, moved]).unannouncedYears).toEqual([]);
  });

  it('says so of every year that it goes through, in the years before the table too', () => {
    expect(addWorkingDays(day('2012-12-27'), 15, announcedDays).unannouncedYears).toEqual([2012, 2013]);
    expect(addCalendarDays(day('2026-12-01'), 800, announcedDays).unannouncedYears).toEqual([
      2027, 2028, 2029,
    ]);
    expect(addWorkingDays(day('2014-04-28'), 4, announcedDays)).toMatchObject({
      dueOn: '2014-05-05',
      unannouncedYears: [],
    });
  });

  it('ends on a working day, has exactly its length of counted days, and as many are left at its start', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 40 }), (from, length) => {
        const { days, dueOn } = addWorkingDays(from, length, announcedDays);
        expect(isWorkingDay(dueOn, announcedDays).working).toBe(true);
        expect(days.filter(({ number }) => number !== undefined)).toHaveLength(length);
        expect(workingDaysLeft(from, dueOn, announcedDays)).toBe(length);
        expect(workingDaysLeft(dueOn, from, announcedDays)).toBe(-length);
      }),
    );
  });
});

describe('periods in calendar days', () => {
  it('[G-13] three days from Wednesday end on Monday, since Saturday is a day off', () => {
    const period = addCalendarDays(day('2026-07-15'), 3, announcedDays);
    expect(period.dueOn).toBe('2026-07-20');
    expect(period.days.map(({ number }) => number)).toEqual([1, 2, 3, undefined, undefined]);
  });

  it('never end before their length is over', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 40 }), (from, length) => {
        const { dueOn } = addCalendarDays(from, length, announcedDays);
        expect(compareCalendarDates(dueOn, addDays(from, length))).toBeGreaterThanOrEqual(0);
        expect(isWorkingDay(dueOn, announcedDays).working).toBe(true);
      }),
    );
  });
});

describe('working days left', () => {
  it('is 0 on the last day, 1 the day before, and negative once it is missed', () => {
    const due = day('2026-03-10');
    expect(workingDaysLeft(due, due, announcedDays)).toBe(0);
    expect(workingDaysLeft(day('2026-03-06'), due, announcedDays)).toBe(1);
    expect(workingDaysLeft(day('2026-03-12'), due, announcedDays)).toBe(-2);
  });
});
