import { oid, oidName } from '#domain/der/object-identifiers.ts';
import { contextTag, tag } from '#domain/der/tag.ts';
import type { LooseElement } from '#domain/microscope/lenient-reader.ts';
import { type Schema, part } from '#domain/microscope/schema.ts';
import { versionValue } from './certificate.ts';
import { extensionsSchema } from './extensions.ts';
import { firstOid } from './first-oid.ts';
import { algorithmSchema, publicKeySchema } from './key.ts';
import { nameSchema } from './name.ts';

function attribute(element: LooseElement, file: Uint8Array): Schema {
  const dotted = firstOid(element, file);
  const asksExtensions = dotted === oid.extensionRequest || dotted === oid.microsoftExtensionRequest;
  const section = asksExtensions ? 'RFC 2985 §5.4.2' : 'RFC 2986 §4.1';
  return {
    name: (dotted === null ? null : oidName(dotted)) ?? dotted ?? 'Attribute',
    word: asksExtensions ? 'extensionRequest' : 'requestAttribute',
    section,
    parts: [
      part({ name: 'type', word: 'attributeType', section: 'RFC 2986 §4.1' }, tag.objectIdentifier),
      part(
        {
          name: 'values',
          section: 'RFC 2986 §4.1',
          // A password that was asked for is nobody's to read.
          ...(dotted === oid.challengePassword ? { closed: true } : {}),
          ...(asksExtensions ? { each: extensionsSchema('Extensions', 'RFC 2985 §5.4.2') } : {}),
        },
        tag.set,
      ),
    ],
  };
}

/** CertificationRequest (RFC 2986 §4.2). */
export const requestSchema: Schema = {
  name: 'CertificationRequest',
  word: 'certificationRequest',
  section: 'RFC 2986 §4.2',
  parts: [
    part(
      {
        name: 'certificationRequestInfo',
        word: 'certificationRequestInfo',
        section: 'RFC 2986 §4.1',
        parts: [
          part(
            { name: 'version', word: 'version', section: 'RFC 2986 §4.1', value: versionValue },
            tag.integer,
          ),
          part(nameSchema('subject', 'requestedSubject', 'RFC 2986 §4.1'), tag.sequence),
          part(publicKeySchema('subjectPKInfo', 'RFC 2986 §4.1'), tag.sequence),
          part(
            {
              name: 'attributes',
              word: 'requestAttributes',
              section: 'RFC 2986 §4.1',
              each: { name: 'Attribute', of: attribute },
            },
            contextTag(0),
          ),
        ],
      },
      tag.sequence,
    ),
    part(algorithmSchema('signatureAlgorithm', 'signature', 'RFC 2986 §4.2'), tag.sequence),
    part({ name: 'signature', word: 'possession', section: 'RFC 2986 §4.2' }, tag.bitString),
  ],
};
