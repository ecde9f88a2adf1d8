import { keyUsageNames } from '#domain/der/extension-values.ts';
import { oid, oidName } from '#domain/der/object-identifiers.ts';
import { contextTag, primitiveContextTag, tag } from '#domain/der/tag.ts';
import { reasonByNumber } from '#domain/crl/reason-code.ts';
import { octetsValue, oidValue } from '#domain/microscope/describe.ts';
import type { FieldValue } from '#domain/microscope/described-field.ts';
import type { FieldWord } from '#domain/microscope/field-words.ts';
import type { LooseElement } from '#domain/microscope/lenient-reader.ts';
import { type Schema, part } from '#domain/microscope/schema.ts';
import { firstOid } from './first-oid.ts';
import { generalName } from './name.ts';

/** Extensions (RFC 5280 §4.1.2.9), each by its identifier, its value opened where its syntax is known. */
export function extensionsSchema(
  name: string,
  section: string,
  word: 'extensions' | 'entryExtensions' = 'extensions',
): Schema {
  return { name, word, section, each: { name: 'Extension', of: extension } };
}

function extension(element: LooseElement, file: Uint8Array): Schema {
  const dotted = firstOid(element, file);
  const known = dotted === null ? undefined : values.get(dotted);
  return {
    name: (dotted === null ? null : oidName(dotted)) ?? dotted ?? 'Extension',
    word: known?.word ?? 'otherExtension',
    section: known?.section ?? 'RFC 5280 §4.2',
    parts: [
      part({ name: 'extnID', word: 'extnID', section: 'RFC 5280 §4.2' }, tag.objectIdentifier),
      part({ name: 'critical', word: 'critical', section: 'RFC 5280 §4.2' }, tag.boolean),
      part(
        {
          name: 'extnValue',
          word: 'extnValue',
          section: 'RFC 5280 §4.2',
          ...(known === undefined ? {} : { inside: known.value }),
        },
        tag.octetString,
      ),
    ],
  };
}

interface KnownExtension {
  readonly word: FieldWord;
  readonly section: string;
  readonly value: Schema;
}

const names = (name: string, section: string): Schema => ({ name, section, each: generalName });
const octets = (name: string, section: string, word: FieldWord): Schema => ({
  name,
  word,
  section,
  value: (element, file) => octetsValue(file.subarray(element.contentStart, element.contentEnd)),
});

const keyUsage: Schema = {
  name: 'KeyUsage',
  section: 'RFC 5280 §4.2.1.3',
  value: (element, file): FieldValue => {
    const content = file.subarray(element.contentStart, element.contentEnd);
    const isSet = (bit: number) => ((content[1 + (bit >> 3)] ?? 0) & (0x80 >> (bit & 7))) !== 0;
    return { type: 'usages', usages: keyUsageNames.filter((_, bit) => isSet(bit)) };
  },
};

const purpose: Schema = {
  name: 'KeyPurposeId',
  word: 'purpose',
  section: 'RFC 5280 §4.2.1.12',
  value: (element, file) => {
    const dotted = ownOid(element, file);
    return dotted === null ? undefined : { type: 'purpose', dotted };
  },
};

/** As if it stood first in something. */
function ownOid(element: LooseElement, file: Uint8Array): string | null {
  return firstOid({ ...element, contentStart: element.start, contentEnd: element.end }, file);
}

const authorityKeyIdentifier: Schema = {
  name: 'AuthorityKeyIdentifier',
  section: 'RFC 5280 §4.2.1.1',
  parts: [
    part(octets('keyIdentifier', 'RFC 5280 §4.2.1.1', 'keyIdentifier'), primitiveContextTag(0)),
    part(
      {
        name: 'authorityCertIssuer',
        word: 'authorityCertIssuer',
        section: 'RFC 5280 §4.2.1.1',
        each: generalName,
      },
      contextTag(1),
    ),
    part(
      octets('authorityCertSerialNumber', 'RFC 5280 §4.2.1.1', 'authorityCertSerialNumber'),
      primitiveContextTag(2),
    ),
  ],
};

