import { sha256 } from '#adapters/digest/digest.ts';
import { indexedDbStore } from '#adapters/indexeddb/indexeddb-store.ts';
import { signedDocumentReader } from '#adapters/webcrypto/signed-document.ts';
import { checkGostSigner } from '#adapters/gost/signer-check.ts';
import { verifyAct } from '#adapters/webcrypto/act-verifier.ts';
import type { LogReport } from '#domain/audit/log-report.ts';
import { verifyLog } from '#operations/audit/verify-log.ts';

/** Name of the register's database. */
export interface VerifyLogQuestion {
  readonly name: string;
}

export type VerifyLogAnswer =
  | { readonly type: 'progress'; readonly done: number; readonly total: number }
  | { readonly type: 'value'; readonly value: LogReport }
  | { readonly type: 'fault'; readonly name: string };

/** Verifies the log off the page's thread: a register of years takes seconds. It only reads. */
self.onmessage = (event: MessageEvent<VerifyLogQuestion>) => {
  verify(event.data.name).catch((error: unknown) => {
    answer({ type: 'fault', name: error instanceof Error ? error.name : 'Error' });
  });
};

async function verify(name: string): Promise<void> {
  const store = await indexedDbStore({ name });
  try {
    const value = await verifyLog(
      { store, sha256, verifyAct, readSignedDocument: signedDocumentReader(checkGostSigner) },
      {
        onProgress: (done, total) => {
          answer({ type: 'progress', done, total });
        },
      },
    );
    answer({ type: 'value', value });
  } finally {
    store.close();
  }
}

function answer(message: VerifyLogAnswer): void {
  self.postMessage(message);
}
