import { describe, expect, it } from 'vitest';
import type { CalendarDate } from '#domain/base/calendar-date.ts';
import type { Instant } from '#domain/base/instant.ts';
import { cadenceOf, nextListDue, reminderDays, yearOfLists } from '#domain/crl/cadence.ts';

const settings = (crlValidityDays: number, crlCadenceDays?: number) => ({
  crlValidityDays,
  ...(crlCadenceDays === undefined ? {} : { crlCadenceDays }),
});
const list = (nextUpdate: string) => ({
  thisUpdate: '2026-11-23T04:00:00Z' as Instant,
  nextUpdate: nextUpdate as Instant,
});
const week = list('2026-11-30T04:00:00Z');

describe('when the next list is due', () => {
  it('[N-11] by the cadence, before the last one is over; without one, on nextUpdate', () => {
    expect(nextListDue(week, settings(7, 5))).toBe('2026-11-28T04:00:00Z');
    expect(nextListDue(week, settings(7))).toBe('2026-11-30T04:00:00Z');
    // Never after the list is over, whatever the setting became since.
    expect(nextListDue(list('2026-11-25T04:00:00Z'), settings(7, 5))).toBe('2026-11-25T04:00:00Z');
    expect(cadenceOf(settings(7, 9))).toBe(7);
  });

  it('[N-8.3] a list that was made to outlast the last certificate stands', () => {
    expect(nextListDue(list('2028-01-01T00:00:00Z'), settings(7, 5))).toBe('2028-01-01T00:00:00Z');
  });

  it('[R-13] is spoken of weeks ahead where lists come once a year', () => {
    expect([365, 90, 30, 7].map((days) => reminderDays(settings(days)))).toEqual([28, 14, 7, 1]);
    expect(reminderDays(settings(365, 30))).toBe(7);
  });
});

describe('[R-13] a year of lists', () => {
  const ends = { from: '2026-11-24' as CalendarDate, keyEnds: '2036-01-01' as CalendarDate };

  it('follows one another by the cadence, each before the last is over', () => {
    const plan = yearOfLists(week, settings(7, 5), ends);
    expect(plan[0]).toEqual({ dueOn: '2026-11-28', lastDay: '2026-11-30', validUntil: '2026-12-05' });
    expect(plan[1]).toEqual({ dueOn: '2026-12-03', lastDay: '2026-12-05', validUntil: '2026-12-10' });
    expect(plan).toHaveLength(73);
    for (const { dueOn, lastDay } of plan) expect(dueOn <= lastDay).toBe(true);
  });

  it('begins today where the list is late, and goes no further than the key', () => {
    const [first] = yearOfLists(week, settings(7, 5), { ...ends, from: '2027-01-10' as CalendarDate });
    expect(first?.dueOn).toBe('2027-01-10');
    const plan = yearOfLists(week, settings(7, 5), { ...ends, keyEnds: '2026-12-06' as CalendarDate });
    expect(plan.map(({ dueOn, validUntil }) => [dueOn, validUntil])).toEqual([
      ['2026-11-28', '2026-12-05'],
      ['2026-12-03', '2026-12-06'],
    ]);
  });
});
