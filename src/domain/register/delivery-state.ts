import type { AuthorityRules, DeliveryWay } from '#domain/authority/rule-set.ts';
import type { Instant } from '#domain/base/instant.ts';
import type { Delivery } from './register-entry.ts';

export interface DeliveryState {
  /** When the last of the needed ways was done; absent while one is missing. */
  readonly deliveredAt?: Instant;
  /** Ways still to be done: of several that would do, all of them; none once it is handed over. */
  readonly missing: readonly DeliveryWay[];
}

/** R-8 asks for paper and electronic document, N-7 for one of its two ways. */
export function deliveryState(
  { delivery: { ways, needed } }: Pick<AuthorityRules, 'delivery'>,
  deliveries: readonly Delivery[],
): DeliveryState {
  const firsts = ways.flatMap((way) => {
    const times = deliveries.filter((each) => each.way === way).map(({ at }) => at);
    const first = times.sort()[0];
    return first === undefined ? [] : [{ way, first }];
  });
  const times = firsts.map(({ first }) => first).sort();
  const deliveredAt = needed === 'one' ? times[0] : firsts.length === ways.length ? times.at(-1) : undefined;
  if (deliveredAt !== undefined) return { deliveredAt, missing: [] };
  return { missing: ways.filter((way) => !firsts.some((each) => each.way === way)) };
}
