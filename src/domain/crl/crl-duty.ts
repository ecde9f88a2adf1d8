import type { Instant } from '#domain/base/instant.ts';
import { compareInstants } from '#domain/base/instant.ts';
import type { CrlRecord } from './published-crl.ts';

/**
 * What a key of the authority still owes its verifiers. A former key signs lists until the term of the last certificate that it issued
 * is over, also of a revoked one, which has to be on a list after its term (RFC 5280 §3.3);
 * then one last list whose nextUpdate is the end of its own certificate, which no certificate under it outlives: as N-8.3 asks it of
 * an authority that ceases. After its own end it can sign nothing (RFC 5280 §6.3.3 would not believe it).
 */
export type CrlDuty =
  /** The next list is due on its predecessor's nextUpdate. */
  | 'next-list'
  /** Every term that it gave is over: the list that is due is its last. */
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
  /** Whether the term of a certificate that it issued still runs. */
  readonly hasTermLeft: boolean;
}

export function crlDutyOf({ isPresent, notAfter, newest, hasTermLeft }: KeyOnDuty, now: Instant): CrlDuty {
  if (compareInstants(now, notAfter) > 0) return 'ended';
  if (isPresent || hasTermLeft) return 'next-list';
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
