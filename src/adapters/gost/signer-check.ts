import { sha256, sha384, sha512 } from '@noble/hashes/sha2.js';
import { attributesHold, type DocumentSigner, hashNamed } from '#domain/certificate/signed-document.ts';
import type { HashName } from '#domain/der/algorithm.ts';
import type { GostEncoding } from '#domain/der/gost-key.ts';
import { oid } from '#domain/der/object-identifiers.ts';
import type { SignerCheck } from '#ports/signed-document.ts';
import { schemes } from './scheme.ts';
import { isSignature, publicPoint } from './signature-verifier.ts';

/** RFC 4490 §2.1 and §3.2, RFC 9215 §2; in Kazakhstan's encodings the same with identifiers of their own. SignerInfo may name the key or the signature. */
const identifiers: Readonly<
  Record<GostEncoding, { readonly digest: string; readonly signatures: readonly string[] }>
> = {
  rfc4491: { digest: oid.gostR3411, signatures: [oid.gostR3410, oid.gostR3411WithR3410] },
  kz2004: { digest: oid.kzGost34311, signatures: [oid.kzGost34310, oid.kzGost34311With34310] },
  '2012-512': { digest: oid.streebog512, signatures: [oid.gost2012Key, oid.gost2012WithStreebog] },
  kz2015: { digest: oid.kzStreebog512, signatures: [oid.kzGost2015Key, oid.kzGost2015WithStreebog] },
};

/** A signer of a CMS SignedData (RFC 5652 §5.4) with a ГОСТ key; everything that does not fit is false. */
export const checkGostSigner: SignerCheck = (signer) => {
  const { certificate, digestOid, signatureOid, content, signature, attributes } = signer;
  const { der, key } = certificate.tbs.publicKey;
  if (key.kind !== 'gost') return Promise.resolve(false);
  const { encoding } = key;
  const { digest, signatures } = identifiers[encoding];
  const point = publicPoint(encoding, der);
  const holds =
    point !== null &&
    digestOid === digest &&
    signatures.includes(signatureOid) &&
    attributesHold(signer, schemes[encoding].digest(content), certificateDigest(encoding, signer)) &&
    isSignature(encoding, point, attributes.der, signature);
  return Promise.resolve(holds);
};

/** Of the signer's certificate as the attributes name it: by the ГОСТ digest of its own encoding or one of SHA-2; null for another. */
function certificateDigest(
  encoding: GostEncoding,
  { attributes, certificate }: DocumentSigner,
): Uint8Array | null {
  const named = attributes.signingCertificate?.digestOid;
  if (named === undefined) return null;
  if (named === identifiers[encoding].digest) return schemes[encoding].digest(certificate.der);
  const hash = hashNamed(named);
  return hash === null ? null : sha2[hash](certificate.der);
}

const sha2: Readonly<Record<HashName, (octets: Uint8Array) => Uint8Array>> = {
  'SHA-256': sha256,
  'SHA-384': sha384,
  'SHA-512': sha512,
};