const basicConstraints: Schema = {
  name: 'BasicConstraints',
  section: 'RFC 5280 §4.2.1.9',
  parts: [
    part({ name: 'cA', word: 'cA', section: 'RFC 5280 §4.2.1.9' }, tag.boolean),
    part({ name: 'pathLenConstraint', word: 'pathLenConstraint', section: 'RFC 5280 §4.2.1.9' }, tag.integer),
  ],
};

const policies: Schema = {
  name: 'CertificatePolicies',
  section: 'RFC 5280 §4.2.1.4',
  each: {
    name: 'PolicyInformation',
    word: 'policy',
    section: 'RFC 5280 §4.2.1.4',
    value: policyValue,
    parts: [
      part({ name: 'policyIdentifier', section: 'RFC 5280 §4.2.1.4' }, tag.objectIdentifier),
      part(
        {
          name: 'policyQualifiers',
          section: 'RFC 5280 §4.2.1.4',
          each: { name: 'PolicyQualifierInfo', word: 'policyQualifier', section: 'RFC 5280 §4.2.1.4' },
        },
        tag.sequence,
      ),
    ],
  },
};

function policyValue(element: LooseElement, file: Uint8Array): FieldValue | undefined {
  const dotted = firstOid(element, file);
  return dotted === null ? undefined : oidValue(dotted);
}

const distributionPointName: Schema = {
  name: 'distributionPoint',
  section: 'RFC 5280 §4.2.1.13',
  parts: [part({ name: 'fullName', section: 'RFC 5280 §4.2.1.13', each: generalName }, contextTag(0))],
};

const distributionPoints: Schema = {
  name: 'CRLDistributionPoints',
  section: 'RFC 5280 §4.2.1.13',
  each: {
    name: 'DistributionPoint',
    word: 'distributionPoint',
    section: 'RFC 5280 §4.2.1.13',
    parts: [
      part(distributionPointName, contextTag(0)),
      part({ name: 'reasons', section: 'RFC 5280 §4.2.1.13' }, primitiveContextTag(1)),
      part({ name: 'cRLIssuer', section: 'RFC 5280 §4.2.1.13', each: generalName }, contextTag(2)),
    ],
  },
};

const infoAccess: Schema = {
  name: 'AuthorityInfoAccessSyntax',
  section: 'RFC 5280 §4.2.2.1',
  each: {
    name: 'AccessDescription',
    word: 'accessDescription',
    section: 'RFC 5280 §4.2.2.1',
    value: policyValue,
    parts: [part({ name: 'accessMethod', section: 'RFC 5280 §4.2.2.1' }, tag.objectIdentifier), generalName],
  },
};

const constraints: Schema = {
  name: 'NameConstraints',
  section: 'RFC 5280 §4.2.1.10',
  parts: [
    part({ name: 'permittedSubtrees', section: 'RFC 5280 §4.2.1.10', each: subtree() }, contextTag(0)),
    part({ name: 'excludedSubtrees', section: 'RFC 5280 §4.2.1.10', each: subtree() }, contextTag(1)),
  ],
};

function subtree(): Schema {
  return { name: 'GeneralSubtree', section: 'RFC 5280 §4.2.1.10', parts: [generalName] };
}

const reason: Schema = {
  name: 'CRLReason',
  section: 'RFC 5280 §5.3.1',
  value: (element, file) => {
    const name = reasonByNumber(file[element.contentStart] ?? 255);
    return name === null ? undefined : { type: 'reason', reason: name };
  },
};

const onlyParts = [
  'onlyContainsUserCerts',
  'onlyContainsCACerts',
  'onlySomeReasons',
  'indirectCRL',
  'onlyContainsAttributeCerts',
];

const issuingPoint: Schema = {
  name: 'IssuingDistributionPoint',
  section: 'RFC 5280 §5.2.5',
  parts: [
    part(distributionPointName, contextTag(0)),
    ...onlyParts.map((name, i) => part(flagOf(name), primitiveContextTag(i + 1))),
  ],
};

