import { describe, expect, it } from 'vitest';
import { readAuditRecord } from '#domain/audit/read-audit-record.ts';

const record = {
  seq: 1,
  time: '2026-11-23T06:00:00Z',
  officer: 'o1',
  act: 'crl-signed',
  subjects: ['1'],
  payloadDigest: 'aa',
  previous: 'bb',
  hash: 'cc',
  writes: [
    { collection: 'crl', id: '1', digest: 'dd' },
    { collection: 'crl', id: '2', digest: null },
  ],
};

/** As many keys as places, and a gap all the same: the store keeps it so. */
const withGap = (first: unknown): unknown[] =>
  Object.assign(structuredClone(withLength2(first)), { more: 1 });

function withLength2(first: unknown): unknown[] {
  const list = [first];
  list.length = 2;
  return list;
}

describe('a row of the log', () => {
  it('is a record with or without a signature, and what else lies in it is left alone', () => {
    expect(readAuditRecord(record)).toBe(record);
    const more = { ...record, id: '000000000001', signature: 'AA==' };
    expect(readAuditRecord(more)).toBe(more);
  });

  const others: readonly (readonly [unknown])[] = [
    [null],
    ['text'],
    [[record]],
    [{}],
    ...Object.keys(record).map((member): readonly [unknown] => [{ ...record, [member]: undefined }]),
    ...Object.keys(record).map((member): readonly [unknown] => [{ ...record, [member]: 1.5 }]),
    [{ ...record, time: 'yesterday' }],
    [{ ...record, officer: 'a\ud800' }],
    [{ ...record, subjects: ['1', 2] }],
    [{ ...record, subjects: { 0: '1' } }],
    [{ ...record, subjects: withGap('1') }],
    [{ ...record, writes: withGap({ collection: 'crl', id: '1', digest: null }) }],
    [{ ...record, writes: [null] }],
    [{ ...record, writes: [{ collection: 'crl', id: '1' }] }],
    [{ ...record, writes: [{ collection: 'crl', id: '1', digest: 7 }] }],
    [{ ...record, writes: [{ collection: 'crl', id: 1, digest: null }] }],
    [{ ...record, writes: [{ collection: 1, id: '1', digest: null }] }],
    [{ ...record, signature: 7 }],
  ];

  it.each(others)('is none when it is of another shape: %j', (value) => {
    expect(readAuditRecord(value)).toBeNull();
  });
});
