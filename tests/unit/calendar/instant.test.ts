import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { parseCalendarDate } from '#domain/base/calendar-date.ts';
import {
  addSeconds,
  addYears,
  almatyClockOf,
  calendarDateOf,
  compareInstants,
  endOfDay,
  epochSeconds,
  type Instant,
  instantFromEpochSeconds,
  parseInstant,
  startOfDay,
} from '#domain/base/instant.ts';

function at(text: string): Instant {
  const instant = parseInstant(text);
  if (instant === null) throw new Error(text);
  return instant;
}

function day(text: string) {
  const date = parseCalendarDate(text);
  if (date === null) throw new Error(text);
  return date;
}

const anySecond = fc.integer({ min: -631_152_000, max: 253_402_300_799 });

describe('an instant', () => {
  it.each([
    '2026-01-31T24:00:00Z',
    '2016-12-31T23:59:60Z',
    '2026-01-31T23:60:00Z',
    '2026-01-31T23:59:59',
    '2026-01-31T23:59:59+05:00',
    '2026-01-31T23:59:59.000Z',
    '2026-02-30T00:00:00Z',
    '1949-12-31T23:59:59Z',
    '2026-01-31 23:59:59Z',
  ])('[H06] is not read from %s', (text) => {
    expect(parseInstant(text)).toBeNull();
  });

  it('text and seconds are the same for every second from 1950 to 9999', () => {
    fc.assert(
      fc.property(anySecond, (seconds) => {
        const instant = instantFromEpochSeconds(seconds);
        expect(parseInstant(instant)).toBe(instant);
        expect(epochSeconds(instant)).toBe(seconds);
      }),
    );
  });

  it('sorts as text as it does in time', () => {
    fc.assert(
      fc.property(anySecond, anySecond, (a, b) => {
        expect(compareInstants(instantFromEpochSeconds(a), instantFromEpochSeconds(b))).toBe(
          Math.sign(a - b),
        );
      }),
    );
  });

  it('is refused as a number beyond its years', () => {
    expect(() => instantFromEpochSeconds(-631_152_001)).toThrow(RangeError);
    expect(() => addSeconds(at('9999-12-31T23:59:59Z'), 1)).toThrow(RangeError);
    expect(() => instantFromEpochSeconds(0.5)).toThrow(RangeError);
  });

  it('a year after 29 February is 28 February', () => {
    expect(addYears(at('2024-02-29T10:00:00Z'), 1)).toBe('2025-02-28T10:00:00Z');
    expect(addYears(at('2026-07-15T10:00:00Z'), 1)).toBe('2027-07-15T10:00:00Z');
  });
});

describe('days in Asia/Almaty', () => {
  it('begin at 18:00 UTC before March 2024 and at 19:00 UTC since', () => {
    expect(startOfDay(day('2024-02-29'))).toBe('2024-02-28T18:00:00Z');
    expect(endOfDay(day('2024-02-29'))).toBe('2024-02-29T18:59:59Z');
    expect(startOfDay(day('2024-03-01'))).toBe('2024-02-29T19:00:00Z');
  });

  it('the hour of 29 February 2024 that came twice belongs to it both times', () => {
    expect(almatyClockOf(at('2024-02-29T17:59:59Z'))).toEqual({ date: '2024-02-29', time: '23:59:59' });
    expect(almatyClockOf(at('2024-02-29T18:00:00Z'))).toEqual({ date: '2024-02-29', time: '23:00:00' });
    expect(almatyClockOf(at('2024-02-29T19:00:00Z'))).toEqual({ date: '2024-03-01', time: '00:00:00' });
  });

  it('every moment is between its day’s first and last second', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1_100_000_000, max: 4_000_000_000 }), (seconds) => {
        const instant = instantFromEpochSeconds(seconds);
        const date = calendarDateOf(instant);
        expect(compareInstants(startOfDay(date), instant)).toBeLessThanOrEqual(0);
        expect(compareInstants(instant, endOfDay(date))).toBeLessThanOrEqual(0);
      }),
    );
  });
});

describe('the zone of the machine', () => {
  const zone = process.env['TZ'];
  afterEach(() => {
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
  });

  it.each(['Pacific/Kiritimati', 'Etc/GMT+12', 'America/New_York', 'Asia/Almaty'])(
    '[H04] %s changes nothing',
    (tz) => {
      process.env['TZ'] = tz;
      expect(calendarDateOf(at('2026-03-08T19:30:00Z'))).toBe('2026-03-09');
      expect(startOfDay(day('2026-03-09'))).toBe('2026-03-08T19:00:00Z');
      expect(epochSeconds(at('2026-03-08T19:30:00Z'))).toBe(1772998200);
      expect(addYears(at('2026-03-08T07:30:00Z'), 1)).toBe('2027-03-08T07:30:00Z');
    },
  );
});
