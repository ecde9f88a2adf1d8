import type { Acts } from '#operations/acts.ts';

/**
 * Every act by its name, as `bindActs` has them, without the module that knows where each of them lies: that one is loaded
 * with the first act that is called. `present` are the acts that need no loading, or are another than the bound one.
 */
export function lazyActs(present: Partial<Acts>, load: () => Promise<Acts>): Acts {
  let bound: Promise<Acts> | undefined;
  const all = (): Promise<Acts> =>
    (bound ??= load().catch((fault: unknown) => {
      bound = undefined;
      throw fault;
    }));
  return new Proxy(present as Acts, {
    get: (acts, name) =>
      // An object with `then` would be awaited as if it were a promise.
      name in acts || typeof name === 'symbol' || name === 'then'
        ? (Reflect.get(acts, name) as unknown)
        : async (...parameters: readonly unknown[]) => {
            const act = Reflect.get(await all(), name) as (...given: readonly unknown[]) => unknown;
            return act(...parameters);
          },
  });
}
