import { describe, expect, it } from 'vitest';
import type { CalendarDate } from '#domain/base/calendar-date.ts';
import { controlDigit } from '#domain/party/control-digit.ts';
import { numberOfFuture, parseBinOn, parseIinOn } from '#domain/party/numbers-in-time.ts';

const day = (text: string) => text as CalendarDate;
/** With its control digit. */
const whole = (eleven: string) => `${eleven}${String(controlDigit(eleven))}`;

describe('numbers of the future', () => {
  it.each([['290101500014'], ['991231600012']])(
    '[N-5.1] IIN %s: nobody is born after the application arrived',
    (iin) => {
      expect(parseIinOn(iin, day('2026-11-23'))).toMatchObject({
        ok: false,
        error: { type: 'BornInFuture' },
      });
    },
  );

  it.each([['300140000015'], ['891240000012']])(
    '[N-5.1] BIN %s: no body is registered after the application arrived',
    (bin) => {
      expect(parseBinOn(bin, day('2026-11-23'))).toMatchObject({
        ok: false,
        error: { type: 'RegisteredInFuture' },
      });
    },
  );

  it('[N-5.1] on the day of birth itself it is not the future, on the day before it is', () => {
    const iin = whole('26112350001');
    expect(parseIinOn(iin, day('2026-11-23')).ok).toBe(true);
    expect(parseIinOn(iin, day('2026-11-22'))).toEqual({
      ok: false,
      error: { type: 'BornInFuture', date: '2026-11-23' },
    });
  });

  it('[N-5.1] a body may be registered in the month of the day, and in no later one', () => {
    const bin = whole('26124000001');
    expect(parseBinOn(bin, day('2026-12-01')).ok).toBe(true);
    expect(parseBinOn(bin, day('2026-11-30'))).toEqual({
      ok: false,
      error: { type: 'RegisteredInFuture', month: 12, year: 2026 },
    });
  });

  it('[N-5.1] a number without a century has no birth date to be of the future', () => {
    expect(parseIinOn(whole('99123100001'), day('2026-11-23')).ok).toBe(true);
  });

  it('what is wrong otherwise is said first', () => {
    expect(parseIinOn('290101500015', day('2026-11-23'))).toMatchObject({
      error: { type: 'WrongControlDigit' },
    });
    expect(parseBinOn('30', day('2026-11-23'))).toMatchObject({ error: { type: 'NotTwelveDigits' } });
  });

  it('[N-5.1] of a record, either number is looked at', () => {
    const now = day('2026-11-23');
    expect(numberOfFuture({ iin: '850101300015', bin: '101040000012' }, now)).toBeNull();
    expect(numberOfFuture({ iin: '290101500014', bin: '101040000012' }, now)?.type).toBe('BornInFuture');
    expect(numberOfFuture({ iin: '850101300015', bin: '300140000015' }, now)?.type).toBe(
      'RegisteredInFuture',
    );
    expect(numberOfFuture({}, now)).toBeNull();
  });
});
