import type { UnderRuleSet } from '#domain/authority/rule-sets.ts';
import type { ReasonCode, RegisterEntry, EntryRevocation } from '#domain/register/register-entry.ts';
import { type Instant, compareInstants } from '#domain/base/instant.ts';
import { type Result, err, ok } from '#domain/base/result.ts';

export type RevokeRefusal =
  | { readonly type: 'EntryArchived' }
  | { readonly type: 'AlreadyRevoked'; readonly since: Instant; readonly reasonCode?: ReasonCode }
  | { readonly type: 'InvalidityInFuture'; readonly invalidityDate: Instant }
  | { readonly type: 'NotIssuedYet'; readonly notBefore: Instant };

export interface RevocationFacts extends UnderRuleSet {
  readonly caseId: string;
  readonly ground: string;
  readonly reasonCode?: ReasonCode;
  readonly invalidityDate?: Instant;
}

/**
 * The revocation that an entry gets, to the second (end of N-8). A certificate is revoked once; only a compromise of the
 * key may replace another reason afterwards, and the date then stays what it was: a revocation never moves later. What
 * is in the archive stays as it went there: it is on no CRL any more.
 */
export function revocationFor(
  entry: RegisterEntry,
  facts: RevocationFacts,
  now: Instant,
): Result<EntryRevocation, RevokeRefusal> {
  if (entry.archived !== undefined) return err({ type: 'EntryArchived' });
  const { invalidityDate } = facts;
  if (invalidityDate !== undefined && compareInstants(invalidityDate, now) > 0)
    return err({ type: 'InvalidityInFuture', invalidityDate });
  if (compareInstants(now, entry.notBefore) < 0)
    return err({ type: 'NotIssuedYet', notBefore: entry.notBefore });
  const before = entry.revocation;
  if (before === undefined) return ok({ ...facts, date: now });
  const escalatesReason = isCompromise(facts.reasonCode) && !isCompromise(before.reasonCode);
  if (!escalatesReason)
    return err({
      type: 'AlreadyRevoked',
      since: before.date,
      ...(before.reasonCode === undefined ? {} : { reasonCode: before.reasonCode }),
    });
  return ok({ ...facts, date: before.date });
}

/** Of a subscriber's key, or of an authority's. */
export function isCompromise(reasonCode: ReasonCode | undefined): boolean {
  return reasonCode === 'keyCompromise' || reasonCode === 'cACompromise';
}
