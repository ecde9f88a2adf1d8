import { gostSignatureVerifier } from '#adapters/gost/signature-verifier.ts';
import { checkGostSigner } from '#adapters/gost/signer-check.ts';
import type { SignatureVerifier } from '#ports/signature-verifier.ts';
import type { DocumentSigner } from '#domain/certificate/signed-document.ts';

export type GostQuestion = { readonly id: number } & (
  | { readonly type: 'signature'; readonly parameters: Parameters<SignatureVerifier['verify']> }
  | { readonly type: 'signer'; readonly signer: DocumentSigner }
);

export type GostAnswer =
  | { readonly id: number; readonly type: 'value'; readonly holds: boolean }
  | { readonly id: number; readonly type: 'fault'; readonly name: string };

/** ГОСТ signatures of others, with public keys alone: the first one makes tables, which a page would be felt to stop for. */
self.onmessage = ({ data }: MessageEvent<GostQuestion>) => {
  const { id } = data;
  check(data).then(
    (holds) => {
      answer({ id, type: 'value', holds });
    },
    (error: unknown) => {
      answer({ id, type: 'fault', name: error instanceof Error ? error.name : 'Error' });
    },
  );
};

function check(question: GostQuestion): Promise<boolean> {
  switch (question.type) {
    case 'signature':
      return gostSignatureVerifier.verify(...question.parameters);
    case 'signer':
      return checkGostSigner(question.signer);
  }
}

function answer(message: GostAnswer): void {
  self.postMessage(message);
}
