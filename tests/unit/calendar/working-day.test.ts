import { describe, expect, it } from 'vitest';
import {
  addDays,
  type CalendarDate,
  formatCalendarDate,
  parseCalendarDate,
} from '#domain/base/calendar-date.ts';
import { announcedDays } from '#domain/calendar/announced-days.ts';
import { isYearAnnounced } from '#domain/calendar/holiday-table.ts';
import { isWorkingDay } from '#domain/calendar/working-day.ts';

function day(text: string): CalendarDate {
  const date = parseCalendarDate(text);
  if (date === null) throw new Error(text);
  return date;
}

function movedHolidays(year: number): string[] {
  const found: string[] = [];
  for (
    let date = day(`${String(year)}-01-01`);
    date.startsWith(String(year)) && found.length < 50;
    date = addDays(date, 1)
  ) {
    if (isWorkingDay(date, announcedDays).reason.type === 'MovedHoliday')
      found.push(formatCalendarDate(date).slice(0, 5));
  }
  return found;
}

describe('the official calendars of Kazakhstan', () => {
  it.each([
    [2014, ['10.03', '24.03', '25.03', '07.07', '01.09']],
    [2015, ['09.03', '24.03', '25.03', '11.05', '31.08']],
    [2016, ['04.01', '02.05', '10.05', '19.12']],
    [2017, ['03.01', '08.05', '18.12', '19.12']],
    [2022, ['03.01', '04.01', '02.05', '10.05']],
    [2023, ['03.01', '08.05', '18.12']],
    [2025, ['10.03', '24.03', '25.03', '07.07', '01.09', '27.10']],
    [2026, ['09.03', '24.03', '25.03', '11.05', '26.10']],
  ])('in %i the holidays on days off moved as announced', (year, dates) => {
    expect(movedHolidays(year)).toEqual(dates);
  });

  it('a day off that the Government moved is off, and its Saturday is worked', () => {
    expect(isWorkingDay(day('2022-03-07'), announcedDays)).toMatchObject({
      working: false,
      reason: { type: 'MovedDayOff', working: '2022-03-05' },
    });
    expect(isWorkingDay(day('2022-03-05'), announcedDays)).toMatchObject({
      working: true,
      reason: { type: 'DeclaredWorking', insteadOf: '2022-03-07' },
    });
    expect(isWorkingDay(day('2020-05-11'), announcedDays).working).toBe(true);
  });

  it('in 2014 three days were moved, two of them to a worked Sunday', () => {
    for (const [off, worked] of [
      ['2014-01-03', '2013-12-28'],
      ['2014-05-02', '2014-05-04'],
      ['2014-05-08', '2014-05-11'],
    ] as const) {
      expect(isWorkingDay(day(off), announcedDays)).toMatchObject({
        working: false,
        reason: { type: 'MovedDayOff', working: worked },
      });
      expect(isWorkingDay(day(worked), announcedDays).working).toBe(true);
    }
    // Of 1 to 11 May 2014 these were worked, as the newspapers counted them then.
    const worked = Array.from({ length: 11 }, (_, n) => addDays(day('2014-05-01'), n)).filter(
      (date) => isWorkingDay(date, announcedDays).working,
    );
    expect(worked).toEqual(['2014-05-04', '2014-05-05', '2014-05-06', '2014-05-11']);
  });

  it('7 January and Kurban Ait are off and are not moved from a weekend', () => {
    expect(isWorkingDay(day('2023-01-07'), announcedDays).reason.type).toBe('OrthodoxChristmas');
    expect(isWorkingDay(day('2023-01-09'), announcedDays).working).toBe(true);
    expect(isWorkingDay(day('2024-06-16'), announcedDays).reason.type).toBe('KurbanAit');
    expect(isWorkingDay(day('2024-06-17'), announcedDays).working).toBe(true);
  });

  it.each([
    ['2021-12-17', false],
    ['2022-12-19', true],
    ['2021-12-01', false],
    ['2022-12-01', true],
    ['2012-05-07', true],
    ['2013-05-07', false],
    ['2026-08-31', true],
    ['2021-10-25', true],
    ['2027-03-15', false],
    ['2026-03-16', true],
  ])('%s follows the list of holidays of its own year', (text, working) => {
    expect(isWorkingDay(day(text), announcedDays).working).toBe(working);
  });

  it('2026 is announced, 2027 is only computed and 2028 unknown', () => {
    expect([2015, 2026, 2027, 2028].map((year) => isYearAnnounced(year, announcedDays))).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});
