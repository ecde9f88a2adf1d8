import type { Instant } from '#domain/base/instant.ts';
import { compareInstants } from '#domain/base/instant.ts';
import type { CrlRecord } from './published-crl.ts';

/**
 * What a key of the authority still owes its verifiers. A former key signs lists until the last certificate that it issued has ended;
 * then one last list whose nextUpdate is the end of its own certificate, which no certificate under it outlives: as N-8.3 asks it of
 * an authority that ceases. After its own end it can sign nothing (RFC 5280 §6.3.3 would not believe it).
 */
export type CrlDuty =
  /** The next list is due on its predecessor's nextUpdate. */
  | 'next-list'
  /** Everything it issued has ended: the list that is due is its last. */
  | 'last-list'
  /** The last list is out and outlasts the key's certificate. */
  | 'nothing-more'
  /** The key's own certificate is over. */
  | 'ended';

export interface KeyOnDuty {
  readonly isPresent: boolean;
  /** End of the key's own certificate. */
  readonly notAfter: Instant;
  /** The newest list of this key; absent when there is none. */
  readonly newest?: Pick<CrlRecord, 'nextUpdate'> | undefined;
  /** Whether a certificate that it issued is neither over nor revoked. */
  readonly hasInForce: boolean;
}

export function crlDutyOf({ isPresent, notAfter, newest, hasInForce }: KeyOnDuty, now: Instant): CrlDuty {
  if (compareInstants(now, notAfter) > 0) return 'ended';
  if (isPresent || hasInForce) return 'next-list';
  const isLast = newest !== undefined && compareInstants(newest.nextUpdate, notAfter) >= 0;
  return isLast ? 'nothing-more' : 'last-list';
}

/** Every key has a series of lists of its own: the newest of that key, from lists in falling order. */
export function newestOf<T extends Pick<CrlRecord, 'generation'>>(
  crls: readonly T[],
  generation: number,
): T | undefined {
  return crls.find((crl) => crl.generation === generation);
}
