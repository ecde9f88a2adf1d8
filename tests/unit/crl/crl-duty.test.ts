import { describe, expect, it } from 'vitest';
import { type KeyOnDuty, crlDutyOf, newestOf } from '#domain/crl/crl-duty.ts';
import type { Instant } from '#domain/base/instant.ts';

const instant = (text: string) => text as Instant;
const now = instant('2027-01-01T00:00:00Z');
const notAfter = instant('2030-01-01T00:00:00Z');

function aKey(change: Partial<KeyOnDuty> = {}): KeyOnDuty {
  const newest = { nextUpdate: instant('2027-01-05T00:00:00Z') };
  return { isPresent: false, notAfter, hasTermLeft: true, newest, ...change };
}

describe('what a key of the authority owes', () => {
  it('is the next list as long as a term that it gave still runs', () => {
    expect(crlDutyOf(aKey(), now)).toBe('next-list');
  });

  it('is the next list as long as it issues, whatever it has issued', () => {
    expect(crlDutyOf(aKey({ isPresent: true, hasTermLeft: false }), now)).toBe('next-list');
  });

  it('[N-8.3] is one last list, to the end of its own certificate, once every term that it gave is over', () => {
    expect(crlDutyOf(aKey({ hasTermLeft: false }), now)).toBe('last-list');
    expect(crlDutyOf(aKey({ hasTermLeft: false, newest: undefined }), now)).toBe('last-list');
    expect(crlDutyOf(aKey({ hasTermLeft: false, newest: { nextUpdate: notAfter } }), now)).toBe(
      'nothing-more',
    );
  });

  it('is nothing after its own certificate has ended', () => {
    expect(crlDutyOf(aKey(), notAfter)).toBe('next-list');
    expect(crlDutyOf(aKey(), instant('2030-01-01T00:00:01Z'))).toBe('ended');
  });

  it('has a newest list of its own', () => {
    const lists = [
      { id: '3', generation: 2 },
      { id: '2', generation: 1 },
      { id: '1', generation: 1 },
    ];
    expect(newestOf(lists, 1)).toBe(lists[1]);
    expect(newestOf(lists, 3)).toBeUndefined();
  });
});
