import { describe, expect, it } from 'vitest';
import type { Instant } from '#domain/base/instant.ts';
import { type CopiesVerdict, type FoundCopies, compareCopies } from '#domain/exchange/compare-copies.ts';
import { type StationMarker, isAhead, readMarker, writeMarker } from '#domain/exchange/station-marker.ts';

const time = '2026-11-23T04:00:00Z' as Instant;

function at(seq: number, epoch = 1, hash = 'a'): StationMarker {
  return { stationId: 's', epoch, head: { seq, hash: hash.repeat(64), time } };
}

function found(change: Partial<FoundCopies>): CopiesVerdict {
  return compareCopies({
    hasRegister: true,
    register: at(5),
    journal: { isExpected: false, marker: at(5) },
    markers: [at(5)],
    ...change,
  });
}

const noJournal = { isExpected: false, marker: null };

describe('[J21] what register, journal and markers say together', () => {
  it.each([
    ['nothing at all', { hasRegister: false, register: null, journal: noJournal, markers: [] }, 'nothing'],
    ['all the same', {}, 'sound'],
    ['a register ahead of all', { register: at(9) }, 'sound'],
    ['a register alone', { journal: noJournal, markers: [] }, 'sound'],
    ['a register of a later epoch, older by its number', { register: at(3, 2) }, 'sound'],
    [
      'a register without a readable station, alone',
      { register: null, journal: noJournal, markers: [] },
      'sound',
    ],
    ['a journal ahead of the register', { journal: { isExpected: false, marker: at(6) } }, 'journal-ahead'],
    ['no register, a journal', { hasRegister: false, register: null }, 'journal-ahead'],
    ['a register without a readable station, a journal', { register: null }, 'journal-ahead'],
    [
      'a journal with another record at the same place',
      { journal: { isExpected: false, marker: at(5, 1, 'b') } },
      'set-back',
    ],
    ['a marker ahead', { markers: [at(5), at(6)] }, 'set-back'],
    [
      'a marker ahead of a journal that is ahead',
      { journal: { isExpected: false, marker: at(6) }, markers: [at(7)] },
      'set-back',
    ],
    ['a marker of a later epoch', { markers: [at(1, 2)] }, 'set-back'],
    ['a marker with another record at the same place', { markers: [at(5, 1, 'b')] }, 'set-back'],
    [
      'no register, a marker ahead of the journal',
      { hasRegister: false, register: null, markers: [at(6)] },
      'missing',
    ],
    ['no register, a marker', { hasRegister: false, register: null, journal: noJournal }, 'missing'],
    [
      'no register, a marker that cannot be read',
      { hasRegister: false, register: null, journal: noJournal, markers: [null] },
      'missing',
    ],
  ] as readonly (readonly [string, Partial<FoundCopies>, CopiesVerdict['type']])[])(
    '%s',
    (_, change, expected) => {
      expect(found(change).type).toBe(expected);
    },
  );

  it('tells the furthest that speaks of a register which is gone or set back', () => {
    const gone = {
      hasRegister: false,
      register: null,
      journal: noJournal,
      markers: [at(4), null, at(7), at(2)],
    };
    expect(found(gone)).toEqual({ type: 'missing', lastKnown: at(7) });
    expect(found({ markers: [at(6), at(8)] })).toEqual({ type: 'set-back', lastKnown: at(8) });
    expect(found({ ...gone, markers: [null] })).toEqual({ type: 'missing', lastKnown: null });
  });

  it('misses a journal only where there has to be one', () => {
    expect(found({ journal: { isExpected: true, marker: null } })).toEqual({
      type: 'sound',
      isJournalLost: true,
    });
    expect(found({ journal: noJournal })).toEqual({ type: 'sound', isJournalLost: false });
    expect(found({ journal: { isExpected: true, marker: at(2) } })).toEqual({
      type: 'sound',
      isJournalLost: false,
    });
  });
});

describe('who is ahead', () => {
  it('is never one of itself, nor each of the other but where they contradict', () => {
    const some = [at(1), at(2), at(2, 2), at(1, 2)];
    for (const a of some) {
      expect(isAhead(a, a)).toBe(false);
      expect(isAhead(a, null)).toBe(true);
      for (const b of some) if (a !== b) expect(isAhead(a, b)).toBe(!isAhead(b, a));
    }
    expect([isAhead(at(2), at(2, 1, 'b')), isAhead(at(2, 1, 'b'), at(2))]).toEqual([true, true]);
  });
});

describe('a marker', () => {
  it('is one text, and read back', () => {
    const marker = { ...at(5), more: 1 };
    expect(writeMarker(marker)).toBe(
      `{"epoch":1,"head":{"hash":"${'a'.repeat(64)}","seq":5,"time":"${time}"},"stationId":"s"}`,
    );
    expect(readMarker(writeMarker(marker))).toEqual(at(5));
  });

  it.each([
    '',
    'null',
    '{}',
    writeMarker(at(5)).slice(0, -1),
    writeMarker(at(5)).replace('"seq":5', '"seq":-5'),
    writeMarker(at(5)).replace('"seq":5', '"seq":0'),
    writeMarker(at(5)).replace('"seq":5', '"seq":"5"'),
    writeMarker(at(5)).replace('"epoch":1', '"epoch":1.5'),
    writeMarker(at(5)).replace('"epoch":1', '"epoch":1,"epoch":9'),
    writeMarker(at(5)).replace('aa', 'zz'),
    writeMarker(at(5)).replace('-11-', '-13-'),
    writeMarker(at(5)).replace('"s"', '7'),
  ])('is none: %s', (text) => {
    expect(readMarker(text)).toBe(null);
  });
});
