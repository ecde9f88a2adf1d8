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

/** One signer of a SignedData, taken apart, for an algorithm that no browser has. */
export interface SignerParts {
  readonly spkiDer: Uint8Array;
  readonly digestOid: string;
  readonly signatureOid: string;
  readonly contentTypeOid: string;
  readonly content: Uint8Array;
  readonly signature: Uint8Array;
  /** As the signature covers them: SET OF in DER (RFC 5652 §5.4). */
  readonly signedAttributesDer?: Uint8Array;
}

/** Whether the signature holds, over the content or over attributes that hold for the content. */
export type SignerCheck = (signer: SignerParts) => Promise<boolean>;
