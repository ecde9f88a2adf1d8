import type { IssuanceContext } from '#domain/certificate/certificate-rule.ts';
import {
  writeAuthorityKeyIdentifier,
  writeKeyUsage,
  writeSubjectKeyIdentifier,
} from '#domain/certificate/certificate-extensions.ts';
import { keySuites } from '#domain/certificate/key-suite.ts';
import type { SubjectName } from '#domain/certificate/subject-name.ts';
import { writeExtension } from '#domain/der/extension.ts';
import { writeDistributionPointName, writeRfc822Name, writeUri } from '#domain/der/general-name.ts';
import { writeName } from '#domain/der/name.ts';
import { oid } from '#domain/der/object-identifiers.ts';
import { primitiveContextTag, tag } from '#domain/der/tag.ts';
import {
  bitString,
  boolean,
  derNull,
  element,
  explicit,
  generalizedTime,
  ia5String,
  integer,
  namedBits,
  objectIdentifier,
  octetString,
  printableString,
  sequence,
  setOf,
  time,
  unsignedInteger,
  utf8String,
} from '#domain/der/writer.ts';
import {
  addresses,
  anAuthority,
  aTbs,
  authoritySubject,
  individual,
  instant,
  keyIdentifierOf,
  legalEntity,
  sha1,
  someOctets,
  type TbsChoice,
  type TestAuthority,
} from '#tests/support/authority-samples.ts';
import { latin1, rdn } from '#tests/support/der-samples.ts';
import { ecKeyPair, ecSpki, rsaKeyPair, rsaSpki } from '#tests/support/request-samples.ts';
import { partsOf, type TbsParts, withExtension, withParts } from '#tests/support/tbs-mutation.ts';

export interface Sample {
  readonly tbsDer: Uint8Array;
  readonly context: IssuanceContext;
}

export const authority = anAuthority();
const rootAuthority = anAuthority('ecdsa-p384', 'R');
const rsaKey = rsaKeyPair();
const subscriberKey = ecKeyPair();

export function contextOf(from: TestAuthority, change: Partial<IssuanceContext> = {}): IssuanceContext {
  return {
    kind: from.kind,
    profile: 'signing',
    issuer: from.certificate.tbs,
    issuerSuite: from.suite,
    addresses,
    epoch: 1,
    sha1,
    now: instant('2026-03-02T04:00:00Z'),
    ...change,
  };
}

function sample(choice: TbsChoice = {}, change: Partial<IssuanceContext> = {}, from = authority): Sample {
  const withKey = { spkiDer: subscriberKey.spkiDer, ...choice };
  return {
    tbsDer: aTbs(from, withKey),
    context: contextOf(from, { profile: choice.settings?.profile ?? 'signing', ...change }),
  };
}

function selfSigned(): Sample {
  const { issuer, key, kind, suite } = authority;
  const choice: TbsChoice = {
    settings: { profile: 'ca-self-signed' },
    subject: authoritySubject,
    spkiDer: key.spkiDer,
    notBefore: instant('2026-03-02T04:00:00Z'),
    notAfter: instant('2056-03-02T03:59:59Z'),
  };
  return {
    tbsDer: aTbs({ ...authority, issuer }, choice),
    context: { kind, profile: 'ca-self-signed', issuerSuite: suite, addresses, epoch: 1, sha1 },
  };
}

const subordinateSubject: SubjectName = {
  ...authoritySubject,
  commonName: 'Екінші орталық',
  email: 'ca2@example.kz',
};

function subordinate(choice: Partial<TbsChoice['settings']> = {}): Sample {
  const settings = { profile: 'subordinate-ca', pathLenConstraint: 0, ...choice } as const;
  const validity = { notAfter: instant('2036-03-02T03:59:59Z') };
  return sample({ settings, subject: subordinateSubject, ...validity }, {}, rootAuthority);
}

/** What each rule lets pass: the profiles, the two kinds of subject, both kinds of key, with and without addresses. */
export const goodSamples: Readonly<Record<string, Sample>> = {
  'an individual, signing': sample({}, { subject: individual, requestedSpkiDer: subscriberKey.spkiDer }),
  'an individual, authentication': sample({ settings: { profile: 'authentication' } }),
  'a legal entity, signing': sample({ subject: legalEntity }, { subject: legalEntity }),
  'a legal entity, authentication, RSA': sample({
    settings: { profile: 'authentication' },
    subject: { ...legalEntity, role: 5 },
    spkiDer: rsaKey.spkiDer,
  }),
  'without addresses': sample({ settings: { addresses: {} } }, { addresses: {} }),
  'with a policy alone': sample(
    { settings: { addresses: { policyOid: '1.2.3.4' } } },
    { addresses: { policyOid: '1.2.3.4' } },
  ),
  'self-signed to 2056': selfSigned(),
  'a subordinate authority': subordinate(),
};

