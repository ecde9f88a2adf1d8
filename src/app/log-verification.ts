import verifyLogWorkerUrl from '#workers/audit/verify-log.worker.ts?worker&url';
import { Fault } from '#domain/base/fault.ts';
import { sha256 } from '#adapters/digest/digest.ts';
import { RegisterMap } from '#domain/proof/register-map.ts';
import type { Acts } from '#operations/acts.ts';
import { emptyEdge } from '#domain/audit/log-tree.ts';
import type { LogReport } from '#domain/audit/log-report.ts';
import type { VerifyLogAnswer, VerifyLogQuestion } from '#workers/audit/verify-log.worker.ts';
import type { VerifiedRegister } from '#ports/desk.ts';
import { trustedScriptUrl } from './boot/trusted-types.ts';

/** The report of `verifyInWorker` alone: what a page asks for. */
export function verifyLogInWorker(
  name: string,
  startWorker: () => Worker = startVerification,
): Acts['verifyLog'] {
  return async (options) =>
    (await verifyInWorker(name, startWorker, { ...options, signatures: 'each' })).report;
}

type VerificationOptions = NonNullable<Parameters<Acts['verifyLog']>[0]> &
  Partial<Pick<VerifyLogQuestion, 'signatures'>>;

/** The verification of the log in a worker of its own, which ends with it; cancelling ends the worker. */
export function verifyInWorker(
  name: string,
  startWorker: () => Worker = startVerification,
  { onProgress, cancellation, signatures = 'uncovered' }: VerificationOptions = {},
): Promise<VerifiedRegister> {
  return new Promise<VerifiedRegister>((resolve, reject) => {
    const worker = startWorker();
    let seen = 0;
    const settle = (end: () => void): void => {
      worker.terminate();
      unfollow?.();
      end();
    };
    const unfollow = cancellation?.onCancel(() => {
      settle(() => {
        resolve({ report: cancelledAfter(seen), map: emptyMap(), edge: emptyEdge });
      });
    });
    worker.onmessage = ({ data }: MessageEvent<VerifyLogAnswer>) => {
      if (data.type === 'progress') {
        seen = data.done;
        onProgress?.(data.done, data.total);
      } else if (data.type === 'value') {
        settle(() => {
          resolve({ report: data.value, map: new RegisterMap(sha256, data.map), edge: data.edge });
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
    worker.postMessage({ name, signatures } satisfies VerifyLogQuestion);
  });
}

function cancelledAfter(records: number): LogReport {
  return {
    head: '',
    records,
    registerRecords: 0,
    signaturesVerified: 0,
    faults: [],
    uncovered: null,
    stationKeyHex: null,
    cancelled: true,
  };
}

function emptyMap(): RegisterMap {
  return new RegisterMap(sha256, { salt: crypto.getRandomValues(new Uint8Array(16)) });
}

function startVerification(): Worker {
  return new Worker(trustedScriptUrl(new URL(verifyLogWorkerUrl, import.meta.url)), { type: 'module' });
}
