import { contextTag, tag } from '#domain/der/tag.ts';
import { octetsValue } from '#domain/microscope/describe.ts';
import type { FieldValue } from '#domain/microscope/described-field.ts';
import { type LooseElement, looseChildren } from '#domain/microscope/lenient-reader.ts';
import { type Schema, part } from '#domain/microscope/schema.ts';
import { versionValue } from './certificate.ts';
import { extensionsSchema } from './extensions.ts';
import { algorithmSchema } from './key.ts';
import { nameSchema } from './name.ts';

const times = [tag.utcTime, tag.generalizedTime] as const;

function serialOf(element: LooseElement, file: Uint8Array): FieldValue | undefined {
  const [serial] = looseChildren(file, element.contentStart, element.contentEnd, 1).elements;
  return serial === undefined
    ? undefined
    : octetsValue(file.subarray(serial.contentStart, serial.contentEnd));
}

const entry: Schema = {
  name: 'revokedCertificate',
  word: 'revokedCertificate',
  section: 'RFC 5280 §5.1.2.6',
  value: serialOf,
  parts: [
    part({ name: 'userCertificate', word: 'userCertificate', section: 'RFC 5280 §5.1.2.6' }, tag.integer),
    part({ name: 'revocationDate', word: 'revocationDate', section: 'RFC 5280 §5.1.2.6' }, ...times),
    part(extensionsSchema('crlEntryExtensions', 'RFC 5280 §5.3', 'entryExtensions'), tag.sequence),
  ],
};

/** CertificateList (RFC 5280 §5.1). */
export const crlSchema: Schema = {
  name: 'CertificateList',
  word: 'certificateList',
  section: 'RFC 5280 §5.1',
  parts: [
    part(
      {
        name: 'tbsCertList',
        word: 'tbsCertList',
        section: 'RFC 5280 §5.1.2',
        parts: [
          part(
            { name: 'version', word: 'version', section: 'RFC 5280 §5.1.2.1', value: versionValue },
            tag.integer,
          ),
          part(algorithmSchema('signature', 'signature', 'RFC 5280 §5.1.2.2'), tag.sequence),
          part(nameSchema('issuer', 'issuer', 'RFC 5280 §5.1.2.3'), tag.sequence),
          part({ name: 'thisUpdate', word: 'thisUpdate', section: 'RFC 5280 §5.1.2.4' }, ...times),
          part({ name: 'nextUpdate', word: 'nextUpdate', section: 'RFC 5280 §5.1.2.5' }, ...times),
          part(
            {
              name: 'revokedCertificates',
              word: 'revokedCertificates',
              section: 'RFC 5280 §5.1.2.6',
              value: countOf,
              each: entry,
            },
            tag.sequence,
          ),
          part(
            {
              name: 'crlExtensions',
              word: 'extensions',
              section: 'RFC 5280 §5.1.2.7',
              parts: [extensionsSchema('Extensions', 'RFC 5280 §5.1.2.7')],
            },
            contextTag(0),
          ),
        ],
      },
      tag.sequence,
    ),
    part(algorithmSchema('signatureAlgorithm', 'signature', 'RFC 5280 §5.1.1.2'), tag.sequence),
    part({ name: 'signatureValue', word: 'signatureValue', section: 'RFC 5280 §5.1.1.3' }, tag.bitString),
  ],
};

export function countOf(element: LooseElement, file: Uint8Array): FieldValue {
  const { omitted } = looseChildren(file, element.contentStart, element.contentEnd, 0);
  return { type: 'count', count: omitted };
}
