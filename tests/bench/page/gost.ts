import gostWorkerUrl from './gost.worker.ts?worker&url';
import { trustedScriptUrl } from '#app/boot/trusted-types.ts';
import type { Measured } from './measured.ts';

export interface GostRates {
  readonly firstMs: number;
  readonly signatures: number;
  readonly verifications: number;
  readonly hashMegabytes: number;
}

const count = 3_000;

/** ГОСТ in a worker of its own, as the key worker has it; no browser has it, so there is no limit to set beside. */
export async function measureGost(): Promise<readonly Measured[]> {
  const worker = new Worker(trustedScriptUrl(new URL(gostWorkerUrl, import.meta.url)), { type: 'module' });
  const rates = await new Promise<GostRates>((resolve, reject) => {
    worker.onmessage = ({ data }) => {
      resolve(data as GostRates);
    };
    worker.onerror = (event) => {
      reject(new Error(event.message));
    };
    worker.postMessage({ count });
  });
  worker.terminate();
  return [
    { name: 'ГОСТ 34.310-2004: the first signature', value: rates.firstMs, unit: 'ms' },
    { name: 'ГОСТ 34.310-2004: signatures, one worker', value: rates.signatures, unit: '/s', size: count },
    {
      name: 'ГОСТ 34.310-2004: verifications, one worker',
      value: rates.verifications,
      unit: '/s',
      size: count,
    },
    { name: 'ГОСТ 34.311-95: hash, one worker', value: rates.hashMegabytes, unit: 'MB/s' },
  ];
}
