import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Instant } from '#domain/base/instant.ts';
import { type JournalCorrection, type JournalEvent, numberRows } from '#domain/journal/journal-row.ts';

const second = (n: number) => `2026-11-26T05:00:${String(n).padStart(2, '0')}Z` as Instant;
const event = (key: string, n: number, order = key): JournalEvent<string> => ({
  key,
  at: second(n),
  order,
  columns: key,
});
const correction = (id: string, corrects: string, n: number): JournalCorrection => ({
  id,
  salt: '',
  journal: 'G-F3',
  corrects,
  columns: {},
  reason: 'r',
  at: second(n),
  officer: 'o',
});
const number = (events: readonly JournalEvent<string>[], corrections: readonly JournalCorrection[]) =>
  numberRows(events, corrections, (columns, { id }) => `${columns}+${id}`);

describe('rows of a journal', () => {
  it('stand in the order of time, those of one second by the number of their act', () => {
    const rows = number([event('b', 2), event('a', 2), event('c', 1)], []);
    expect(rows.map(({ key, number: n }) => [key, n])).toEqual([
      ['c', 1],
      ['a', 2],
      ['b', 3],
    ]);
  });

  it('a correction of a correction finds its row, also within one second and whatever their names', () => {
    for (const [first, second_] of [
      ['x', 'y'],
      ['y', 'x'],
    ] as const) {
      const rows = number([event('a', 1)], [correction(second_, first, 5), correction(first, 'a', 5)]);
      expect(rows.map(({ columns, corrects }) => [columns, corrects])).toEqual([
        ['a', undefined],
        [`a+${first}`, 1],
        [`a+${first}+${second_}`, 2],
      ]);
    }
  });

  it('a correction of what is not in the journal is not in it either', () => {
    expect(number([event('a', 1)], [correction('x', 'gone', 2)])).toHaveLength(1);
  });

  it('what comes later never changes a number that was given before', () => {
    const moments = fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(moments, fc.integer({ min: 0, max: 8 }), (times, added) => {
        const events = times.map((n, i) => event(String(i).padStart(3, '0'), n));
        const corrections = times
          .slice(0, added)
          .map((n, i) => correction(`c${String(i)}`, String(i).padStart(3, '0'), n));
        const before = number(events, corrections);
        const later = Array.from({ length: added }, (_, i) => event(`9${String(i)}`, 55));
        const after = number([...events, ...later], corrections);
        expect(after.slice(0, before.length).map(({ key, number: n }) => [key, n])).toEqual(
          before.map(({ key, number: n }) => [key, n]),
        );
        expect(new Set(after.map(({ number: n }) => n)).size).toBe(after.length);
      }),
    );
  });
});
