import { calendarDateOf, type Instant } from '#domain/base/instant.ts';
import type { Snapshot } from '#ports/register-store.ts';

/** So many of them in a row, read once. */
export async function nextRunningNumbers(
  snapshot: Snapshot,
  collection: 'application' | 'revocation' | 'letter',
  now: Instant,
  count: number,
): Promise<readonly string[]> {
  const first = await nextRunningNumber(snapshot, collection, now);
  return Array.from({ length: count }, (_, skip) => numberAfter(first, skip));
}

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
  return numberAfter(last?.number ?? `${year}-000000`, 1 + skip);
}

function numberAfter(number: string, further: number): string {
  return `${number.slice(0, 5)}${String(Number(number.slice(5)) + further).padStart(6, '0')}`;
}
