import * as asn1js from 'asn1js';
import { Certificate, ContentInfo, SignedData } from 'pkijs';
import { err, ok } from '#domain/base/result.ts';
import { gostEncodingOf } from '#domain/der/gost-key.ts';
import type {
  SignedDocument,
  SignedDocumentReader,
  SignerCheck,
  SignerParts,
} from '#ports/signed-document.ts';

const maximumOctets = 1024 * 1024;

/**
 * Reads a CMS SignedData and checks its signature, nothing more: whether the signer's certificate is ours and was in
 * force is decided by the register (N-10). PKI.js's own path validation is never used.
 */
export function signedDocumentReader(checkGostSigner: SignerCheck): SignedDocumentReader {
  return (bytes, detachedContent) => readSignedDocument(checkGostSigner, bytes, detachedContent);
}

async function readSignedDocument(
  checkGostSigner: SignerCheck,
  ...[bytes, detachedContent]: Parameters<SignedDocumentReader>
): ReturnType<SignedDocumentReader> {
  if (bytes.length === 0) return err({ type: 'NotSignedData' });
  if (bytes.length > maximumOctets) return err({ type: 'DocumentTooLarge', maximumOctets });
  let signed: SignedData;
  try {
    const parsed = asn1js.fromBER(new Uint8Array(bytes));
    if (parsed.offset === -1) return err({ type: 'NotSignedData' });
    const info = new ContentInfo({ schema: parsed.result });
    if (info.contentType !== '1.2.840.113549.1.7.2') return err({ type: 'NotSignedData' });
    signed = new SignedData({ schema: info.content });
  } catch {
    return err({ type: 'NotSignedData' });
  }
  if (signed.signerInfos.length !== 1) return err({ type: 'SignerCount', seen: signed.signerInfos.length });
  const inside = signed.encapContentInfo.eContent;
  const content = inside === undefined ? detachedContent : octetsOf(inside);
  if (content === undefined) return err({ type: 'ContentMissing' });
  const certificate = await signerCertificate(signed);
  if (certificate === null) return err({ type: 'SignerCertificateMissing' });
  const holds = isGostKey(certificate)
    ? await checkGostSigner(partsOf(signed, certificate, content))
    : await signatureHolds(signed, content);
  if (!holds) return err({ type: 'SignatureInvalid' });
  const claimed = signingTimeOf(signed);
  const document: SignedDocument = {
    content,
    signerCertificateDer: new Uint8Array(certificate.toSchema().toBER(false)),
    ...(claimed === null ? {} : { claimedSigningTimeIso: claimed.toISOString() }),
  };
  return ok(document);
}

function octetsOf(value: asn1js.OctetString): Uint8Array {
  return new Uint8Array(value.getValue());
}

function isGostKey({ subjectPublicKeyInfo }: Certificate): boolean {
  return gostEncodingOf(subjectPublicKeyInfo.algorithm.algorithmId) !== null;
}

/** Of the one signer; the caller has counted. */
function partsOf(signed: SignedData, certificate: Certificate, content: Uint8Array): SignerParts {
  const [signer] = signed.signerInfos;
  if (signer === undefined) throw new TypeError('no signer');
  const { signedAttrs } = signer;
  return {
    spkiDer: new Uint8Array(certificate.subjectPublicKeyInfo.toSchema().toBER(false)),
    digestOid: signer.digestAlgorithm.algorithmId,
    signatureOid: signer.signatureAlgorithm.algorithmId,
    contentTypeOid: signed.encapContentInfo.eContentType,
    content,
    signature: octetsOf(signer.signature),
    ...(signedAttrs === undefined ? {} : { signedAttributesDer: new Uint8Array(signedAttrs.encodedValue) }),
  };
}

async function signatureHolds(signed: SignedData, content: Uint8Array): Promise<boolean> {
  try {
    const answer = await signed.verify({
      signer: 0,
      checkChain: false,
      extendedMode: true,
      ...(signed.encapContentInfo.eContent === undefined ? { data: new Uint8Array(content).buffer } : {}),
    });
    return answer.signatureVerified === true;
  } catch {
    // PKI.js throws on what it can't verify: that is no valid signature either.
    return false;
  }
}

async function signerCertificate(signed: SignedData): Promise<Certificate | null> {
  const sid: unknown = signed.signerInfos[0]?.sid;
  for (const candidate of signed.certificates ?? []) {
    if (!(candidate instanceof Certificate)) continue;
    if (await identifies(sid, candidate)) return candidate;
  }
  return null;
}

async function identifies(sid: unknown, certificate: Certificate): Promise<boolean> {
  if (typeof sid === 'object' && sid !== null && 'issuer' in sid && 'serialNumber' in sid) {
    const { issuer, serialNumber } = sid as { issuer: Certificate['issuer']; serialNumber: asn1js.Integer };
    return certificate.issuer.isEqual(issuer) && certificate.serialNumber.isEqual(serialNumber);
  }
  if (sid instanceof asn1js.OctetString) {
    const bits = certificate.subjectPublicKeyInfo.subjectPublicKey.valueBlock.valueHexView;
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-1', new Uint8Array(bits)));
    const named = new Uint8Array(sid.valueBlock.valueHexView);
    return digest.length === named.length && digest.every((octet, i) => octet === named[i]);
  }
  return false;
}

function signingTimeOf(signed: SignedData): Date | null {
  const attribute = signed.signerInfos[0]?.signedAttrs?.attributes.find(
    ({ type }) => type === '1.2.840.113549.1.9.5',
  );
  const value: unknown = attribute?.values[0];
  return value instanceof asn1js.UTCTime || value instanceof asn1js.GeneralizedTime ? value.toDate() : null;
}
