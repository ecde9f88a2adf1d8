import { contextTag, primitiveContextTag, tag } from '#domain/der/tag.ts';
import { cms } from '#domain/der/cms-identifiers.ts';
import { pkcs12 } from '#domain/microscope/pkcs12-identifiers.ts';
import type { LooseElement } from '#domain/microscope/lenient-reader.ts';
import { type Schema, part } from '#domain/microscope/schema.ts';
import { certificateSchema } from './certificate.ts';
import { firstOid } from './first-oid.ts';
import { algorithmSchema } from './key.ts';

function safeBag(element: LooseElement, file: Uint8Array): Schema {
  const dotted = firstOid(element, file);
  const isCertificate = dotted === pkcs12.certBag;
  const isPublic = isCertificate || dotted === pkcs12.crlBag;
  return {
    name: bagNames.get(dotted ?? '') ?? 'SafeBag',
    word: isCertificate ? 'certBag' : isKey(dotted) ? 'shroudedKeyBag' : 'safeBag',
    section: 'RFC 7292 §4.2',
    parts: [
      part({ name: 'bagId', word: 'contentType', section: 'RFC 7292 §4.2' }, tag.objectIdentifier),
      part(
        {
          name: 'bagValue',
          section: 'RFC 7292 §4.2',
          // A key is nobody's to look at, in clear or encrypted.
          ...(isPublic ? {} : { closed: true }),
          ...(isCertificate ? { parts: [part(certBag, tag.sequence)] } : {}),
        },
        contextTag(0),
      ),
      part({ name: 'bagAttributes', word: 'bagAttributes', section: 'RFC 7292 §4.2' }, tag.set),
    ],
  };
}

function isKey(dotted: string | null): boolean {
  return dotted === pkcs12.keyBag || dotted === pkcs12.shroudedKeyBag;
}

const bagNames: ReadonlyMap<string, string> = new Map([
  [pkcs12.keyBag, 'keyBag'],
  [pkcs12.shroudedKeyBag, 'pkcs8ShroudedKeyBag'],
  [pkcs12.certBag, 'certBag'],
  [pkcs12.crlBag, 'crlBag'],
  [pkcs12.secretBag, 'secretBag'],
]);

const certBag: Schema = {
  name: 'CertBag',
  section: 'RFC 7292 §4.2.3',
  parts: [
    part({ name: 'certId', section: 'RFC 7292 §4.2.3' }, tag.objectIdentifier),
    part(
      {
        name: 'certValue',
        section: 'RFC 7292 §4.2.3',
        parts: [part({ name: 'x509Certificate', inside: certificateSchema }, tag.octetString)],
      },
      contextTag(0),
    ),
  ],
};

const safeContents: Schema = {
  name: 'SafeContents',
  word: 'safeContents',
  section: 'RFC 7292 §4.2',
  each: { name: 'SafeBag', of: safeBag },
};

const encrypted: Schema = {
  name: 'EncryptedData',
  word: 'encryptedData',
  section: 'RFC 5652 §8',
  parts: [
    part({ name: 'version', section: 'RFC 5652 §8' }, tag.integer),
    part(
      {
        name: 'encryptedContentInfo',
        section: 'RFC 5652 §6.1',
        parts: [
          part({ name: 'contentType', word: 'contentType', section: 'RFC 5652 §6.1' }, tag.objectIdentifier),
          part(algorithmSchema('contentEncryptionAlgorithm', 'algorithm', 'RFC 5652 §6.1'), tag.sequence),
          part(
            { name: 'encryptedContent', word: 'encryptedContent', section: 'RFC 5652 §6.1' },
            primitiveContextTag(0),
            contextTag(0),
          ),
        ],
      },
      tag.sequence,
    ),
  ],
};

/** One ContentInfo of the safe: in clear, or encrypted with the passphrase. */
function safe(element: LooseElement, file: Uint8Array): Schema {
  const isData = firstOid(element, file) === cms.data;
  return {
    name: 'ContentInfo',
    word: 'contentInfo',
    section: 'RFC 7292 §4.1',
    parts: [
      part({ name: 'contentType', word: 'contentType', section: 'RFC 5652 §3' }, tag.objectIdentifier),
      part(
        {
          name: 'content',
          word: 'content',
          section: 'RFC 5652 §3',
          parts: isData
            ? [part({ name: 'Data', section: 'RFC 5652 §4', inside: safeContents }, tag.octetString)]
            : [part(encrypted, tag.sequence)],
        },
        contextTag(0),
      ),
    ],
  };
}

/** PFX (RFC 7292 §4). */
export const pkcs12Schema: Schema = {
  name: 'PFX',
  word: 'pfx',
  section: 'RFC 7292 §4',
  parts: [
    part({ name: 'version', section: 'RFC 7292 §4' }, tag.integer),
    part(
      {
        name: 'authSafe',
        word: 'authSafe',
        section: 'RFC 7292 §4',
        parts: [
          part({ name: 'contentType', word: 'contentType', section: 'RFC 5652 §3' }, tag.objectIdentifier),
          part(
            {
              name: 'content',
              word: 'content',
              section: 'RFC 5652 §3',
              parts: [
                part(
                  {
                    name: 'Data',
                    section: 'RFC 5652 §4',
                    inside: {
                      name: 'AuthenticatedSafe',
                      section: 'RFC 7292 §4.1',
                      each: { name: 'ContentInfo', of: safe },
                    },
                  },
                  tag.octetString,
                ),
              ],
            },
            contextTag(0),
          ),
        ],
      },
      tag.sequence,
    ),
    part(
      {
        name: 'macData',
        word: 'macData',
        section: 'RFC 7292 §4',
        parts: [
          part({ name: 'mac', word: 'mac', section: 'RFC 7292 §4' }, tag.sequence),
          part({ name: 'macSalt', word: 'macSalt', section: 'RFC 7292 §4' }, tag.octetString),
          part({ name: 'iterations', word: 'iterations', section: 'RFC 7292 §4' }, tag.integer),
        ],
      },
      tag.sequence,
    ),
  ],
};
