import type { ServiceWorkerQuestion } from './service-worker-messages.ts';

/** Asks a service worker and waits for its answer. */
export function ask<Answer>(worker: ServiceWorker, question: ServiceWorkerQuestion): Promise<Answer> {
  return new Promise((resolve) => {
    const channel = new MessageChannel();
    channel.port1.onmessage = ({ data }: MessageEvent<Answer>) => {
      channel.port1.close();
      resolve(data);
    };
    worker.postMessage(question, [channel.port2]);
  });
}
