import { reading } from '#domain/der/der-refusal.ts';
import { displayName, nameOf } from '#domain/der/name.ts';
import { decodeOid, isWellFormedOid } from '#domain/der/object-identifier.ts';
import { oidName } from '#domain/der/object-identifiers.ts';
import { decodeString } from '#domain/der/string-types.ts';
import { certificateLimits, readDer } from '#domain/der/reader.ts';
import { contextTag, primitiveContextTag, tag } from '#domain/der/tag.ts';
import { octetsValue, oidValue } from '#domain/microscope/describe.ts';
import type { FieldValue } from '#domain/microscope/described-field.ts';
import type { FieldWord } from '#domain/microscope/field-words.ts';
import type { LooseElement } from '#domain/microscope/lenient-reader.ts';
import { type Schema, part } from '#domain/microscope/schema.ts';
import { firstOid } from './first-oid.ts';

/** Name (RFC 5280 §4.1.2.4): what is read of it stands with it, as it would be on paper. */
export function nameSchema(name: string, word: FieldWord, section: string): Schema {
  return { name, word, section, value: nameValue, each: rdn };
}

function nameValue(element: LooseElement, file: Uint8Array): FieldValue | undefined {
  const octets = file.subarray(element.start, element.end);
  const read = reading(() =>
    displayName(nameOf(readDer(octets, { ...certificateLimits, toleratedDeviations: [] }), 'name')),
  );
  return read.ok ? { type: 'text', text: read.value } : undefined;
}

const rdn: Schema = {
  name: 'RelativeDistinguishedName',
  word: 'rdn',
  section: 'RFC 5280 §4.1.2.4',
  each: { name: 'AttributeTypeAndValue', of: attribute },
};

function attribute(element: LooseElement, file: Uint8Array): Schema {
  const dotted = firstOid(element, file);
  return {
    name: (dotted === null ? null : oidName(dotted)) ?? dotted ?? 'AttributeTypeAndValue',
    word: 'attribute',
    section: 'RFC 5280 §4.1.2.4',
    parts: [
      part({ name: 'type', word: 'attributeType' }, tag.objectIdentifier),
      { name: 'value', word: 'attributeValue' },
    ],
  };
}

const text = (name: string): Schema => ({
  name,
  word: 'generalName',
  section: 'RFC 5280 §4.2.1.6',
  value: (element, file) => ({
    type: 'text',
    text: decodeString(tag.ia5String, file.subarray(element.contentStart, element.contentEnd)) ?? '',
  }),
});

/** GeneralName (RFC 5280 §4.2.1.6), by its number. */
export const generalName: Schema = {
  name: 'GeneralName',
  word: 'generalName',
  section: 'RFC 5280 §4.2.1.6',
  of: ({ tag: identifier }) => generalNames.get(identifier) ?? { name: 'GeneralName', word: 'generalName' },
};

const generalNames: ReadonlyMap<number, Schema> = new Map<number, Schema>([
  [contextTag(0), { name: 'otherName', word: 'generalName', section: 'RFC 5280 §4.2.1.6' }],
  [primitiveContextTag(1), text('rfc822Name')],
  [primitiveContextTag(2), text('dNSName')],
  [
    contextTag(4),
    {
      name: 'directoryName',
      word: 'generalName',
      section: 'RFC 5280 §4.2.1.6',
      parts: [nameSchema('Name', 'generalName', 'RFC 5280 §4.1.2.4')],
    },
  ],
  [primitiveContextTag(6), text('uniformResourceIdentifier')],
  [
    primitiveContextTag(7),
    {
      name: 'iPAddress',
      word: 'generalName',
      section: 'RFC 5280 §4.2.1.6',
      value: (element, file) => {
        const octets = file.subarray(element.contentStart, element.contentEnd);
        return octets.length === 4 ? { type: 'text', text: [...octets].join('.') } : octetsValue(octets);
      },
    },
  ],
  [
    primitiveContextTag(8),
    {
      name: 'registeredID',
      word: 'generalName',
      section: 'RFC 5280 §4.2.1.6',
      value: (element, file) => oidOrOctets(file.subarray(element.contentStart, element.contentEnd)),
    },
  ],
]);

function oidOrOctets(content: Uint8Array): FieldValue {
  return isWellFormedOid(content) ? oidValue(decodeOid(content)) : octetsValue(content);
}