const base = sample();
const entity = sample({ subject: legalEntity });

function bad(change: Partial<TbsParts>, from: Sample = base): Sample {
  return { ...from, tbsDer: withParts(from.tbsDer, change) };
}

function extended(
  dotted: string,
  valueDer: Uint8Array | null,
  critical = false,
  from: Sample = base,
): Sample {
  const extension = valueDer === null ? null : writeExtension(dotted, critical, valueDer);
  return { ...from, tbsDer: withExtension(from.tbsDer, dotted, extension) };
}

/** The base subject with one attribute put anew, or taken away. */
function subjectWith(type: string, value: Uint8Array | null, from: Sample = base): Sample {
  const names = from === entity ? entityAttributes : individualAttributes;
  const attributes = names.flatMap(([dotted, der]) =>
    dotted === type ? (value === null ? [] : [rdn(type, value)]) : [rdn(dotted, der)],
  );
  const known = names.some(([dotted]) => dotted === type);
  return bad(
    { subject: sequence(...attributes, ...(known || value === null ? [] : [rdn(type, value)])) },
    from,
  );
}

const individualAttributes: readonly (readonly [string, Uint8Array])[] = [
  [oid.countryName, printableString('KZ')],
  [oid.stateOrProvinceName, utf8String(individual.region)],
  [oid.localityName, utf8String(individual.city)],
  [oid.commonName, utf8String(individual.commonName)],
  [oid.serialNumber, printableString(`IIN${individual.iin}`)],
  [oid.emailAddress, ia5String(individual.email)],
];

const entityAttributes: readonly (readonly [string, Uint8Array])[] = [
  ...individualAttributes.slice(0, 3),
  [oid.organizationName, utf8String(legalEntity.organization)],
  [oid.organizationalUnitName, utf8String(`BIN${legalEntity.bin}`)],
  ...individualAttributes.slice(3),
];

function key(spkiDer: Uint8Array): Sample {
  return bad({ spki: spkiDer });
}

function purposes(...oids: readonly string[]): Uint8Array {
  return sequence(...oids.map(objectIdentifier));
}

function validity(notBefore: Uint8Array, notAfter: Uint8Array): Partial<TbsParts> {
  return { validity: sequence(notBefore, notAfter) };
}

function at(text: string): Uint8Array {
  return time(instant(text));
}

const longModulus = (1n << 2047n) + 12345678901234567890123456789n * 2n + 1n;
const parts = partsOf(base.tbsDer);
const reversedSubject = sequence(...individualAttributes.map(([type, der]) => rdn(type, der)).reverse());
const p256 = objectIdentifier(oid.p256);

