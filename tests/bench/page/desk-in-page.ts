import { breath } from '#adapters/browser/breath.ts';
import { verifyInWorker } from '#app/log-verification.ts';
import { wholeDesk } from '#app/whole-desk.ts';
import type { Office } from '#operations/office.ts';
import type { Custody } from '#ports/custody.ts';
import type { Desk } from '#ports/desk.ts';
import type { RegisterStore, Snapshot } from '#ports/register-store.ts';

/** The office's own desk: its store and its key worker are more than a page is told of them. */
export function deskOf(office: Office): Desk {
  return wholeDesk({
    store: office.store as RegisterStore,
    custody: office.custody as Custody,
    clock: office.clock,
    sha256: office.sha256,
    random: (octets) => crypto.getRandomValues(new Uint8Array(octets)),
    isWriter: () => office.writer.role === 'writer',
    verifyRegister: () => verifyInWorker('tirkelim'),
    breathe: breath(),
    demonstration: false,
  });
}

export interface TimedDesk {
  readonly desk: Desk;
  /** Everything counts from here on. */
  readonly begin: () => void;
  /** What was waited for; parts that go on side by side are counted each. */
  readonly milliseconds: { reading: number; signing: number; 'the log’s signature': number; commit: number };
}

/** The same desk, with a clock beside its store and its key worker. */
export function timedDesk(desk: Desk): TimedDesk {
  const milliseconds = { reading: 0, signing: 0, 'the log’s signature': 0, commit: 0 };
  const over = async <T>(part: keyof typeof milliseconds, work: Promise<T>): Promise<T> => {
    const started = performance.now();
    try {
      return await work;
    } finally {
      milliseconds[part] += performance.now() - started;
    }
  };
  const timed = (snapshot: Snapshot): Snapshot => ({
    ...snapshot,
    get: (...asked) => over('reading', snapshot.get(...asked)),
    list: (...asked) => over('reading', snapshot.list(...asked)),
    count: (...asked) => over('reading', snapshot.count(...asked)),
    ...(snapshot.together === undefined
      ? {}
      : { together: (questions) => over('reading', snapshot.together?.(questions) ?? Promise.resolve([])) }),
  });
  const { store, custody } = desk;
  return {
    milliseconds,
    begin() {
      for (const part of Object.keys(milliseconds) as (keyof typeof milliseconds)[]) milliseconds[part] = 0;
    },
    desk: {
      ...desk,
      store: {
        ...store,
        read: async () => timed(await over('reading', store.read())),
        commit: (...asked) => over('commit', store.commit(...asked)),
      },
      custody: {
        ...custody,
        signAsAuthority: (...asked) => over('signing', custody.signAsAuthority(...asked)),
        signActs: (...asked) => over('the log’s signature', custody.signActs(...asked)),
      },
    },
  };
}
