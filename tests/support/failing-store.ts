import type { RegisterStore } from '#ports/register-store.ts';

/** The power goes: what was begun is not answered any more. */
export class PowerCut extends Error {}

/**
 * A register whose power goes at the commit of that number (from 1): before anything of it is written, or after all of it is and before anybody
 * is told. A strict transaction knows no third.
 */
export function cutAt(store: RegisterStore, number: number, when: 'before' | 'after'): RegisterStore {
  let commits = 0;
  const cut: Pick<RegisterStore, 'commit'> = {
    async commit(baseVersion, change) {
      commits += 1;
      if (commits === number && when === 'before') throw new PowerCut();
      const outcome = await store.commit(baseVersion, change);
      if (commits === number) throw new PowerCut();
      return outcome;
    },
  };
  return new Proxy(store, {
    get: (target, name) => (name === 'commit' ? cut.commit : Reflect.get(target, name)) as unknown,
  });
}
