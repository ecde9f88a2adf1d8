import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Instant } from '#domain/base/instant.ts';
import { writeCalendarFile } from '#domain/exchange/calendar-file.ts';

const event = {
  uid: 'crl-12@tirkelim',
  stampedAt: '2026-11-23T04:00:00Z' as Instant,
  at: '2026-11-30T04:00:00Z' as Instant,
  title: 'КТКТ шығару',
  description: 'Соңғы тізім 12; мерзімі бітеді',
  alarmHoursBefore: 24,
};

const unfold = (text: string) => text.replace(/\r\n /g, '').split('\r\n');

describe('the date of the next CRL for a calendar program', () => {
  it('[N-11] is an event at nextUpdate with a reminder the day before', () => {
    const lines = unfold(Buffer.from(writeCalendarFile(event)).toString('utf8'));
    expect(lines).toContain('DTSTART:20261130T040000Z');
    expect(lines).toContain('TRIGGER:-PT24H');
    expect(lines).toContain('SUMMARY:КТКТ шығару');
    expect(lines).toContain('DESCRIPTION:Соңғы тізім 12\\; мерзімі бітеді');
    expect(lines.at(0)).toBe('BEGIN:VCALENDAR');
    expect(lines.at(-2)).toBe('END:VCALENDAR');
  });

  it('folds lines at 75 octets and loses no letter', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-composite', maxLength: 200 }), (typed) => {
        const title = typed.replace(/[\r\n\\;,]/g, '');
        const text = Buffer.from(writeCalendarFile({ ...event, title })).toString('utf8');
        for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        expect(unfold(text)).toContain(`SUMMARY:${title}`);
      }),
    );
  });
});
