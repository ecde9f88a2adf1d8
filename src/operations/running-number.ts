import { calendarDateOf, type Instant } from '#domain/base/instant.ts';
import type { Snapshot } from '#ports/register-store.ts';

/** The next `2026-000012` of a collection: running by the year in Almaty, read from the register, never from a counter. */
export async function nextRunningNumber(
  snapshot: Snapshot,
  collection: 'application' | 'revocation' | 'letter' | 'revocationLetter',
  now: Instant,
  skip = 0,
): Promise<string> {
  const year = calendarDateOf(now).slice(0, 4);
  const [last] = await snapshot.list(collection, {
    index: 'number',
    from: `${year}-000000`,
    to: `${year}-999999`,
    reverse: true,
    limit: 1,
  });
  const sequence = last === undefined ? 0 : Number(last.number.slice(5));
  return `${year}-${String(sequence + 1 + skip).padStart(6, '0')}`;
}
