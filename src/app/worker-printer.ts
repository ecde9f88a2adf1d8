import printingWorkerUrl from '#workers/printing/printing.worker.ts?worker&url';
import { Fault } from '#domain/base/fault.ts';
import type { CancellablePrinter, Printer, PrintProgress } from '#ports/printer.ts';
import { trustedScriptUrl } from './boot/trusted-types.ts';

type Answer = Awaited<ReturnType<Printer['print']>>;
type Content = Parameters<Printer['print']>[0];

type Said =
  | { readonly id: number; readonly type: 'progress'; readonly done: number; readonly total: number }
  | { readonly id: number; readonly type: 'value'; readonly value: Answer }
  | { readonly id: number; readonly type: 'fault'; readonly name: string };

interface Asked {
  readonly resolve: (answer: Answer) => void;
  readonly reject: (fault: Fault) => void;
  readonly progress: PrintProgress | undefined;
  readonly content: Content;
}

/** Papers are drawn in a worker of their own, started at the first print; one that fails is not used again. */
export function workerPrinter(startWorker: () => Worker = startPrinting): CancellablePrinter {
  let worker: Worker | null = null;
  let questions = 0;
  const waiting = new Map<number, Asked>();

  const started = (): Worker => {
    if (worker !== null) return worker;
    worker = startWorker();
    worker.onmessage = ({ data }: MessageEvent<Said>) => {
      const asked = waiting.get(data.id);
      if (data.type === 'progress') {
        asked?.progress?.(data.done, data.total);
        return;
      }
      waiting.delete(data.id);
      if (data.type === 'value') asked?.resolve(data.value);
      else asked?.reject(new Fault('printing-worker', data.name));
    };
    worker.onerror = () => {
      worker?.terminate();
      worker = null;
      for (const { reject } of waiting.values()) reject(new Fault('printing-worker'));
      waiting.clear();
    };
    return worker;
  };

  const ask = (
    content: Content,
    progress: PrintProgress | undefined,
    whenDone: () => void,
  ): { readonly question: number; readonly answer: Promise<Answer> } => {
    questions += 1;
    const question = questions;
    const answer = new Promise<Answer>((resolve, reject) => {
      waiting.set(question, { resolve, reject, progress, content });
      started().postMessage({ id: question, content });
    });
    return { question, answer: answer.finally(whenDone) };
  };

  return {
    print: (content, progress) => ask(content, progress, () => undefined).answer,
    printUntil: (content, progress, cancellation) =>
      new Promise((resolve, reject) => {
        const listening: { stop?: () => void } = {};
        const { question, answer } = ask(content, progress, () => listening.stop?.());
        answer.then(resolve, reject);
        // A worker that draws hears nothing: only ending it stops it, and what else was asked of it is asked anew.
        listening.stop = cancellation.onCancel(() => {
          resolve({ ok: false, error: { type: 'Cancelled' } });
          waiting.delete(question);
          worker?.terminate();
          worker = null;
          for (const [id, asked] of waiting) started().postMessage({ id, content: asked.content });
        });
      }),
  };
}

function startPrinting(): Worker {
  return new Worker(trustedScriptUrl(new URL(printingWorkerUrl, import.meta.url)), { type: 'module' });
}
