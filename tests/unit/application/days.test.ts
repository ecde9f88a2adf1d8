import { describe, expect, it } from 'vitest';
import {
  arrivalOf,
  daysDraftOf,
  daysRefusal,
  isEnteredLate,
  paperDayOf,
  parseDays,
} from '#domain/application/days.ts';
import type { CalendarDate } from '#domain/base/calendar-date.ts';
import type { Instant } from '#domain/base/instant.ts';

const day = (text: string) => text as CalendarDate;
const today = day('2026-11-23');
const receivedAt = '2026-11-23T04:00:00Z' as Instant;

describe('the days of an application', () => {
  it('[R-7] are the day of entering when nothing was typed, or in a record that is older than they are', () => {
    expect(parseDays({ arrivedOn: '', paperDate: ' ' }, today)).toEqual({
      days: { arrivedOn: today, paperDate: today },
      findings: [],
    });
    expect([arrivalOf({ receivedAt }), paperDayOf({ receivedAt })]).toEqual([today, today]);
    expect(isEnteredLate({ receivedAt })).toBe(false);
  });

  it('[R-7] follow one another: paper, arrival, entering', () => {
    expect(parseDays({ arrivedOn: '20.11.2026', paperDate: '18.11.2026' }, today).days).toEqual({
      arrivedOn: '2026-11-20',
      paperDate: '2026-11-18',
    });
    expect(parseDays({ arrivedOn: '24.11.2026' }, today).findings).toEqual([
      { field: 'arrivedOn', refusal: { type: 'ArrivedAfterEntering', enteredOn: today } },
    ]);
    expect(parseDays({ arrivedOn: '20.11.2026', paperDate: '21.11.2026' }, today).findings).toEqual([
      {
        field: 'paperDate',
        refusal: { type: 'PaperAfterArrival', date: '2026-11-21', arrivedOn: '2026-11-20' },
      },
    ]);
    // A paper of before is no reason to think that it came before.
    expect(parseDays({ paperDate: '18.11.2026' }, today).days.arrivedOn).toBe(today);
  });

  it('say what could not be read', () => {
    expect(parseDays({ arrivedOn: 'кеше', paperDate: '30.02.2026' }, today).findings).toEqual([
      { field: 'arrivedOn', refusal: { type: 'NotADate', seen: 'кеше' } },
      { field: 'paperDate', refusal: { type: 'NoSuchDay', day: 30, month: 2, year: 2026 } },
    ]);
  });

  it('[R-7] may be one and the same day, and no later one', () => {
    expect(daysRefusal({ arrivedOn: today, paperDate: today }, today)).toBeNull();
    expect(daysRefusal({ arrivedOn: today, paperDate: day('2026-11-24') }, today)?.type).toBe(
      'PaperAfterArrival',
    );
    expect(daysRefusal({ arrivedOn: day('2026-11-24'), paperDate: today }, today)?.type).toBe(
      'ArrivedAfterEntering',
    );
  });

  it('[R-7] tell that it was entered late, and are typed again for a correction', () => {
    const days = { arrivedOn: day('2026-11-20'), paperDate: day('2026-11-18'), receivedAt };
    expect(isEnteredLate(days)).toBe(true);
    expect(daysDraftOf(days)).toEqual({ arrivedOn: '20.11.2026', paperDate: '18.11.2026' });
  });
});
