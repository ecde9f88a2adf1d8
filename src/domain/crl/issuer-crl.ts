/**
 * The CRL of the authority above, as a subordinate authority keeps it: the newest one that was taken in, with its octets.
 * It says whether the station's own certificate, or one above it, was revoked.
 */
import type { Registered } from '#domain/audit/registered.ts';
import { type Instant, addSeconds, compareInstants } from '#domain/base/instant.ts';
import type { TbsCertList } from './certificate-list.ts';
import type { ListRefusal } from './list-refusal.ts';

/** The id is the SHA-1 of the issuer's key, hex: one CRL for each key. */
export interface IssuerCrlRecord extends Registered {
  /** Common name of the issuer. */
  readonly issuerName: string;
  /** Decimal; absent in a CRL without a number, which stations of before took in. */
  readonly crlNumber?: string;
  readonly thisUpdate: Instant;
  readonly nextUpdate?: Instant;
  readonly entryCount: number;
  readonly sha256Hex: string;
  readonly der: Uint8Array;
  readonly takenAt: Instant;
  readonly takenBy: string;
}

export type IssuerCrlRefusal =
  | ListRefusal
  | { readonly type: 'CrlUnreadable' | 'CrlOfOtherAuthority' | 'CrlSignatureInvalid' }
  | { readonly type: 'CrlFromFuture'; readonly thisUpdate: Instant }
  | { readonly type: 'CrlNotNewer'; readonly thisUpdate: Instant; readonly kept: Instant };

/** Seconds by which the clocks of two stations may differ. */
const toleratedSeconds = 5 * 60;

/**
 * Whether the list takes the place of the one that is kept. Later in time and, where both have numbers, greater in number: an
 * older list would bring a revoked authority back to life.
 */
export function whyNotNewer(
  list: TbsCertList,
  kept: Pick<IssuerCrlRecord, 'thisUpdate' | 'crlNumber'> | undefined,
  now: Instant,
): IssuerCrlRefusal | null {
  const { thisUpdate, crlNumber } = list;
  if (compareInstants(thisUpdate, addSeconds(now, toleratedSeconds)) > 0)
    return { type: 'CrlFromFuture', thisUpdate };
  if (kept === undefined) return null;
  const isLater = compareInstants(thisUpdate, kept.thisUpdate) > 0;
  const isGreater =
    crlNumber === undefined || kept.crlNumber === undefined || crlNumber > BigInt(kept.crlNumber);
  return isLater && isGreater ? null : { type: 'CrlNotNewer', thisUpdate, kept: kept.thisUpdate };
}
