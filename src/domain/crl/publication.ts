/**
 * R-13, N-11: the official notice of a revocation is its publication. The first list of a revocation is therefore the first that was
 * published, and not the first that was signed: one that was signed and never published is nobody's first.
 */
import { type Instant, addSeconds, compareInstants } from '#domain/base/instant.ts';
import type { RegisterEntry } from '#domain/register/register-entry.ts';
import type { CrlRecord } from './published-crl.ts';

type List = Pick<CrlRecord, 'crlNumber' | 'generation' | 'publishedAt'>;
type Published<T> = T & { readonly publishedAt: Instant };
type Revoked = Pick<RegisterEntry, 'generation' | 'revocation' | 'firstCrl'>;

/** Of each revocation the list that made it officially known; undefined where none has. */
export type FirstPublished<T> = (entry: Revoked) => Published<T> | undefined;

/**
 * A list is whole: every list of the same key from `firstCrl` on carries the revocation. Among those the one that was published first
 * counts, also where a later one was signed and published before it.
 */
export function firstPublished<T extends List>(crls: readonly T[]): FirstPublished<T> {
  const byKey = new Map<number, { readonly number: bigint; readonly first: Published<T> }[]>();
  const falling = crls
    .filter((crl): crl is Published<T> => crl.publishedAt !== undefined)
    .map((crl) => ({ crl, number: BigInt(crl.crlNumber) }))
    .sort((a, b) => (a.number < b.number ? 1 : -1));
  for (const { crl, number } of falling) {
    const ofKey = byKey.get(crl.generation) ?? [];
    const best = ofKey.at(-1)?.first;
    const first = best === undefined || compareInstants(crl.publishedAt, best.publishedAt) <= 0 ? crl : best;
    ofKey.push({ number, first });
    byKey.set(crl.generation, ofKey);
  }
  return ({ generation, revocation, firstCrl }) => {
    if (revocation === undefined || firstCrl === undefined) return undefined;
    const from = BigInt(firstCrl);
    // Falling by number: the last one that is not below carries the earliest publication of all that carry it.
    return byKey.get(generation)?.findLast(({ number }) => number >= from)?.first;
  };
}

export type PublicationRefusal =
  /** What never left the station can't have been placed anywhere. */
  | { readonly type: 'CrlNotWritten' }
  | { readonly type: 'PublicationPlaceMissing' }
  | { readonly type: 'PublishedInFuture'; readonly at: Instant }
  | { readonly type: 'PublishedBeforeSigned'; readonly thisUpdate: Instant }
  | { readonly type: 'PublishedBeforeWritten'; readonly writtenAt: Instant };

export function isWritten({ writtenTo = '' }: Pick<CrlRecord, 'writtenTo'>): boolean {
  return writtenTo.trim() !== '';
}

/** What is wrong with a publication as it is told, or null. A time is told to the minute. */
export function whyNotPublished(
  list: Pick<CrlRecord, 'writtenTo' | 'writtenAt' | 'thisUpdate'>,
  { at, where }: { readonly at: Instant; readonly where: string },
  now: Instant,
): PublicationRefusal | null {
  const { thisUpdate, writtenAt = thisUpdate } = list;
  if (!isWritten(list)) return { type: 'CrlNotWritten' };
  if (where.trim() === '') return { type: 'PublicationPlaceMissing' };
  if (compareInstants(at, now) > 0) return { type: 'PublishedInFuture', at };
  const minuteEnds = addSeconds(at, 60);
  if (compareInstants(minuteEnds, thisUpdate) <= 0) return { type: 'PublishedBeforeSigned', thisUpdate };
  return compareInstants(minuteEnds, writtenAt) <= 0 ? { type: 'PublishedBeforeWritten', writtenAt } : null;
}
