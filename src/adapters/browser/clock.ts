import { instantFromEpochSeconds } from '#domain/base/instant.ts';
import type { Clock } from '#ports/clock.ts';

/**
 * The page's clock. Workers get the time with each message, so that one act has one time; the key worker looks at it besides, for whether a
 * pairing is over.
 */
export const browserClock: Clock = {
  now: () => instantFromEpochSeconds(Math.floor(Date.now() / 1000)),
};
