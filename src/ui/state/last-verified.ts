import type { Instant } from '#domain/base/instant.ts';
import type { Reading } from '#operations/office.ts';

/** What the log says of its last verification. */
export interface LastVerified {
  readonly at: Instant;
  readonly faults: number;
}

const pageLength = 500;
/** Behind these there may be one; by then it is time for another. */
const farthest = 10_000;

/** The youngest `log-verified` among the last ten thousand acts; undefined where there is none. */
export async function lastVerifiedOf(reading: Reading): Promise<LastVerified | undefined> {
  let after: string | undefined;
  for (let seen = 0; seen < farthest; seen += pageLength) {
    const page = await reading.list('audit', {
      reverse: true,
      limit: pageLength,
      ...(after === undefined ? {} : { after }),
    });
    const found = page.find(({ act }) => act === 'log-verified');
    if (found !== undefined) return { at: found.time, faults: Number(found.subjects[1] ?? 0) };
    after = page.at(-1)?.id;
    if (page.length < pageLength) return undefined;
  }
  return undefined;
}
