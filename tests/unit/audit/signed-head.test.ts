import { describe, expect, it } from 'vitest';
import type { Instant } from '#domain/base/instant.ts';
import { readSignedHead, writeSignedHead } from '#domain/crl/signed-head.ts';

const head = {
  stationId: 's',
  crlNumber: '17',
  time: '2026-11-23T06:00:00Z' as Instant,
  seq: 5,
  hash: 'ab',
};
const text =
  '{"crlNumber":"17","format":"tirkelim-head","hash":"ab","seq":5,"stationId":"s","time":"2026-11-23T06:00:00Z","version":1}';

describe('the head that goes out beside a CRL', () => {
  it('is written canonically, and read back', () => {
    expect(writeSignedHead(head)).toBe(text);
    expect(readSignedHead(text)).toEqual(head);
  });

  it.each([
    ['', 'no text'],
    ['null', 'no object'],
    [` ${text}`, 'not canonical'],
    [text.replace('tirkelim-head', 'other'), 'another format'],
    [text.replace('"version":1', '"version":2'), 'another version'],
    [text.replace('"seq":5', '"seq":"5"'), 'a number as text'],
    [text.replace('"17"', '17'), 'a CRL number that is no text'],
    [text.replace('"ab"', '1'), 'a hash that is no text'],
    [text.replace('"s"', '1'), 'a station that is no text'],
    [text.replace('T06', ' 06'), 'no time'],
    [text.replace('"time":"2026-11-23T06:00:00Z"', '"time":7'), 'a time that is no text'],
  ])('is none: %s (%s)', (wrong) => {
    expect(readSignedHead(wrong)).toBeNull();
  });
});
