import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addCalendarYears,
  addDays,
  addMonths,
  type CalendarDate,
  compareCalendarDates,
  daysBetween,
  formatCalendarDate,
  parseCalendarDate,
  parseTypedDate,
  weekdayOf,
} from '#domain/base/calendar-date.ts';

function day(text: string): CalendarDate {
  const date = parseCalendarDate(text);
  if (date === null) throw new Error(text);
  return date;
}

const anyDay = fc.integer({ min: -60_000, max: 900_000 }).map((n) => addDays(day('1970-01-01'), n));

describe('a calendar day', () => {
  it.each([
    '2026-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-1-2',
    '1799-12-31',
    '2026-01-31T00:00:00Z',
    ' 2026-01-31',
  ])('is not read from %j', (text) => {
    expect(parseCalendarDate(text)).toBeNull();
  });

  it('knows its weekday', () => {
    expect([
      weekdayOf(day('2026-03-09')),
      weekdayOf(day('1969-12-28')),
      weekdayOf(day('2000-02-29')),
    ]).toEqual([1, 7, 2]);
  });

  it('a year after 29 February is 28 February, a month after 31 January its last day', () => {
    expect(addCalendarYears(day('2024-02-29'), 1)).toBe('2025-02-28');
    expect(addCalendarYears(day('2024-02-29'), 4)).toBe('2028-02-29');
    expect(addMonths(day('2026-01-31'), 1)).toBe('2026-02-28');
    expect(addMonths(day('2026-01-31'), -2)).toBe('2025-11-30');
  });

  it('adding days and counting them agree, and text order is time order', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -800, max: 800 }), (from, days) => {
        const to = addDays(from, days);
        expect(daysBetween(from, to)).toBe(days);
        expect(compareCalendarDates(from, to)).toBe(Math.sign(-days) + 0);
        expect((weekdayOf(from) + days - weekdayOf(to)) % 7).toBeCloseTo(0);
      }),
    );
  });
});

describe('a date as typed', () => {
  it('reads back every day as it is written', () => {
    fc.assert(
      fc.property(anyDay, (date) => {
        expect(parseTypedDate(formatCalendarDate(date))).toEqual({ ok: true, value: { date } });
      }),
    );
  });

  it.each([
    ['31.1.2026', '31.01.2026'],
    [' 1.2.2026 ', '01.02.2026'],
    ['2026-01-31', '31.01.2026'],
  ])('[H06] %j is taken and shown as %j', (typed, shown) => {
    expect(parseTypedDate(typed)).toMatchObject({ ok: true, value: { normalisedText: shown } });
  });

  it.each([
    ['1/2/2026', 'AmbiguousDate'],
    ['2026/1/2', 'AmbiguousDate'],
    ['2026.01.02', 'AmbiguousDate'],
    ['01.02.26', 'AmbiguousDate'],
    ['1-2-2026', 'AmbiguousDate'],
    ['', 'NotADate'],
    ['31 қаңтар', 'NotADate'],
    ['31.01.2026T24:00', 'NotADate'],
    ['30.02.2026', 'NoSuchDay'],
    ['31.13.2026', 'NoSuchDay'],
  ])('[H06] %j is refused: %s', (typed, type) => {
    expect(parseTypedDate(typed)).toMatchObject({ ok: false, error: { type } });
  });
});
