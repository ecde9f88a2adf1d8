import type { Acts } from '#operations/acts.ts';

type EveryAct = Readonly<Record<string, ((...given: readonly unknown[]) => Promise<unknown>) | undefined>>;

/**
 * Every office act, of which only `own` are here: the list of the others comes with the first one that is called, and is no
 * part of the first screen's script.
 */
export function lateActs(own: Partial<Acts>, load: () => Promise<Acts>): Acts {
  let loaded: Promise<Acts> | undefined;
  const call = async (name: string, given: readonly unknown[]): Promise<unknown> => {
    const act = ((await (loaded ??= load())) as unknown as EveryAct)[name];
    if (act === undefined) throw new Error(`no act ${name}`);
    return act(...given);
  };
  return new Proxy(own as Acts, {
    get(target, name) {
      if (typeof name !== 'string' || name in target) return Reflect.get(target, name) as unknown;
      return (...given: readonly unknown[]) => call(name, given);
    },
  });
}
