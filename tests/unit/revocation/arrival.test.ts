import { describe, expect, it } from 'vitest';
import type { CalendarDate } from '#domain/base/calendar-date.ts';
import type { Instant } from '#domain/base/instant.ts';
import { arrivalOf, daysUntilEntered, daysRefusal, paperDayOf } from '#domain/application/days.ts';
import { examineLeaving } from '#domain/revocation/leaving.ts';

const day = (text: string) => text as CalendarDate;
const today = day('2026-11-23');
const receivedAt = '2026-11-23T04:00:00Z' as Instant;

describe('the days of a paper', () => {
  it('[R-12] [N-9] the arrival is not to come, and not before the day on the paper', () => {
    const typed = (arrivedOn?: string, writtenOn?: string) =>
      daysRefusal({ arrivedOn: arrivedOn as CalendarDate, paperDate: writtenOn as CalendarDate }, today)
        ?.type ?? null;
    expect([typed(), typed('2026-11-23'), typed('2026-11-19', '2026-11-19')]).toEqual([null, null, null]);
    expect(typed('2026-11-24')).toBe('ArrivedAfterEntering');
    expect(typed('2026-11-19', '2026-11-20')).toBe('PaperAfterArrival');
    expect(typed(undefined, '2026-11-24')).toBe('PaperAfterArrival');
  });

  it('[R-12] [N-9] a record of before arrived and was written on the day on which it was entered', () => {
    expect([arrivalOf({ receivedAt }), paperDayOf({ receivedAt }), daysUntilEntered({ receivedAt })]).toEqual(
      [today, today, 0],
    );
    const late = { receivedAt, arrivedOn: day('2026-11-19') };
    expect([paperDayOf(late), daysUntilEntered(late)]).toEqual(['2026-11-19', 4]);
    expect(paperDayOf({ ...late, writtenOn: day('2026-11-17') })).toBe('2026-11-17');
  });

  it('[G-13] a notice of leaving did not arrive before the day that stands on it', () => {
    const days = { leftOn: day('2026-11-16'), noticedOn: day('2026-11-18') };
    expect(examineLeaving({ ...days, writtenOn: day('2026-11-18') }, today)).toBeNull();
    expect(examineLeaving({ ...days, writtenOn: day('2026-11-19') }, today)).toMatchObject({
      type: 'PaperAfterArrival',
    });
  });
});
