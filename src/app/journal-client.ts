import journalWorkerUrl from '#workers/journal/journal.worker.ts?worker&url';
import type { CommitJournal, JournalEnd, JournalOutcome } from '#ports/commit-journal.ts';
import type { JournalAnswer, JournalMethod, JournalQuestion } from '#workers/journal/protocol.ts';
import { trustedScriptUrl } from './boot/trusted-types.ts';

/** Of an answer that never came. */
const noAnswer = Symbol('no answer');

/**
 * The page's side of the journal's worker. A journal that can't be had, and a worker that breaks, are one and the same for the
 * register: it stands alone, and the page says so.
 */
export function journalClient(name: string, startWorker: () => Worker = startJournal): CommitJournal {
  let worker: Worker | null = null;
  let questions = 0;
  const waiting = new Map<number, (value: unknown) => void>();

  const end = (): void => {
    worker?.terminate();
    worker = null;
    for (const resolve of waiting.values()) resolve(noAnswer);
    waiting.clear();
  };

  const started = (): Worker => {
    if (worker !== null) return worker;
    worker = startWorker();
    worker.onmessage = ({ data }: MessageEvent<JournalAnswer>) => {
      const resolve = waiting.get(data.id);
      waiting.delete(data.id);
      resolve?.(data.type === 'value' ? data.value : noAnswer);
    };
    worker.onerror = end;
    return worker;
  };

  const ask = <T>(without: T, method: JournalMethod, ...parameters: readonly unknown[]): Promise<T> =>
    new Promise<T>((resolve) => {
      questions += 1;
      // Both sides are compiled against the same port: what answers a method is what the method gives.
      waiting.set(questions, (value) => {
        resolve(value === noAnswer ? without : (value as T));
      });
      const question: JournalQuestion = { id: questions, name, method, parameters };
      started().postMessage(question);
    });

  const closed = { type: 'closed' } as const;
  return {
    end: () => ask<JournalEnd>(closed, 'end'),
    append: (change) => ask<JournalOutcome>('closed', 'append', change),
    follow: (options) => ask<JournalOutcome>('closed', 'follow', options),
    isWhole: () => ask(false, 'isWhole'),
    content: () => ask<Awaited<ReturnType<CommitJournal['content']>>>(null, 'content'),
    freeReserve: () => ask(false, 'freeReserve'),
    takeReserve: () => ask<boolean | null>(null, 'takeReserve'),
    release: end,
  };
}

function startJournal(): Worker {
  return new Worker(trustedScriptUrl(new URL(journalWorkerUrl, import.meta.url)), { type: 'module' });
}