/** Octets or circumstances that break the rule of that id, one sample or several. */
export const badSamples: Readonly<Record<string, readonly Sample[]>> = {
  'version-3': [bad({ version: explicit(0, integer(1)) })],
  'der-strict': [
    bad({ version: explicit(0, integer(0)) }),
    subjectWith(oid.serialNumber, element(tag.printableString, latin1('IIN*'))),
  ],
  'serial-number-positive': [bad({ serialNumber: integer(0) }), bad({ serialNumber: integer(-5) })],
  'serial-number-20-octets': [
    bad({ serialNumber: integer(7) }),
    bad({ serialNumber: unsignedInteger(new Uint8Array(20).fill(0x80)) }),
  ],
  'serial-number-epoch': [{ ...base, context: contextOf(authority, { epoch: 2 }) }],
  'serial-number-random': [bad({ serialNumber: unsignedInteger(new Uint8Array(20).fill(1)) })],
  'serial-number-not-of-issuer': [
    bad({ serialNumber: element(tag.integer, authority.certificate.tbs.serialNumber) }),
  ],
  'signature-algorithm-of-suite': [bad({ signature: keySuites['ecdsa-p384'].signatureAlgorithmDer })],
  'signature-algorithm-strong': [bad({ signature: sequence(objectIdentifier(oid.sha1WithRsa), derNull) })],
  'ecdsa-parameters-absent': [bad({ signature: sequence(objectIdentifier(oid.ecdsaWithSha256), derNull) })],
  'rsa-signature-parameters-null': [
    bad({ signature: sequence(objectIdentifier(oid.sha256WithRsa)) }),
    bad({ signature: sequence(objectIdentifier(oid.sha256WithRsa), integer(1)) }),
  ],
  'issuer-not-empty': [bad({ issuer: sequence() })],
  'issuer-is-authority': [
    // The same letters in another string type are another name, octet for octet.
    bad({ issuer: sequence(rdn(oid.commonName, printableString('Test'))) }),
    bad({ issuer: rootAuthorityName() }),
  ],
  'self-signed-names': [bad({ subject: writeName([{ oid: oid.commonName, value: 'А' }]) }, selfSigned())],
  'subject-is-not-issuer': [bad({ subject: parts.issuer })],
  'authority-kind-profile': [
    sample({}, {}, rootAuthority),
    { ...subordinate(), context: contextOf(authority, { profile: 'subordinate-ca' }) },
  ],
  'validity-order': [bad(validity(at('2027-03-02T04:00:00Z'), at('2026-03-02T04:00:00Z')))],
  'validity-one-year': [
    bad(validity(at('2026-03-02T04:00:00Z'), at('2027-03-02T04:00:00Z'))),
    bad(validity(at('2028-02-29T04:00:00Z'), at('2029-03-01T03:59:59Z'))),
  ],
  'validity-begins-within-issuer': [bad(validity(at('2025-12-31T23:59:59Z'), at('2026-12-31T23:59:58Z')))],
  'validity-ends-within-issuer': [bad(validity(at('2045-06-01T00:00:00Z'), at('2046-05-31T23:59:59Z')))],
  'not-before-is-now': [
    { ...base, context: contextOf(authority, { now: instant('2026-03-03T04:00:01Z') }) },
    { ...base, context: contextOf(authority, { now: instant('2026-03-01T03:59:59Z') }) },
  ],
  'not-after-in-future': [
    { ...base, context: contextOf(authority, { now: instant('2027-03-02T04:00:00Z') }) },
  ],
  'time-type': [
    bad(validity(generalizedTime(instant('2026-03-02T04:00:00Z')), at('2027-03-02T03:59:59Z'))),
    bad(validity(at('2049-12-31T00:00:00Z'), generalizedTime(instant('2049-12-31T23:59:59Z')))),
  ],
  'subject-not-empty': [bad({ subject: sequence() })],
  'subject-attribute-order': [bad({ subject: reversedSubject })],
  'subject-attribute-known': [subjectWith(oid.givenName, utf8String('Ғалым'))],
  'subject-one-attribute-per-rdn': [
    bad({
      subject: sequence(
        setOf(...individualAttributes.map(([type, der]) => sequence(objectIdentifier(type), der))),
      ),
    }),
  ],
  'subject-attribute-once': [
    bad({ subject: sequence(rdn(oid.commonName, utf8String('А')), rdn(oid.commonName, utf8String('Б'))) }),
  ],
  'subject-country-format': [
    subjectWith(oid.countryName, printableString('KZ ')),
    subjectWith(oid.countryName, printableString('kz')),
  ],
  'subject-country-kazakhstan': [
    subjectWith(oid.countryName, printableString('RU')),
    subjectWith(oid.countryName, null),
  ],
  'subject-printable-strings': [
    subjectWith(oid.countryName, utf8String('KZ')),
    subjectWith(oid.serialNumber, utf8String('IIN850101300015')),
  ],
  'subject-email-string': [subjectWith(oid.emailAddress, utf8String('a@example.kz'))],
  'subject-utf8-strings': [subjectWith(oid.localityName, printableString('Almaty'))],
  'subject-common-name-length': [subjectWith(oid.commonName, utf8String('қ'.repeat(65)))],
  'subject-organization-length': [subjectWith(oid.organizationName, utf8String('қ'.repeat(65)), entity)],
  'subject-organizational-unit-length': [
    subjectWith(oid.organizationalUnitName, utf8String('қ'.repeat(65)), entity),
  ],
  'subject-locality-length': [subjectWith(oid.localityName, utf8String('қ'.repeat(129)))],
  'subject-state-length': [subjectWith(oid.stateOrProvinceName, utf8String('қ'.repeat(129)))],
  'subject-serial-number-length': [subjectWith(oid.serialNumber, printableString('1'.repeat(65)))],
  'subject-email-length': [subjectWith(oid.emailAddress, ia5String(`${'a'.repeat(250)}@a.kz1`))],
  'subject-value-not-empty': [subjectWith(oid.localityName, utf8String(''))],
  'subject-no-control-characters': [
    subjectWith(oid.commonName, utf8String('ӘБІЛОВ\nҒАЛЫМ')),
    subjectWith(oid.commonName, utf8String('ӘБІЛОВ \u202eҒАЛЫМ')),
  ],
  'subject-no-surrounding-space': [
    subjectWith(oid.commonName, utf8String(' ӘБІЛОВ ҒАЛЫМ')),
    subjectWith(oid.commonName, utf8String('ӘБІЛОВ  ҒАЛЫМ')),
  ],
  'subject-normalized': [subjectWith(oid.commonName, utf8String('НИКОЛАИ\u0306'))],
  'subject-no-latin-in-cyrillic': [subjectWith(oid.commonName, utf8String('ӘБIЛОВ ҒАЛЫМ'))],
  'subject-has-common-name': [subjectWith(oid.commonName, null)],
  'subject-iin': [
    subjectWith(oid.serialNumber, printableString('IIN850101300017')),
    subjectWith(oid.serialNumber, printableString('850101300015')),
    subjectWith(oid.serialNumber, null),
  ],
  'subject-bin': [
    subjectWith(oid.organizationalUnitName, utf8String('BIN101040000019'), entity),
    subjectWith(oid.organizationalUnitName, null, entity),
  ],
  'subject-legal-entity-organization': [subjectWith(oid.organizationName, null, entity)],
  'subject-individual-without-organization': [subjectWith(oid.organizationName, utf8String('ЖШС'))],
  'subject-authority-organization': [
    bad({ subject: writeName([{ oid: oid.commonName, value: 'А' }]) }, selfSigned()),
    bad({ subject: partsOf(entity.tbsDer).subject }, selfSigned()),
  ],
  'subject-region-and-city': [
    subjectWith(oid.localityName, null),
    subjectWith(oid.stateOrProvinceName, null),
  ],
  'subject-email-syntax': [
    subjectWith(oid.emailAddress, ia5String('office')),
    subjectWith(oid.emailAddress, ia5String('a b@c.kz')),
  ],
  'subject-of-application': [
    { ...base, context: contextOf(authority, { subject: { ...individual, city: 'Алматы' } }) },
  ],
  'public-key-algorithm': [key(sequence(sequence(objectIdentifier(oid.ed25519)), bitString(someOctets(32))))],
  'rsa-size': [key(rsaSpki((1n << 1023n) + 1n, 65_537n)), key(rsaSpki((1n << 8191n) + 1n, 65_537n))],
  'rsa-exponent': [key(rsaSpki(longModulus, 3n))],
  'rsa-modulus-odd': [key(rsaSpki(longModulus + 1n, 65_537n))],
  'rsa-no-small-factor': [key(rsaSpki(3n * ((1n << 2047n) + 1n), 65_537n))],
  'rsa-key-parameters-null': [
    key(sequence(sequence(objectIdentifier(oid.rsaEncryption)), rsaSpki(longModulus, 65_537n).subarray(19))),
  ],
  'ec-named-curve': [key(ecSpki(sequence(integer(1)), someOctets(65)))],
  'ec-curve-allowed': [key(ecSpki(objectIdentifier(oid.k256), someOctets(65)))],
  'ec-point-uncompressed': [
    key(ecSpki(p256, new Uint8Array(33).fill(2))),
    key(ecSpki(p256, new Uint8Array(65).fill(7))),
    key(ecSpki(p256, new Uint8Array(64).fill(4))),
  ],
  'ec-point-on-curve': [key(ecSpki(p256, new Uint8Array(65).fill(4)))],
  'public-key-not-of-issuer': [key(authority.key.spkiDer)],
  'public-key-of-request': [
    { ...base, context: contextOf(authority, { requestedSpkiDer: ecKeyPair().spkiDer }) },
  ],
  'authority-key-of-suite': [bad({ spki: rsaKey.spkiDer }, selfSigned())],
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

function withWhole(dotted: string, extension: Uint8Array): Sample {
  return { ...base, tbsDer: withExtension(base.tbsDer, dotted, extension) };
}

function issuerWith(dotted: string, valueDer: Uint8Array | null): NonNullable<IssuanceContext['issuer']> {
  const { tbs } = authority.certificate;
  const others = (tbs.extensions ?? []).filter((extension) => extension.oid !== dotted);
  const put = valueDer === null ? [] : [{ oid: dotted, critical: true, valueDer, der: valueDer }];
  return { ...tbs, extensions: [...others, ...put] };
}

function limitedIssuer(pathLength: number): NonNullable<IssuanceContext['issuer']> {
  const { tbs } = rootAuthority.certificate;
  const valueDer = sequence(boolean(true), integer(pathLength));
  const others = (tbs.extensions ?? []).filter((extension) => extension.oid !== oid.basicConstraints);
  return {
    ...tbs,
    extensions: [...others, { oid: oid.basicConstraints, critical: true, valueDer, der: valueDer }],
  };
}

function rootAuthorityName(): Uint8Array {
  return writeName([{ oid: oid.commonName, value: 'Басқа орталық' }]);
}
