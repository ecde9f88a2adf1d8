/** A worker that does what `perform` says with each message; `ended` tells how often it was terminated. */
export function fakeWorker<Q>(perform: (worker: Worker, question: Q) => void): Worker & { ended: number } {
  const worker = {
    ended: 0,
    terminate() {
      worker.ended += 1;
    },
    postMessage(question: Q) {
      queueMicrotask(() => {
        perform(worker as unknown as Worker, question);
      });
    },
  };
  return worker as unknown as Worker & { ended: number };
}

export function answer(worker: Worker, data: unknown): void {
  worker.onmessage?.({ data } as MessageEvent);
}

/** As a browser tells of a worker whose script threw or did not load. */
export function fail(worker: Worker): void {
  worker.onerror?.({} as ErrorEvent);
}
