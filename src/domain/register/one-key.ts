import type { Instant } from '#domain/base/instant.ts';
import { type RegisterEntry, entryStatus } from './register-entry.ts';

/**
 * G-11: one owner is given only one private key. Of the owner's certificates (by IIN, in whatever body) the one in force, or
 * whose term is still to begin; null when the owner may be given a key. `apart` is the one that ends in the same act.
 */
export function keyInForce(
  ofOwner: readonly RegisterEntry[],
  now: Instant,
  apart?: string,
): RegisterEntry | null {
  const living = ofOwner.find((entry) => {
    const status = entryStatus(entry, now);
    return entry.id !== apart && (status === 'in-force' || status === 'not-yet');
  });
  return living ?? null;
}
