import { instantFromEpochSeconds } from '#domain/base/instant.ts';
import type { Clock } from '#ports/clock.ts';

/** The page's clock. Workers do not read a clock: they get the time with each message, so that one act has one time. */
export const browserClock: Clock = {
  now: () => instantFromEpochSeconds(Math.floor(Date.now() / 1000)),
};
