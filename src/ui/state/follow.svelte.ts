import { untrack } from 'svelte';
import type { Session } from './session.svelte.ts';

type Load = () => Promise<unknown>;

/**
 * Loads of one page, one after another: of those asked for while one is under way only the last is done, after it. So what is
 * shown in the end was read last; two at once would race, and a slow one could put an older register back on the page.
 */
export class InTurn {
  #isUnderWay = false;
  #next: Load | undefined;

  /** Rejects with what a load of this turn throws; what waits behind that load is done all the same. */
  async do(load: Load): Promise<void> {
    this.#next = load;
    if (this.#isUnderWay) return;
    this.#isUnderWay = true;
    try {
      await this.#run();
    } finally {
      this.#isUnderWay = false;
      if (this.#next !== undefined) void this.do(this.#next);
    }
  }

  async #run(): Promise<void> {
    while (this.#next !== undefined) {
      const load = this.#next;
      this.#next = undefined;
      await load();
    }
  }
}

/**
 * To be called while a component is made: loads what it shows, again after each commit and each change of the station, one
 * load after another. `wanted` is what else the page depends on, and says how to load; undefined when nothing is to be loaded now.
 */
export function follow(session: Session, wanted: () => Load | undefined): void {
  const turns = new InTurn();
  $effect(() => {
    void session.changes;
    void session.station;
    const load = wanted();
    if (load !== undefined) untrack(() => void turns.do(load));
  });
}
