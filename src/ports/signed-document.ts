import type { Result } from '#domain/base/result.ts';
import type { DocumentRefusal, DocumentSigner } from '#domain/certificate/signed-document.ts';

/** A CMS SignedData whose one signature holds; whose it is, the register says. */
export interface SignedDocument {
  readonly content: Uint8Array;
  readonly signerCertificateDer: Uint8Array;
  readonly claimedSigningTimeIso?: string;
}

export type SignedDocumentRefusal = DocumentRefusal;

/** With `detachedContent` the signature has to be one on that content, whether the file has it inside too or not. */
export type SignedDocumentReader = (
  bytes: Uint8Array,
  detachedContent?: Uint8Array,
) => Promise<Result<SignedDocument, SignedDocumentRefusal>>;

/** For an algorithm that no browser has: whether the attributes hold for the content, and the signature over them. */
export type SignerCheck = (signer: DocumentSigner) => Promise<boolean>;
