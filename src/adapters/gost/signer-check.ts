import { bytesEqual } from '#domain/base/bytes.ts';
import { reading } from '#domain/der/der-refusal.ts';
import { childrenOf, expectTag, oidOf } from '#domain/der/element.ts';
import type { GostEncoding } from '#domain/der/gost-key.ts';
import { oid } from '#domain/der/object-identifiers.ts';
import { readPublicKey } from '#domain/der/public-key.ts';
import { type DerElement, contentOf, readDer } from '#domain/der/reader.ts';
import { tag } from '#domain/der/tag.ts';
import type { SignerCheck } from '#ports/signed-document.ts';
import { schemes } from './scheme.ts';
import { isSignature, publicPoint } from './signature-verifier.ts';

const contentType = '1.2.840.113549.1.9.3';
const messageDigest = '1.2.840.113549.1.9.4';

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
  const { spkiDer, digestOid, signatureOid, contentTypeOid, content, signature, signedAttributesDer } =
    signer;
  const read = reading(() => readPublicKey(spkiDer).key);
  if (!read.ok || read.value.kind !== 'gost') return Promise.resolve(false);
  const { encoding } = read.value;
  const { digest, signatures } = identifiers[encoding];
  const point = publicPoint(encoding, spkiDer);
  if (point === null || digestOid !== digest || !signatures.includes(signatureOid))
    return Promise.resolve(false);
  if (signedAttributesDer === undefined)
    return Promise.resolve(isSignature(encoding, point, content, signature));
  const expected = schemes[encoding].digest(content);
  const holds =
    attributesHold(signedAttributesDer, contentTypeOid, expected) &&
    isSignature(encoding, point, signedAttributesDer, signature);
  return Promise.resolve(holds);
};

/** Content type and digest of the content: each once, with one value (RFC 5652 §11.1, §11.2). */
function attributesHold(attributesDer: Uint8Array, contentTypeOid: string, digest: Uint8Array): boolean {
  const read = reading(() => {
    const set = readDer(attributesDer);
    expectTag(set, tag.set, 'signedAttrs');
    const only = (type: string): DerElement | null => {
      const found = set.children.filter((attribute) => attributeType(attribute) === type);
      const [attribute, more] = found;
      if (attribute === undefined || more !== undefined) return null;
      const [, values] = attribute.children;
      return values?.tag === tag.set && values.children.length === 1 ? (values.children[0] ?? null) : null;
    };
    const type = only(contentType);
    const value = only(messageDigest);
    if (type === null || value?.tag !== tag.octetString) return false;
    return oidOf(type, 'contentType') === contentTypeOid && bytesEqual(contentOf(value), digest);
  });
  return read.ok && read.value;
}

function attributeType(attribute: DerElement): string {
  return oidOf(
    childrenOf(attribute, tag.sequence, 'attribute').take(tag.objectIdentifier, 'attrType'),
    'attrType',
  );
}
