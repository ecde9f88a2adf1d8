import { keySuites } from '#domain/certificate/key-suite.ts';
import { writeName } from '#domain/der/name.ts';
import { oid } from '#domain/der/object-identifiers.ts';
import { tag } from '#domain/der/tag.ts';
import {
  bitString,
  derNull,
  element,
  explicit,
  generalizedTime,
  ia5String,
  integer,
  objectIdentifier,
  printableString,
  sequence,
  setOf,
  unsignedInteger,
  utf8String,
} from '#domain/der/writer.ts';
import { individual, instant, someOctets } from '#tests/support/authority-samples.ts';
import { latin1, rdn } from '#tests/support/der-samples.ts';
import { ecKeyPair, ecSpki, rsaSpki } from '#tests/support/request-samples.ts';
import { rocaModulus } from '#tests/support/roca-sample.ts';
import { partsOf } from '#tests/support/tbs-mutation.ts';
import { badGostSamples } from './bad-gost-samples.ts';
import {
  at,
  authority,
  bad,
  base,
  contextOf,
  entity,
  individualAttributes,
  key,
  longModulus,
  p256,
  parts,
  reversedSubject,
  rootAuthority,
  rootAuthorityName,
  rsaKey,
  sample,
  type Sample,
  selfSigned,
  subjectWith,
  subordinate,
  validity,
} from './sample-parts.ts';

/** Octets or circumstances that break the rule of that id, one sample or several: frame, names, validity, key. */
export const badFrameSamples: Readonly<Record<string, readonly Sample[]>> = {
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
    subjectWith(oid.commonName, utf8String('ӘБІ\u200bЛОВ ҒАЛЫМ')),
  ],
  'subject-no-surrounding-space': [
    subjectWith(oid.commonName, utf8String(' ӘБІЛОВ ҒАЛЫМ')),
    subjectWith(oid.commonName, utf8String('ӘБІЛОВ  ҒАЛЫМ')),
  ],
  'subject-normalized': [subjectWith(oid.commonName, utf8String('НИКОЛАИ\u0306'))],
  'subject-no-latin-in-cyrillic': [
    subjectWith(oid.commonName, utf8String('ӘБIЛОВ ҒАЛЫМ')),
    subjectWith(oid.commonName, utf8String('Bаnk')),
  ],
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
  'rsa-not-roca': [key(rsaSpki(rocaModulus, 65_537n))],
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
  ...badGostSamples,
};
