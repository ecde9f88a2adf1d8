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
    print: (content, progress) =>
      new Promise((resolve, reject) => {
        questions += 1;
        waiting.set(questions, { resolve, reject, progress });
        started().postMessage({ id: questions, content });
      }),
  };
}
