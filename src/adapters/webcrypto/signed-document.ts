import { err, ok } from '#domain/base/result.ts';
import {
  attributesHold,
  type DocumentSigner,
  hashNamed,
  readDocumentSigner,
} from '#domain/certificate/signed-document.ts';
import type { HashName } from '#domain/der/algorithm.ts';
import type { SignedDocument, SignedDocumentReader, SignerCheck } from '#ports/signed-document.ts';
import { webCryptoSignatureVerifier } from './signature-verifier.ts';

/**
 * Reads a CMS SignedData and checks its signature, nothing more: whether the signer's certificate is ours and was in force is
 * decided by the register (N-10).
 */
export function signedDocumentReader(checkGostSigner: SignerCheck): SignedDocumentReader {
  return async (bytes, detachedContent) => {
    const read = readDocumentSigner(bytes, detachedContent);
    if (!read.ok) return read;
    const signer = read.value;
    const holds = await (signer.verification.type === 'gost' ? checkGostSigner : signatureHolds)(signer);
    if (!holds) return err({ type: 'SignatureInvalid' });
    const { signingTime } = signer.attributes;
    // Views of the file that was read would keep all of it.
    const document: SignedDocument = {
      content: Uint8Array.from(signer.content),
      signerCertificateDer: Uint8Array.from(signer.certificate.der),
      ...(signingTime === null ? {} : { claimedSigningTimeIso: signingTime }),
    };
    return ok(document);
  };
}

async function signatureHolds(signer: DocumentSigner): Promise<boolean> {
  const { verification, content, certificate, attributes, signature } = signer;
  if (verification.type !== 'webcrypto') return false;
  const named = attributes.signingCertificate;
  const certificateHash = named === undefined || named === null ? null : hashNamed(named.digestOid);
  const certificateDigest = certificateHash === null ? null : await digest(certificateHash, certificate.der);
  if (!attributesHold(signer, await digest(verification.hash, content), certificateDigest)) return false;
  const { publicKey } = certificate.tbs;
  return webCryptoSignatureVerifier.verify(publicKey.der, verification.algorithm, attributes.der, signature);
}

async function digest(hash: HashName, octets: Uint8Array): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest(hash, Uint8Array.from(octets)));
}
