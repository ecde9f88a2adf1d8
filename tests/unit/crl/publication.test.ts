import { describe, expect, it } from 'vitest';
import type { Instant } from '#domain/base/instant.ts';
import { firstPublished, whyNotPublished } from '#domain/crl/publication.ts';
import { anEntry } from '#tests/support/entry-samples.ts';

const at = (text: string) => text as Instant;
const revocation = { caseId: 'c', ground: 'owners-wish', date: at('2026-11-23T04:00:00Z') };
const revoked = { ...anEntry(), revocation, firstCrl: '10' };
const list = (crlNumber: string, publishedAt?: string, generation = 1) => ({
  crlNumber,
  generation,
  ...(publishedAt === undefined ? {} : { publishedAt: at(publishedAt) }),
});

describe('the first list of a revocation', () => {
  const first = (...lists: ReturnType<typeof list>[]) => firstPublished(lists)(revoked)?.crlNumber;

  it('[R-13] [N-11] is the first that was published, and not the first that was signed', () => {
    expect(first(list('10'))).toBeUndefined();
    expect(first(list('10'), list('11', '2026-11-25T04:00:00Z'))).toBe('11');
    expect(first(list('10', '2026-11-24T04:00:00Z'), list('11', '2026-11-25T04:00:00Z'))).toBe('10');
    // Signed before, placed after.
    expect(first(list('10', '2026-11-26T04:00:00Z'), list('11', '2026-11-25T04:00:00Z'), list('12'))).toBe(
      '11',
    );
  });

  it('[N-11] carries it: no list before, of another key, or before it was revoked', () => {
    expect(first(list('9', '2026-11-24T04:00:00Z'))).toBeUndefined();
    expect(first(list('11', '2026-11-24T04:00:00Z', 2))).toBeUndefined();
    const published = firstPublished([list('10', '2026-11-24T04:00:00Z')]);
    expect(published(anEntry())).toBeUndefined();
    expect(published({ ...revoked, firstCrl: '11' })).toBeUndefined();
    // By number and not by letters.
    expect(
      firstPublished([list('9', '2026-11-24T04:00:00Z')])({ ...revoked, firstCrl: '10' }),
    ).toBeUndefined();
  });
});

describe('[R-13] [N-14] a publication', () => {
  const signed = { writtenTo: 'n.crl', thisUpdate: at('2026-11-23T04:00:30Z') };
  const now = at('2026-11-23T05:00:00Z');
  const told = (moment: string, where = 'http://a.kz', crl: Parameters<typeof whyNotPublished>[0] = signed) =>
    whyNotPublished(crl, { at: at(moment), where }, now)?.type ?? null;

  it('says where, and when: after the list was signed and not in the future, to the minute', () => {
    expect(told('2026-11-23T05:00:00Z')).toBeNull();
    expect(told('2026-11-23T04:00:00Z')).toBeNull();
    expect(told('2026-11-23T03:59:00Z')).toBe('PublishedBeforeSigned');
    expect(told('2026-11-23T05:00:01Z')).toBe('PublishedInFuture');
    expect(told('2026-11-23T05:00:00Z', ' ')).toBe('PublicationPlaceMissing');
    const { thisUpdate } = signed;
    expect(told('2026-11-23T05:00:00Z', 'http://a.kz', { thisUpdate })).toBe('CrlNotWritten');
  });
});
