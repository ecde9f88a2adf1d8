import signingWorkerUrl from './signing.worker.ts?worker&url';
import { trustedScriptUrl } from '#app/boot/trusted-types.ts';
import type { Measured } from './measured.ts';

export async function measureSigning(): Promise<readonly Measured[]> {
  const count = 5_000;
  const worker = new Worker(trustedScriptUrl(new URL(signingWorkerUrl, import.meta.url)), { type: 'module' });
  const { signatures, certificates } = await new Promise<{ signatures: number; certificates: number }>(
    (resolve, reject) => {
      worker.onmessage = ({ data }) => {
        resolve(data as { signatures: number; certificates: number });
      };
      worker.onerror = (event) => {
        reject(new Error(event.message));
      };
      worker.postMessage({ count });
    },
  );
  worker.terminate();
  return [
    { name: 'raw P-256 signatures, one worker', value: signatures, unit: '/s', size: count },
    {
      name: 'certificates made and signed, one worker',
      value: certificates,
      unit: '/s',
      limit: signatures,
      size: count,
    },
  ];
}
