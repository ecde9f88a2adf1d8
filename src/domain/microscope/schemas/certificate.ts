import { contextTag, primitiveContextTag, tag } from '#domain/der/tag.ts';
import type { FieldValue } from '#domain/microscope/described-field.ts';
import type { LooseElement } from '#domain/microscope/lenient-reader.ts';
import { type Schema, part } from '#domain/microscope/schema.ts';
import { extensionsSchema } from './extensions.ts';
import { algorithmSchema, publicKeySchema } from './key.ts';
import { nameSchema } from './name.ts';

const time = (name: 'notBefore' | 'notAfter'): Schema => ({ name, word: name, section: 'RFC 5280 §4.1.2.5' });

/** The number that is written is one less than the version's. */
export function versionValue(element: LooseElement, file: Uint8Array): FieldValue {
  const last = file[element.contentEnd - 1] ?? 0;
  return { type: 'text', text: `v${String(last + 1)}` };
}

const tbsCertificate: Schema = {
  name: 'tbsCertificate',
  word: 'tbsCertificate',
  section: 'RFC 5280 §4.1.1.1',
  parts: [
    part(
      { name: 'version', word: 'version', section: 'RFC 5280 §4.1.2.1', value: versionValue },
      contextTag(0),
    ),
    part(
      {
        name: 'serialNumber',
        word: 'serialNumber',
        section: 'RFC 5280 §4.1.2.2',
      },
      tag.integer,
    ),
    part(algorithmSchema('signature', 'signature', 'RFC 5280 §4.1.2.3'), tag.sequence),
    part(nameSchema('issuer', 'issuer', 'RFC 5280 §4.1.2.4'), tag.sequence),
    part(
      {
        name: 'validity',
        word: 'validity',
        section: 'RFC 5280 §4.1.2.5',
        parts: [time('notBefore'), time('notAfter')],
      },
      tag.sequence,
    ),
    part(nameSchema('subject', 'subject', 'RFC 5280 §4.1.2.6'), tag.sequence),
    part(publicKeySchema('subjectPublicKeyInfo', 'RFC 5280 §4.1.2.7'), tag.sequence),
    part({ name: 'issuerUniqueID', word: 'uniqueId', section: 'RFC 5280 §4.1.2.8' }, primitiveContextTag(1)),
    part({ name: 'subjectUniqueID', word: 'uniqueId', section: 'RFC 5280 §4.1.2.8' }, primitiveContextTag(2)),
    part(
      {
        name: 'extensions',
        word: 'extensions',
        section: 'RFC 5280 §4.1.2.9',
        parts: [extensionsSchema('Extensions', 'RFC 5280 §4.1.2.9')],
      },
      contextTag(3),
    ),
  ],
};

/** Certificate (RFC 5280 §4.1). */
export const certificateSchema: Schema = {
  name: 'Certificate',
  word: 'certificate',
  section: 'RFC 5280 §4.1',
  parts: [
    part(tbsCertificate, tag.sequence),
    part(algorithmSchema('signatureAlgorithm', 'signature', 'RFC 5280 §4.1.1.2'), tag.sequence),
    part({ name: 'signatureValue', word: 'signatureValue', section: 'RFC 5280 §4.1.1.3' }, tag.bitString),
  ],
};
