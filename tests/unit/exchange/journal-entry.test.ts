import { describe, expect, it } from 'vitest';
import { concatBytes } from '#domain/base/bytes.ts';
import type { Instant } from '#domain/base/instant.ts';
import { encodeUtf8 } from '#domain/base/utf8.ts';
import { backedUpNames } from '#domain/exchange/collections.ts';
import {
  type JournalEntry,
  decodeEntry,
  encodeEntry,
  journalledNames,
} from '#domain/exchange/journal-entry.ts';
import { uint32 } from '#domain/exchange/journal-frame.ts';

const marker = {
  stationId: 'ab',
  epoch: 1,
  head: { seq: 3, hash: 'c'.repeat(64), time: '2026-11-23T04:00:00Z' as Instant },
};

/** An entry out of a line that anybody wrote. */
function fromLine(line: unknown, ...octets: readonly number[]): JournalEntry | null {
  const text = encodeUtf8(JSON.stringify(line));
  return decodeEntry(concatBytes(uint32(text.length), text, new Uint8Array(octets)));
}

describe('an entry of the journal', () => {
  it.each([
    { type: 'begin', generation: 7 },
    { type: 'seal', marker },
    { type: 'part', puts: [] },
    {
      type: 'part',
      puts: [
        { collection: 'blob', record: { id: 'b1', octets: new Uint8Array([0, 255, 64]) } },
        { collection: 'blob', record: { id: 'b2', octets: new Uint8Array() } },
      ],
    },
    {
      type: 'commit',
      marker,
      removals: [{ collection: 'vaultFile', id: 'v' }],
      puts: [
        {
          collection: 'station',
          record: { id: 'station', names: ['Ә', { der: new Uint8Array([1]), none: null, n: -1.5 }] },
        },
      ],
    },
  ] as readonly JournalEntry[])('comes back as it was: %j', (entry) => {
    expect(decodeEntry(encodeEntry(entry))).toEqual(entry);
  });

  it('keeps members that look like its own references', () => {
    const record = { id: 'x', '@': 0, '@@': { '@': new Uint8Array([9]) }, '@name': 'y' };
    const entry: JournalEntry = { type: 'part', puts: [{ collection: 'exportedFile', record }] };
    expect(decodeEntry(encodeEntry(entry))).toEqual(entry);
  });

  it('leaves out a member that is undefined: to a digest it is the same fact', () => {
    const record = { id: 'x', of: undefined };
    const entry: JournalEntry = { type: 'part', puts: [{ collection: 'exportedFile', record }] };
    expect(decodeEntry(encodeEntry(entry))).toEqual({
      type: 'part',
      puts: [{ collection: 'exportedFile', record: { id: 'x' } }],
    });
  });

  it.each([
    ['no JSON', []],
    ['no list', { type: 'begin', generation: 1 }],
    ['one member', [[]]],
    ['a length that is none', [[-1], { type: 'begin', generation: 1 }]],
    ['more octets than there are', [[1], { type: 'begin', generation: 1 }]],
    ['a type that is none', [[], { type: 'end' }]],
    ['a generation that is none', [[], { type: 'begin', generation: '1' }]],
    ['a seal without a marker', [[], { type: 'seal', marker: { ...marker, epoch: 0 } }]],
    ['a record without an id', [[], { type: 'part', puts: [{ collection: 'blob', record: {} }] }]],
    [
      'a collection of a newer program',
      [[], { type: 'part', puts: [{ collection: 'new', record: { id: 'a' } }] }],
    ],
    ['a commit without removals', [[], { type: 'commit', marker, puts: [] }]],
    [
      'a removal without an id',
      [[], { type: 'commit', marker, puts: [], removals: [{ collection: 'blob' }] }],
    ],
  ])('is none with %s', (_, line) => {
    expect(fromLine(line)).toBe(null);
  });

  it('is none with octets that nobody speaks of, none when cut, none when empty', () => {
    expect(fromLine([[], { type: 'begin', generation: 1 }], 1)).toBe(null);
    expect(fromLine([[], { type: 'begin', generation: 1 }])).not.toBe(null);
    const whole = encodeEntry({ type: 'begin', generation: 1 });
    for (let length = 0; length < whole.length; length++)
      expect(decodeEntry(whole.subarray(0, length)), String(length)).toBe(null);
  });

  it('is none where it is nested deeper than anything that is written', () => {
    const depth = 100_000;
    const text = encodeUtf8(`[[],${'['.repeat(depth)}${']'.repeat(depth)}]`);
    expect(decodeEntry(concatBytes(uint32(text.length), text))).toBe(null);
  });
});

describe('what the journal keeps', () => {
  it('is everything that a backup has, but for forms that are half filled in', () => {
    expect([...journalledNames, 'draft'].sort()).toEqual([...backedUpNames].sort());
  });
});
