import {
  writeAuthorityKeyIdentifier,
  writeKeyUsage,
  writeSubjectKeyIdentifier,
} from '#domain/certificate/certificate-extensions.ts';
import { writeDistributionPointName, writeRfc822Name, writeUri } from '#domain/der/general-name.ts';
import { oid } from '#domain/der/object-identifiers.ts';
import { primitiveContextTag, tag } from '#domain/der/tag.ts';
import {
  boolean,
  derNull,
  element,
  integer,
  namedBits,
  objectIdentifier,
  octetString,
  sequence,
} from '#domain/der/writer.ts';
import { individual, keyIdentifierOf, someOctets } from '#tests/support/authority-samples.ts';
import {
  authority,
  bad,
  base,
  contextOf,
  extended,
  issuerWith,
  limitedIssuer,
  parts,
  purposes,
  rootAuthority,
  type Sample,
  subordinate,
  subscriberKey,
  withWhole,
} from './sample-parts.ts';

/** Octets or circumstances that break the rule of that id, one sample or several: the extensions, and all of it. */
export const badExtensionSamples: Readonly<Record<string, readonly Sample[]>> = {
  'unique-identifiers-absent': [bad({ uniqueIds: [element(primitiveContextTag(1), Uint8Array.of(0, 1))] })],
  'extensions-present': [bad({ extensions: [] })],
  'extensions-no-duplicates': [bad({ extensions: [...parts.extensions, ...parts.extensions.slice(0, 1)] })],
  'extensions-readable': [
    extended(oid.keyUsage, integer(1), true),
    extended(oid.extKeyUsage, Uint8Array.of(0x30, 0x80, 0, 0)),
  ],
  'extensions-of-profile': [extended('1.2.3.4', derNull), extended(oid.nameConstraints, sequence(), true)],
  'extensions-critical': [extended(oid.keyUsage, namedBits([0, 1]))],
  'subject-key-identifier-not-critical': [
    extended(oid.subjectKeyIdentifier, octetString(someOctets(20)), true),
  ],
  'authority-key-identifier-not-critical': [extended(oid.authorityKeyIdentifier, sequence(), true)],
  'ext-key-usage-not-critical': [
    extended(oid.extKeyUsage, purposes(oid.emailProtection, oid.kzIndividual), true),
  ],
  'subject-alt-name-not-critical': [
    extended(oid.subjectAltName, sequence(writeRfc822Name(individual.email)), true),
  ],
  'certificate-policies-not-critical': [
    extended(oid.certificatePolicies, sequence(sequence(objectIdentifier('1.2.3'))), true),
  ],
  'crl-distribution-points-not-critical': [extended(oid.crlDistributionPoints, sequence(), true)],
  'authority-info-access-not-critical': [extended(oid.authorityInfoAccess, sequence(), true)],
  'subject-key-identifier-present': [extended(oid.subjectKeyIdentifier, null)],
  'subject-key-identifier-of-key': [
    withWhole(oid.subjectKeyIdentifier, writeSubjectKeyIdentifier(someOctets(20))),
  ],
  'authority-key-identifier-present': [
    extended(oid.authorityKeyIdentifier, null),
    extended(oid.authorityKeyIdentifier, sequence()),
  ],
  'authority-key-identifier-of-issuer': [
    withWhole(
      oid.authorityKeyIdentifier,
      writeAuthorityKeyIdentifier(keyIdentifierOf(subscriberKey.spkiDer)),
    ),
  ],
  'authority-key-identifier-plain': [
    extended(
      oid.authorityKeyIdentifier,
      sequence(
        element(primitiveContextTag(0), authority.issuer.keyIdentifier),
        element(primitiveContextTag(2), Uint8Array.of(1)),
      ),
    ),
  ],
  'key-usage-present': [extended(oid.keyUsage, null)],
  'key-usage-of-profile': [
    extended(oid.keyUsage, namedBits([0]), true),
    extended(oid.keyUsage, namedBits([0, 1, 3]), true),
  ],
  'key-usage-bits-minimal': [extended(oid.keyUsage, element(tag.bitString, Uint8Array.of(0, 0xc0)), true)],
  'key-usage-signs-only-as-authority': [withWhole(oid.keyUsage, writeKeyUsage('subordinate-ca', 'ec'))],
  'key-usage-fits-ec-key': [withWhole(oid.keyUsage, writeKeyUsage('authentication', 'rsa'))],
  'basic-constraints-of-authority': [
    extended(oid.basicConstraints, null, true, subordinate()),
    extended(oid.basicConstraints, sequence(), true, subordinate()),
  ],
  'basic-constraints-not-for-subscriber': [extended(oid.basicConstraints, sequence(boolean(true)), true)],
  'path-length-with-ca-only': [
    extended(oid.basicConstraints, sequence(integer(0)), true),
    extended(oid.basicConstraints, sequence(boolean(true), integer(-1)), true, subordinate()),
  ],
  'path-length-below-issuer': [
    {
      ...subordinate(),
      context: contextOf(rootAuthority, { profile: 'subordinate-ca', issuer: limitedIssuer(0) }),
    },
  ],
  'issuer-may-sign': [
    { ...base, context: contextOf(authority, { issuer: issuerWith(oid.basicConstraints, null) }) },
    { ...base, context: contextOf(authority, { issuer: issuerWith(oid.keyUsage, namedBits([6])) }) },
  ],
  'ext-key-usage-of-subscriber': [
    extended(oid.extKeyUsage, null),
    extended(oid.extKeyUsage, purposes(oid.clientAuth, oid.kzIndividual)),
  ],
  'ext-key-usage-owner': [
    extended(oid.extKeyUsage, purposes(oid.emailProtection)),
    extended(oid.extKeyUsage, purposes(oid.emailProtection, oid.kzIndividual, oid.kzLegalEntity)),
  ],
  'ext-key-usage-legal-role': [
    extended(oid.extKeyUsage, purposes(oid.emailProtection, oid.kzLegalEntity)),
    extended(oid.extKeyUsage, purposes(oid.emailProtection, oid.kzLegalEntity, `${oid.kzLegalEntity}.6`)),
    extended(oid.extKeyUsage, purposes(oid.emailProtection, oid.kzIndividual, `${oid.kzLegalEntity}.1`)),
  ],
  'ext-key-usage-known': [
    extended(oid.extKeyUsage, purposes(oid.emailProtection, oid.kzIndividual, oid.anyExtendedKeyUsage)),
    extended(oid.extKeyUsage, purposes(oid.emailProtection, oid.kzIndividual, oid.kzIndividual)),
  ],
  'ext-key-usage-not-for-authority': [
    extended(oid.extKeyUsage, purposes(oid.clientAuth), false, subordinate()),
  ],
  'subject-alt-name-has-email': [extended(oid.subjectAltName, null)],
  'subject-alt-name-email-only': [
    extended(oid.subjectAltName, sequence(writeRfc822Name(individual.email), writeUri('http://a.kz'))),
    extended(oid.subjectAltName, sequence(writeRfc822Name('other@example.kz'))),
  ],
  'subject-alt-name-not-empty': [extended(oid.subjectAltName, sequence())],
  'policies-not-national': [
    extended(oid.certificatePolicies, sequence(sequence(objectIdentifier('1.2.398.3.3.2.1')))),
    extended(oid.certificatePolicies, sequence(sequence(objectIdentifier('1.2.398.3.1.2')))),
  ],
  'policies-of-office': [
    extended(oid.certificatePolicies, null),
    extended(oid.certificatePolicies, sequence(sequence(objectIdentifier('1.2.3')))),
  ],
  'policies-once': [
    extended(
      oid.certificatePolicies,
      sequence(sequence(objectIdentifier('1.2.3')), sequence(objectIdentifier('1.2.3'))),
    ),
  ],
  'policies-qualifiers': [
    extended(
      oid.certificatePolicies,
      sequence(
        sequence(
          objectIdentifier('1.2.3'),
          sequence(sequence(objectIdentifier('1.3.6.1.5.5.7.2.2'), sequence())),
        ),
      ),
    ),
  ],
  'crl-address-of-office': [extended(oid.crlDistributionPoints, null)],
  'crl-address-complete': [
    extended(oid.crlDistributionPoints, sequence(sequence())),
    extended(
      oid.crlDistributionPoints,
      sequence(
        sequence(
          writeDistributionPointName('http://a.kz'),
          element(primitiveContextTag(1), Uint8Array.of(1, 2)),
        ),
      ),
    ),
  ],
  'addresses-are-uris': [
    extended(
      oid.crlDistributionPoints,
      sequence(sequence(writeDistributionPointName('http://a.kz/\r\ncrl'))),
    ),
    extended(
      oid.authorityInfoAccess,
      sequence(sequence(objectIdentifier(oid.caIssuers), writeUri('javascript:alert(1)'))),
    ),
  ],
  'issuer-address-of-office': [extended(oid.authorityInfoAccess, null)],
  'issuer-address-method': [
    extended(
      oid.authorityInfoAccess,
      sequence(sequence(objectIdentifier(oid.ocsp), writeUri('http://a.kz'))),
    ),
  ],
  'size-reasonable': [extended('1.2.3.4', octetString(new Uint8Array(4_000)))],
};
