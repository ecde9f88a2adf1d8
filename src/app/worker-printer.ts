import printingWorkerUrl from '#workers/printing/printing.worker.ts?worker&url';
import type { Printer } from '#ports/printer.ts';
import { trustedScriptUrl } from './boot/trusted-types.ts';

type Answer = Awaited<ReturnType<Printer['print']>>;

/** Papers are drawn in a worker of their own, started at the first print. */
export function workerPrinter(): Printer {
  let worker: Worker | null = null;
  let questions = 0;
  const waiting = new Map<number, { resolve: (answer: Answer) => void; reject: (fault: Error) => void }>();

  const started = (): Worker => {
    if (worker !== null) return worker;
    worker = new Worker(trustedScriptUrl(new URL(printingWorkerUrl, import.meta.url)), { type: 'module' });
    worker.onmessage = ({
      data,
    }: MessageEvent<{ id: number; type: string; value?: Answer; name?: string }>) => {
      const asked = waiting.get(data.id);
      waiting.delete(data.id);
      if (data.value !== undefined) asked?.resolve(data.value);
      else asked?.reject(new Error(`printing: ${data.name ?? ''}`));
    };
    return worker;
  };

  return {
    print: (content) =>
      new Promise((resolve, reject) => {
        questions += 1;
        waiting.set(questions, { resolve, reject });
        started().postMessage({ id: questions, content });
      }),
  };
}
