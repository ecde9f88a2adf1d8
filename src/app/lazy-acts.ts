import type { ActName, Acts, acts } from '#operations/acts.ts';
import type { Desk } from '#ports/desk.ts';

/**
 * Every act by its name, bound to the desk, without the list that says where each of them lies: that and the desk are loaded
 * with the first act that is called, and the act's own code with the first call of it. `present` are the acts that need no
 * loading, or are another than the listed one.
 */
export function lazyActs(
  desk: () => Desk | Promise<Desk>,
  present: Partial<Acts>,
  load: () => Promise<typeof acts>,
): Acts {
  let listed: Promise<readonly [Desk, typeof acts]> | undefined;
  const list = (): Promise<readonly [Desk, typeof acts]> =>
    (listed ??= Promise.all([desk(), load()]).catch((fault: unknown) => {
      listed = undefined;
      throw fault;
    }));
  return new Proxy(present as Acts, {
    get: (already, name) =>
      // An object with `then` would be awaited as if it were a promise.
      name in already || typeof name === 'symbol' || name === 'then'
        ? (Reflect.get(already, name) as unknown)
        : async (...parameters: readonly unknown[]) => {
            const [at, named] = await list();
            return Reflect.apply(await named[name as ActName](), undefined, [at, ...parameters]) as unknown;
          },
  });
}
