import printingWorkerUrl from '#workers/printing/printing.worker.ts?worker&url';
import type { Printer, PrintProgress } from '#ports/printer.ts';
import { trustedScriptUrl } from './boot/trusted-types.ts';

type Answer = Awaited<ReturnType<Printer['print']>>;

type Said =
  | { readonly id: number; readonly type: 'progress'; readonly done: number; readonly total: number }
  | { readonly id: number; readonly type: 'value'; readonly value: Answer }
  | { readonly id: number; readonly type: 'fault'; readonly name: string };

interface Asked {
  readonly resolve: (answer: Answer) => void;
  readonly reject: (fault: Error) => void;
  readonly progress: PrintProgress | undefined;
  readonly content: Parameters<Printer['print']>[0];
}

/** Papers are drawn in a worker of their own, started at the first print. */
export function workerPrinter(): Printer {
  let worker: Worker | null = null;
  let questions = 0;
  const waiting = new Map<number, Asked>();

  const started = (): Worker => {
    if (worker !== null) return worker;
    worker = new Worker(trustedScriptUrl(new URL(printingWorkerUrl, import.meta.url)), { type: 'module' });
    worker.onmessage = ({ data }: MessageEvent<Said>) => {
      const asked = waiting.get(data.id);
      if (data.type === 'progress') {
        asked?.progress?.(data.done, data.total);
        return;
      }
      waiting.delete(data.id);
      if (data.type === 'value') asked?.resolve(data.value);
      else asked?.reject(new Error(`printing: ${data.name}`));
    };
    return worker;
  };

  return {
    print: (content, progress, cancellation) =>
      new Promise((resolve, reject) => {
        const listening: { stop?: () => void } = {};
        const done = (answer: Answer) => {
          listening.stop?.();
          resolve(answer);
        };
        questions += 1;
        const question = questions;
        waiting.set(question, { resolve: done, reject, progress, content });
        started().postMessage({ id: question, content });
        // A worker that draws hears nothing: only ending it stops it, and what else was asked of it is asked anew.
        if (cancellation === undefined) return;
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
