import { sha256 } from '#adapters/digest/digest.ts';
import { indexedDbStore } from '#adapters/indexeddb/indexeddb-store.ts';
import { signedDocumentReader } from '#adapters/webcrypto/signed-document.ts';
import { checkGostSigner } from '#adapters/gost/signer-check.ts';
import { verifyAct } from '#adapters/webcrypto/act-verifier.ts';
import { type TreeEdge, emptyEdge } from '#domain/audit/log-tree.ts';
import type { LogReport } from '#domain/audit/log-report.ts';
import { RegisterMap, type RegisterMapContent } from '#domain/proof/register-map.ts';
import { verifyLog } from '#operations/audit/verify-log.ts';

export interface VerifyLogQuestion {
  /** Of the register's database. */
  readonly name: string;
  readonly signatures: 'each' | 'uncovered';
}

export type VerifyLogAnswer =
  | { readonly type: 'progress'; readonly done: number; readonly total: number }
  | {
      readonly type: 'value';
      readonly value: LogReport;
      readonly map: RegisterMapContent;
      readonly edge: TreeEdge;
    }
  | { readonly type: 'fault'; readonly name: string };

/** Nobody waits for this thread in between: a reading costs the browser about as much as a hundred rows. */
const rowsAtOnce = 1_000;

/** Verifies the log off the page's thread: a register of years takes seconds. It only reads. */
self.onmessage = (event: MessageEvent<VerifyLogQuestion>) => {
  verify(event.data).catch((error: unknown) => {
    answer({ type: 'fault', name: error instanceof Error ? error.name : 'Error' });
  });
};

async function verify({ name, signatures }: VerifyLogQuestion): Promise<void> {
  const store = await indexedDbStore({ name });
  try {
    const map = new RegisterMap(sha256, { salt: crypto.getRandomValues(new Uint8Array(16)) });
    let edge = emptyEdge;
    const value = await verifyLog(
      { store, sha256, verifyAct, readSignedDocument: signedDocumentReader(checkGostSigner) },
      {
        map,
        rowsAtOnce,
        signatures,
        onEdge: (reached) => {
          edge = reached;
        },
        onProgress: (done, total) => {
          answer({ type: 'progress', done, total });
        },
      },
    );
    const content = map.content();
    const { records, counts } = content;
    self.postMessage({ type: 'value', value, map: content, edge } satisfies VerifyLogAnswer, {
      transfer: [records.tags, records.values, counts.tags, counts.values].map(({ buffer }) => buffer),
    });
  } finally {
    store.close();
  }
}

function answer(message: VerifyLogAnswer): void {
  self.postMessage(message);
}