function flagOf(name: string): Schema {
  return {
    name,
    section: 'RFC 5280 §5.2.5',
    ...(name === 'onlySomeReasons'
      ? {}
      : { value: ({ contentStart }, file) => ({ type: 'flag', flag: (file[contentStart] ?? 0) !== 0 }) }),
  };
}

const plain = (name: string, section: string): Schema => ({ name, section });

/** By the identifier: the sentence, the section, and the syntax of the value. */
const values: ReadonlyMap<string, KnownExtension> = new Map<string, KnownExtension>(
  (
    [
      [oid.authorityKeyIdentifier, 'authorityKeyIdentifier', '§4.2.1.1', authorityKeyIdentifier],
      [
        oid.subjectKeyIdentifier,
        'subjectKeyIdentifier',
        '§4.2.1.2',
        octets('KeyIdentifier', 'RFC 5280 §4.2.1.2', 'keyIdentifier'),
      ],
      [oid.keyUsage, 'keyUsage', '§4.2.1.3', keyUsage],
      [oid.certificatePolicies, 'certificatePolicies', '§4.2.1.4', policies],
      [oid.policyMappings, 'policyMappings', '§4.2.1.5', plain('PolicyMappings', 'RFC 5280 §4.2.1.5')],
      [oid.subjectAltName, 'subjectAltName', '§4.2.1.6', names('GeneralNames', 'RFC 5280 §4.2.1.6')],
      [oid.issuerAltName, 'issuerAltName', '§4.2.1.7', names('GeneralNames', 'RFC 5280 §4.2.1.7')],
      [oid.basicConstraints, 'basicConstraints', '§4.2.1.9', basicConstraints],
      [oid.nameConstraints, 'nameConstraints', '§4.2.1.10', constraints],
      [
        oid.policyConstraints,
        'policyConstraints',
        '§4.2.1.11',
        plain('PolicyConstraints', 'RFC 5280 §4.2.1.11'),
      ],
      [
        oid.extKeyUsage,
        'extKeyUsage',
        '§4.2.1.12',
        { name: 'ExtKeyUsageSyntax', section: 'RFC 5280 §4.2.1.12', each: purpose },
      ],
      [oid.crlDistributionPoints, 'crlDistributionPoints', '§4.2.1.13', distributionPoints],
      [
        oid.inhibitAnyPolicy,
        'inhibitAnyPolicy',
        '§4.2.1.14',
        plain('InhibitAnyPolicy', 'RFC 5280 §4.2.1.14'),
      ],
      [oid.freshestCrl, 'freshestCrl', '§4.2.1.15', distributionPoints],
      [oid.authorityInfoAccess, 'authorityInfoAccess', '§4.2.2.1', infoAccess],
      [oid.crlNumber, 'crlNumber', '§5.2.3', plain('CRLNumber', 'RFC 5280 §5.2.3')],
      [oid.deltaCrlIndicator, 'deltaCrlIndicator', '§5.2.4', plain('BaseCRLNumber', 'RFC 5280 §5.2.4')],
      [oid.issuingDistributionPoint, 'issuingDistributionPoint', '§5.2.5', issuingPoint],
      [oid.reasonCode, 'reasonCode', '§5.3.1', reason],
      [oid.invalidityDate, 'invalidityDate', '§5.3.2', plain('InvalidityDate', 'RFC 5280 §5.3.2')],
      [oid.certificateIssuer, 'certificateIssuer', '§5.3.3', names('CertificateIssuer', 'RFC 5280 §5.3.3')],
      [oid.expiredCertsOnCrl, 'expiredCertsOnCrl', '', plain('ExpiredCertsOnCRL', 'X.509 §9.5.2.8')],
    ] as const
  ).map(([dotted, word, section, value]) => [
    dotted,
    { word, section: section === '' ? 'X.509 §9.5.2.8' : `RFC 5280 ${section}`, value },
  ]),
);
