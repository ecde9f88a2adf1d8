import { oidName } from '#domain/der/object-identifiers.ts';
import { cms } from '#domain/der/cms-identifiers.ts';
import { contextTag, primitiveContextTag, tag } from '#domain/der/tag.ts';
import type { LooseElement } from '#domain/microscope/lenient-reader.ts';
import { type Schema, part } from '#domain/microscope/schema.ts';
import { certificateSchema } from './certificate.ts';
import { countOf, crlSchema } from './crl.ts';
import { firstOid } from './first-oid.ts';
import { algorithmSchema } from './key.ts';
import { nameSchema } from './name.ts';

function signedAttribute(element: LooseElement, file: Uint8Array): Schema {
  const dotted = firstOid(element, file);
  return {
    name: (dotted === null ? null : (attributeNames.get(dotted) ?? oidName(dotted))) ?? dotted ?? 'Attribute',
    section: dotted !== null && attributeNames.has(dotted) ? 'RFC 5652 §11' : 'RFC 5652 §5.3',
    parts: [
      part({ name: 'attrType', word: 'attributeType', section: 'RFC 5652 §5.3' }, tag.objectIdentifier),
      part({ name: 'attrValues', section: 'RFC 5652 §5.3' }, tag.set),
    ],
  };
}

const attributeNames: ReadonlyMap<string, string> = new Map([
  [cms.contentType, 'contentType'],
  [cms.messageDigest, 'messageDigest'],
  [cms.signingTime, 'signingTime'],
  [cms.signingCertificateV2, 'signingCertificateV2'],
]);

const signerInfo: Schema = {
  name: 'SignerInfo',
  word: 'signerInfo',
  section: 'RFC 5652 §5.3',
  parts: [
    part({ name: 'version', section: 'RFC 5652 §5.3' }, tag.integer),
    part(
      {
        name: 'sid',
        word: 'signerIdentifier',
        section: 'RFC 5652 §5.3',
        parts: [
          part(nameSchema('issuer', 'issuer', 'RFC 5652 §10.2.4'), tag.sequence),
          part({ name: 'serialNumber', word: 'serialNumber', section: 'RFC 5652 §10.2.4' }, tag.integer),
        ],
      },
      tag.sequence,
      primitiveContextTag(0),
    ),
    part(algorithmSchema('digestAlgorithm', 'digestAlgorithm', 'RFC 5652 §5.3'), tag.sequence),
    part(
      {
        name: 'signedAttrs',
        word: 'signedAttributes',
        section: 'RFC 5652 §5.3',
        each: { name: 'Attribute', of: signedAttribute },
      },
      contextTag(0),
    ),
    part(algorithmSchema('signatureAlgorithm', 'signature', 'RFC 5652 §5.3'), tag.sequence),
    part({ name: 'signature', word: 'signerSignature', section: 'RFC 5652 §5.3' }, tag.octetString),
    part({ name: 'unsignedAttrs', word: 'unsignedAttributes', section: 'RFC 5652 §5.3' }, contextTag(1)),
  ],
};

const signedData: Schema = {
  name: 'SignedData',
  word: 'signedData',
  section: 'RFC 5652 §5.1',
  parts: [
    part({ name: 'version', section: 'RFC 5652 §5.1' }, tag.integer),
    part(
      {
        name: 'digestAlgorithms',
        word: 'digestAlgorithms',
        section: 'RFC 5652 §5.1',
        each: algorithmSchema('DigestAlgorithmIdentifier', 'digestAlgorithm', 'RFC 5652 §10.1.1'),
      },
      tag.set,
    ),
    part(
      {
        name: 'encapContentInfo',
        word: 'contentInfo',
        section: 'RFC 5652 §5.2',
        parts: [
          part({ name: 'eContentType', word: 'contentType', section: 'RFC 5652 §5.2' }, tag.objectIdentifier),
          part({ name: 'eContent', word: 'content', section: 'RFC 5652 §5.2' }, contextTag(0)),
        ],
      },
      tag.sequence,
    ),
    part(
      {
        name: 'certificates',
        word: 'certificates',
        section: 'RFC 5652 §5.1',
        value: countOf,
        each: certificateSchema,
      },
      contextTag(0),
    ),
    part(
      { name: 'crls', word: 'crls', section: 'RFC 5652 §5.1', value: countOf, each: crlSchema },
      contextTag(1),
    ),
    part({ name: 'signerInfos', word: 'signerInfos', section: 'RFC 5652 §5.1', each: signerInfo }, tag.set),
  ],
};

/** ContentInfo (RFC 5652 §3); of what is no SignedData the outside alone is explained. */
export const cmsSchema: Schema = {
  name: 'ContentInfo',
  of: (element, file) => ({
    name: 'ContentInfo',
    word: 'contentInfo',
    section: 'RFC 5652 §3',
    parts: [
      part({ name: 'contentType', word: 'contentType', section: 'RFC 5652 §3' }, tag.objectIdentifier),
      part(
        {
          name: 'content',
          word: 'content',
          section: 'RFC 5652 §3',
          parts: firstOid(element, file) === cms.signedData ? [part(signedData, tag.sequence)] : [],
        },
        contextTag(0),
      ),
    ],
  }),
};
