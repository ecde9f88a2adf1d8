import type { Office, Reading } from '#operations/office.ts';
import type { OfficeAtWork } from './office-at-work.ts';
import { aGate } from './session-at-work.ts';

/** A page's register whose readings can be held back, as a busy disk does: what is read is as of the moment it began. */
export function aSlowRegister({ desk }: Pick<OfficeAtWork, 'desk'>): {
  readonly store: Office['store'];
  /** Readings that begin from now on wait at each step until `letGo`; those that begin after `free` do not. */
  readonly hold: () => { readonly free: () => void; readonly letGo: () => void };
} {
  let held: Promise<void> | undefined;
  return {
    store: {
      subscribe: (listener) => desk.store.subscribe(listener),
      async read() {
        const reading = await desk.store.read();
        return held === undefined ? reading : waiting(reading, held);
      },
    },
    hold() {
      const gate = aGate();
      held = gate.passed;
      const free = () => {
        held = undefined;
      };
      return {
        free,
        letGo() {
          free();
          gate.open();
        },
      };
    },
  };
}

function waiting(reading: Reading, held: Promise<void>): Reading {
  return {
    version: reading.version,
    head: reading.head,
    get: (collection, id) => held.then(() => reading.get(collection, id)),
    list: (collection, query) => held.then(() => reading.list(collection, query)),
    count: (collection, query) => held.then(() => reading.count(collection, query)),
    rows: (collection, query) => held.then(() => reading.rows(collection, query)),
  };
}
