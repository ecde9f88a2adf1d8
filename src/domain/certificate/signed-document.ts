import { bytesEqual } from '#domain/base/bytes.ts';
import { type Result, err, ok } from '#domain/base/result.ts';
import {
  type HashName,
  type SignatureAlgorithm,
  acceptedSignatures,
  algorithmName,
  hasRightSignatureParameters,
  isNull,
} from '#domain/der/algorithm.ts';
import { cms, weakDigestName } from '#domain/der/cms-identifiers.ts';
import { gostEncodingOf } from '#domain/der/gost-key.ts';
import { oid } from '#domain/der/object-identifiers.ts';
import type { SignedAttributes } from '#domain/der/signed-attributes.ts';
import {
  type SignedDataRefusal,
  type SignerIdentifier,
  type SignerInfo,
  readSignedData,
} from '#domain/der/signed-data.ts';
import { verificationAlgorithm } from '#domain/der/verification-algorithm.ts';
import type { Certificate } from './certificate.ts';
import { decodedExtensions } from './decoded-extensions.ts';
import { readCertificate } from './read-certificate.ts';

/** The one signer of a SignedData with everything that says whether the signature holds; nothing is verified yet. */
export interface DocumentSigner {
  readonly contentTypeOid: string;
  readonly content: Uint8Array;
  readonly certificate: Certificate;
  readonly digestOid: string;
  readonly signatureOid: string;
  /** How the signature over `attributes.der` is verified; `gost` is left to what knows ГОСТ's digests. */
  readonly verification:
    | { readonly type: 'gost' }
    | { readonly type: 'webcrypto'; readonly hash: HashName; readonly algorithm: SignatureAlgorithm };
  readonly attributes: SignedAttributes;
  readonly signature: Uint8Array;
}

export type DocumentRefusal =
  | SignedDataRefusal
  | { readonly type: 'DocumentTooLarge'; readonly maximumOctets: number }
  | { readonly type: 'SignerCount'; readonly seen: number }
  | {
      readonly type:
        'ContentMissing' | 'SignedAttributesMissing' | 'SignerCertificateMissing' | 'SignatureInvalid';
    }
  | { readonly type: 'SignatureAlgorithm'; readonly algorithm: string; readonly allowed: readonly string[] };

const maximumOctets = 1024 * 1024;

const hashes: ReadonlyMap<string, HashName> = new Map([
  [cms.sha256, 'SHA-256'],
  [cms.sha384, 'SHA-384'],
  [cms.sha512, 'SHA-512'],
]);

/** Of a digest's identifier; null when WebCrypto has none of that name or it is too weak. */
export function hashNamed(dotted: string): HashName | null {
  return hashes.get(dotted) ?? null;
}

/**
 * An electronic document (N-10, RFC 5652): one signer, whose certificate is inside, over attributes that name type and digest of the content.
 * A content that lies beside the file has to be the one in it, if there is one there too: the signature is taken for a signature on it.
 */
export function readDocumentSigner(
  bytes: Uint8Array,
  detachedContent?: Uint8Array,
): Result<DocumentSigner, DocumentRefusal> {
  if (bytes.length > maximumOctets) return err({ type: 'DocumentTooLarge', maximumOctets });
  const read = readSignedData(bytes);
  if (!read.ok) return read;
  const { contentTypeOid, content: inside, certificatesDer, signerInfos } = read.value;
  const [signer] = signerInfos;
  if (signer === undefined || signerInfos.length !== 1)
    return err({ type: 'SignerCount', seen: signerInfos.length });
  const content = inside ?? detachedContent;
  if (content === undefined) return err({ type: 'ContentMissing' });
  if (detachedContent !== undefined && !bytesEqual(content, detachedContent))
    return err({ type: 'SignatureInvalid' });
  const { signedAttributes: attributes, digestAlgorithm, signatureAlgorithm, signature } = signer;
  // Without them a document of attributes' octets would pass for a signature on another content.
  if (attributes === undefined) return err({ type: 'SignedAttributesMissing' });
  const certificate = certificateOf(signer.sid, certificatesDer);
  if (certificate === null) return err({ type: 'SignerCertificateMissing' });
  const verification = verificationOf(signer, certificate);
  if (!verification.ok) return verification;
  return ok({
    contentTypeOid,
    content,
    certificate,
    digestOid: digestAlgorithm.oid,
    signatureOid: signatureAlgorithm.oid,
    verification: verification.value,
    attributes,
    signature,
  });
}

