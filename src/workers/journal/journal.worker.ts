import { sha256 } from '#adapters/digest/digest.ts';
import { indexedDbStore } from '#adapters/indexeddb/indexeddb-store.ts';
import { journalFiles } from '#adapters/opfs/journal-files.ts';
import { JournalKeeper } from '#operations/commit-journal/journal-keeper.ts';
import type { JournalFiles } from '#ports/commit-journal.ts';
import type { RegisterStore } from '#ports/register-store.ts';
import { type JournalAnswer, type JournalQuestion, releaseChannel } from './protocol.ts';

/**
 * Keeps the journal of commits beside the register, off the page's thread: its files can only be flushed here. It is asked one
 * thing after another; the page that writes has it, and another that takes over has its files let go.
 */
interface Open {
  readonly keeper: JournalKeeper;
  readonly store: RegisterStore;
  readonly letGo: () => void;
}

/** Milliseconds for the tab before to let its files go; a browser that was just ended may hold them as long. */
const patienceMs = 5_000;
const betweenTriesMs = 50;

let open: Open | null = null;
/** The files could not be had: a commit does not wait for them again, the next start does. */
let isRefused = false;
let queue: Promise<unknown> = Promise.resolve();

self.onmessage = ({ data }: MessageEvent<JournalQuestion>) => {
  queue = queue.then(async () => {
    self.postMessage(await answerTo(data));
  });
};

async function answerTo({ id, name, method, parameters }: JournalQuestion): Promise<JournalAnswer> {
  try {
    if (method === 'end') isRefused = false;
    if (!isRefused) open ??= await opened(name);
    isRefused = open === null;
    if (open === null) return { id, type: 'closed' };
    const perform = open.keeper[method].bind(open.keeper) as (...given: readonly unknown[]) => unknown;
    return { id, type: 'value', value: await perform(...parameters) };
  } catch (error) {
    close();
    return { id, type: 'fault', name: error instanceof Error ? error.name : 'Error' };
  }
}

async function opened(name: string): Promise<Open | null> {
  const channel = new BroadcastChannel(releaseChannel(name));
  channel.postMessage('release');
  const files = await filesOf(name);
  if (files === null) {
    channel.close();
    return null;
  }
  const store = await indexedDbStore({ name });
  channel.onmessage = close;
  const letGo = (): void => {
    channel.close();
    store.close();
    files.close();
  };
  return { keeper: new JournalKeeper({ files, store, sha256 }), store, letGo };
}

/** Null where the browser has no such file system or refuses it, and where another tab does not let go. */
async function filesOf(name: string): Promise<JournalFiles | null> {
  for (let waited = 0; ; waited += betweenTriesMs) {
    try {
      return await journalFiles(name);
    } catch (cause) {
      const isHeld = cause instanceof DOMException && cause.name === 'NoModificationAllowedError';
      if (!isHeld || waited >= patienceMs) return null;
      await new Promise((resolve) => setTimeout(resolve, betweenTriesMs));
    }
  }
}

function close(): void {
  open?.letGo();
  open = null;
}
