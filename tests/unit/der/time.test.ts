import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Instant, instantFromEpochSeconds } from '#domain/base/instant.ts';
import { reading } from '#domain/der/der-refusal.ts';
import { timeOf } from '#domain/der/element.ts';
import { readDer } from '#domain/der/reader.ts';
import { tag } from '#domain/der/tag.ts';
import { element, generalizedTime, time } from '#domain/der/writer.ts';

function ascii(text: string): Uint8Array {
  return Uint8Array.from(Buffer.from(text, 'latin1'));
}

describe('times in certificates', () => {
  it('any second from 1950 to 9999 comes back as it was', () => {
    const seconds = fc.integer({
      min: Date.UTC(1950, 0, 1) / 1000,
      max: Date.UTC(9999, 11, 31, 23, 59, 59) / 1000,
    });
    fc.assert(
      fc.property(seconds, (second) => {
        const instant = instantFromEpochSeconds(second);
        expect(timeOf(readDer(time(instant)), 't')).toBe(instant);
        expect(timeOf(readDer(generalizedTime(instant)), 't')).toBe(instant);
      }),
    );
  });

  it.each([
    ['1950-01-01T00:00:00Z', '500101000000Z', tag.utcTime],
    ['1999-12-31T23:59:59Z', '991231235959Z', tag.utcTime],
    ['2000-01-01T00:00:00Z', '000101000000Z', tag.utcTime],
    ['2049-12-31T23:59:59Z', '491231235959Z', tag.utcTime],
    ['2050-01-01T00:00:00Z', '20500101000000Z', tag.generalizedTime],
    ['9999-12-31T23:59:59Z', '99991231235959Z', tag.generalizedTime],
  ])('%s is written as %s (RFC 5280 §4.1.2.5)', (instant, text, type) => {
    expect(time(instant as Instant)).toEqual(element(type, ascii(text)));
  });

  it.each([
    [tag.utcTime, '2601010000Z'],
    [tag.utcTime, '260101000000+0500'],
    [tag.utcTime, '260101000000'],
    [tag.utcTime, '261301000000Z'],
    [tag.utcTime, '260230000000Z'],
    [tag.utcTime, '260101240000Z'],
    [tag.utcTime, '260101000060Z'],
    [tag.utcTime, '260101000000.5Z'],
    [tag.generalizedTime, '202601010000Z'],
    [tag.generalizedTime, '20260101000000'],
    [tag.generalizedTime, '18000101000000Z'],
  ])('[H06] tag %d with %s is refused', (type, text) => {
    const result = reading(() => readDer(element(type, ascii(text))));
    expect(result).toMatchObject({ ok: false, error: { problem: 'Time' } });
  });

  it('[A25] a fraction of a second is told apart', () => {
    const fraction = element(tag.generalizedTime, ascii('20260101000000.5Z'));
    expect(reading(() => readDer(fraction))).toMatchObject({
      ok: false,
      error: { problem: 'FractionOfSecond' },
    });
  });
});
