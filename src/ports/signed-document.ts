import type { Result } from '#domain/base/result.ts';

/** A CMS SignedData whose one signature holds; whose it is, the register says. */
export interface SignedDocument {
  readonly content: Uint8Array;
  readonly signerCertificateDer: Uint8Array;
  readonly claimedSigningTimeIso?: string;
}

export type SignedDocumentRefusal =
  | { readonly type: 'NotSignedData' }
  | { readonly type: 'DocumentTooLarge'; readonly maximumOctets: number }
  | { readonly type: 'SignerCount'; readonly seen: number }
  | { readonly type: 'ContentMissing' }
  | { readonly type: 'SignerCertificateMissing' }
  | { readonly type: 'SignatureInvalid' };

export type SignedDocumentReader = (
  bytes: Uint8Array,
  detachedContent?: Uint8Array,
) => Promise<Result<SignedDocument, SignedDocumentRefusal>>;
