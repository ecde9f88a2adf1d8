import verifyLogWorkerUrl from '#workers/audit/verify-log.worker.ts?worker&url';
import { Fault } from '#domain/base/fault.ts';
import type { Acts } from '#operations/acts.ts';
import type { LogReport } from '#domain/audit/log-report.ts';
import type { VerifyLogAnswer } from '#workers/audit/verify-log.worker.ts';
import { trustedScriptUrl } from './boot/trusted-types.ts';

/** The verification of the log in a worker of its own, which ends with it; cancelling ends the worker. */
export function verifyLogInWorker(
  name: string,
  startWorker: () => Worker = startVerification,
): Acts['verifyLog'] {
  return ({ onProgress, cancellation } = {}) =>
    new Promise<LogReport>((resolve, reject) => {
      const worker = startWorker();
      let seen = 0;
      const settle = (end: () => void): void => {
        worker.terminate();
        unfollow?.();
        end();
      };
      const unfollow = cancellation?.onCancel(() => {
        settle(() => {
          resolve({
            head: '',
            records: seen,
            registerRecords: 0,
            signaturesVerified: 0,
            faults: [],
            uncovered: null,
            cancelled: true,
          });
        });
      });
      worker.onmessage = ({ data }: MessageEvent<VerifyLogAnswer>) => {
        if (data.type === 'progress') {
          seen = data.done;
          onProgress?.(data.done, data.total);
        } else if (data.type === 'value') {
          settle(() => {
            resolve(data.value);
          });
        } else {
          settle(() => {
            reject(new Fault('verification-worker', data.name));
          });
        }
      };
      worker.onerror = () => {
        settle(() => {
          reject(new Fault('verification-worker'));
        });
      };
      worker.postMessage({ name });
    });
}

function startVerification(): Worker {
  return new Worker(trustedScriptUrl(new URL(verifyLogWorkerUrl, import.meta.url)), { type: 'module' });
}