/** Whether the attributes speak of this content (RFC 5652 §11.1, §11.2) and, if of any, of this certificate (RFC 5035 §4). */
export function attributesHold(
  { attributes, contentTypeOid }: DocumentSigner,
  contentDigest: Uint8Array,
  certificateDigest: Uint8Array | null,
): boolean {
  const { messageDigest, signingCertificate } = attributes;
  if (attributes.contentTypeOid !== contentTypeOid) return false;
  if (messageDigest === null || !bytesEqual(messageDigest, contentDigest)) return false;
  if (signingCertificate === undefined) return true;
  return (
    signingCertificate !== null &&
    certificateDigest !== null &&
    bytesEqual(signingCertificate.digest, certificateDigest)
  );
}

function certificateOf(sid: SignerIdentifier, certificatesDer: readonly Uint8Array[]): Certificate | null {
  for (const der of certificatesDer) {
    const certificate = readCertificate(der);
    if (certificate.ok && identifies(sid, certificate.value)) return certificate.value;
  }
  return null;
}

function identifies(sid: SignerIdentifier, { tbs }: Certificate): boolean {
  if (sid.type === 'issuerAndSerialNumber')
    return bytesEqual(sid.issuerDer, tbs.issuer.der) && bytesEqual(sid.serialNumber, tbs.serialNumber);
  const { subjectKeyIdentifier } = decodedExtensions(tbs.extensions ?? []);
  return subjectKeyIdentifier !== null && bytesEqual(sid.keyIdentifier, subjectKeyIdentifier);
}

/** Algorithms are those of requests (N-2.9): what is weak is refused by name, what does not go together holds for nothing. */
function verificationOf(
  { digestAlgorithm, signatureAlgorithm }: SignerInfo,
  { tbs }: Certificate,
): Result<DocumentSigner['verification'], DocumentRefusal> {
  const { key } = tbs.publicKey;
  const invalid = err({ type: 'SignatureInvalid' } as const);
  const allowed = [...acceptedSignatures.keys()].map(algorithmName);
  const refused = (algorithm: string) => err({ type: 'SignatureAlgorithm', algorithm, allowed } as const);
  const hash = hashNamed(digestAlgorithm.oid);
  // By both: RSA may be named by the key alone, the digest beside it (RFC 5754 §3.2).
  const isNamedByKey = signatureAlgorithm.oid === oid.rsaEncryption;
  const isGostKeyName = gostEncodingOf(signatureAlgorithm.oid) !== null;
  if (!isNamedByKey && !isGostKeyName && !acceptedSignatures.has(signatureAlgorithm.oid))
    return refused(algorithmName(signatureAlgorithm.oid));
  if (key.kind === 'gost') return ok({ type: 'gost' });
  if (hash === null) return refused(weakDigestName(digestAlgorithm.oid));
  const { parametersDer } = digestAlgorithm;
  if (parametersDer !== undefined && !isNull(parametersDer)) return invalid;
  if (isNamedByKey) {
    const hasRightParameters =
      signatureAlgorithm.parametersDer === undefined || isNull(signatureAlgorithm.parametersDer);
    if (key.kind !== 'rsa' || !hasRightParameters) return invalid;
    return ok({ type: 'webcrypto', hash, algorithm: { kind: 'rsassa-pkcs1', hash } });
  }
  const algorithm = verificationAlgorithm(signatureAlgorithm, key);
  if (algorithm === null || algorithm.kind === 'gost3410' || algorithm.hash !== hash) return invalid;
  return hasRightSignatureParameters(signatureAlgorithm)
    ? ok({ type: 'webcrypto', hash, algorithm })
    : invalid;
}
