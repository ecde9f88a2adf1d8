import gostChecksWorkerUrl from '#workers/gost/gost-checks.worker.ts?worker&url';
import { Fault } from '#domain/base/fault.ts';
import type { SignatureVerifier } from '#ports/signature-verifier.ts';
import type { SignerCheck } from '#ports/signed-document.ts';
import type { GostAnswer, GostQuestion } from '#workers/gost/gost-checks.worker.ts';
import { trustedScriptUrl } from './boot/trusted-types.ts';

export interface GostChecks {
  readonly verifier: SignatureVerifier;
  readonly checkSigner: SignerCheck;
}

type Asked = GostQuestion extends infer Q ? (Q extends GostQuestion ? Omit<Q, 'id'> : never) : never;

interface Waiting {
  readonly resolve: (holds: boolean) => void;
  readonly reject: (fault: Fault) => void;
}

/** ГОСТ signatures checked off the page's thread. The worker is started by the first of them; one that fails is not used again. */
export function gostChecks(startWorker: () => Worker = startGostWorker): GostChecks {
  let worker: Worker | null = null;
  let questions = 0;
  const waiting = new Map<number, Waiting>();

  const started = (): Worker => {
    if (worker !== null) return worker;
    worker = startWorker();
    worker.onmessage = ({ data }: MessageEvent<GostAnswer>) => {
      const asked = waiting.get(data.id);
      waiting.delete(data.id);
      if (data.type === 'value') asked?.resolve(data.holds);
      else asked?.reject(new Fault('gost-worker', data.name));
    };
    worker.onerror = () => {
      worker?.terminate();
      worker = null;
      for (const { reject } of waiting.values()) reject(new Fault('gost-worker'));
      waiting.clear();
    };
    return worker;
  };

  const ask = (asked: Asked): Promise<boolean> =>
    new Promise((resolve, reject) => {
      questions += 1;
      waiting.set(questions, { resolve, reject });
      const question: GostQuestion = { ...asked, id: questions };
      started().postMessage(question);
    });

  return {
    verifier: { verify: (...parameters) => ask({ type: 'signature', parameters }) },
    checkSigner: (signer) => ask({ type: 'signer', signer }),
  };
}

function startGostWorker(): Worker {
  return new Worker(trustedScriptUrl(new URL(gostChecksWorkerUrl, import.meta.url)), { type: 'module' });
}
