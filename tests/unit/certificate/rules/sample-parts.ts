import { rulesByKind } from '#domain/authority/order-348/rules.ts';
import type { IssuanceContext } from '#domain/certificate/certificate-rule.ts';
import type { SubjectName } from '#domain/certificate/subject-name.ts';
import { writeExtension } from '#domain/der/extension.ts';
import { writeName } from '#domain/der/name.ts';
import { oid } from '#domain/der/object-identifiers.ts';
import {
  boolean,
  ia5String,
  integer,
  objectIdentifier,
  printableString,
  sequence,
  time,
  utf8String,
} from '#domain/der/writer.ts';
import {
  addresses,
  anAuthority,
  aTbs,
  authoritySubject,
  individual,
  instant,
  type IssuingAuthority,
  legalEntity,
  sha1,
  type TbsChoice,
} from '#tests/support/authority-samples.ts';
import { rdn } from '#tests/support/der-samples.ts';
import { aGostAuthority, gostKey } from '#tests/support/gost-samples.ts';
import { ecKeyPair, rsaKeyPair } from '#tests/support/request-samples.ts';
import { partsOf, type TbsParts, withExtension, withParts } from '#tests/support/tbs-mutation.ts';

export interface Sample {
  readonly tbsDer: Uint8Array;
  readonly context: IssuanceContext;
}

export const authority = anAuthority();
export const rootAuthority = anAuthority('ecdsa-p384', 'R');
export const rsaKey = rsaKeyPair();
export const subscriberKey = ecKeyPair();

export const gostAuthority = await aGostAuthority('rfc4491');
export const kzGostAuthority = await aGostAuthority('kz2004');
export const longGostAuthority = await aGostAuthority('2012-512');
export const kzLongGostAuthority = await aGostAuthority('kz2015');
export const gostSubscriberKey = await gostKey('rfc4491', 2n ** 200n + 7n);
export const kzGostSubscriberKey = await gostKey('kz2004', 2n ** 200n + 7n);
export const longGostSubscriberKey = await gostKey('2012-512', 2n ** 500n + 7n);
export const kzLongGostSubscriberKey = await gostKey('kz2015', 2n ** 500n + 7n);

export function contextOf(from: IssuingAuthority, change: Partial<IssuanceContext> = {}): IssuanceContext {
  return {
    kind: from.kind,
    rules: rulesByKind[from.kind],
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

export function sample(
  choice: TbsChoice = {},
  change: Partial<IssuanceContext> = {},
  from: IssuingAuthority = authority,
): Sample {
  const withKey = { spkiDer: subscriberKey.spkiDer, ...choice };
  return {
    tbsDer: aTbs(from, withKey),
    context: contextOf(from, { profile: choice.settings?.profile ?? 'signing', ...change }),
  };
}

export function selfSigned(): Sample {
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

export const subordinateSubject: SubjectName = {
  ...authoritySubject,
  commonName: 'Екінші орталық',
  email: 'ca2@example.kz',
};

export function subordinate(choice: Partial<TbsChoice['settings']> = {}): Sample {
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
  'ГОСТ as in RFC 4491': sample({ spkiDer: gostSubscriberKey.spkiDer }, {}, gostAuthority),
  'ГОСТ as in RFC 9215': sample({ spkiDer: longGostSubscriberKey.spkiDer }, {}, longGostAuthority),
  'ГОСТ of 2015 as in Kazakhstan': sample(
    { spkiDer: kzLongGostSubscriberKey.spkiDer },
    {},
    kzLongGostAuthority,
  ),
  'ГОСТ as in Kazakhstan, authentication': sample(
    { spkiDer: kzGostSubscriberKey.spkiDer, settings: { profile: 'authentication' } },
    {},
    kzGostAuthority,
  ),
  'a subordinate authority': subordinate(),
};

export const base = sample();
export const entity = sample({ subject: legalEntity });
export const gostBase = sample({ spkiDer: gostSubscriberKey.spkiDer }, {}, gostAuthority);
export const kzGostBase = sample({ spkiDer: kzGostSubscriberKey.spkiDer }, {}, kzGostAuthority);
export const longGostBase = sample({ spkiDer: longGostSubscriberKey.spkiDer }, {}, longGostAuthority);
export const kzLongGostBase = sample({ spkiDer: kzLongGostSubscriberKey.spkiDer }, {}, kzLongGostAuthority);

export function bad(change: Partial<TbsParts>, from: Sample = base): Sample {
  return { ...from, tbsDer: withParts(from.tbsDer, change) };
}

export function extended(
  dotted: string,
  valueDer: Uint8Array | null,
  critical = false,
  from: Sample = base,
): Sample {
  const extension = valueDer === null ? null : writeExtension(dotted, critical, valueDer);
  return { ...from, tbsDer: withExtension(from.tbsDer, dotted, extension) };
}

/** The base subject with one attribute put anew, or taken away. */
export function subjectWith(type: string, value: Uint8Array | null, from: Sample = base): Sample {
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

export const individualAttributes: readonly (readonly [string, Uint8Array])[] = [
  [oid.countryName, printableString('KZ')],
  [oid.stateOrProvinceName, utf8String(individual.region)],
  [oid.localityName, utf8String(individual.city)],
  [oid.commonName, utf8String(individual.commonName)],
  [oid.serialNumber, printableString(`IIN${individual.iin}`)],
  [oid.emailAddress, ia5String(individual.email)],
];

export const entityAttributes: readonly (readonly [string, Uint8Array])[] = [
  ...individualAttributes.slice(0, 3),
  [oid.organizationName, utf8String(legalEntity.organization)],
  [oid.organizationalUnitName, utf8String(`BIN${legalEntity.bin}`)],
  ...individualAttributes.slice(3),
];

export function key(spkiDer: Uint8Array): Sample {
  return bad({ spki: spkiDer });
}

export function purposes(...oids: readonly string[]): Uint8Array {
  return sequence(...oids.map(objectIdentifier));
}

export function validity(notBefore: Uint8Array, notAfter: Uint8Array): Partial<TbsParts> {
  return { validity: sequence(notBefore, notAfter) };
}

export function at(text: string): Uint8Array {
  return time(instant(text));
}

export const longModulus = (1n << 2047n) + 12345678901234567890123456789n * 2n + 1n;
export const parts = partsOf(base.tbsDer);
export const reversedSubject = sequence(
  ...individualAttributes.map(([type, der]) => rdn(type, der)).reverse(),
);
export const p256 = objectIdentifier(oid.p256);

export function withWhole(dotted: string, extension: Uint8Array): Sample {
  return { ...base, tbsDer: withExtension(base.tbsDer, dotted, extension) };
}

export function issuerWith(
  dotted: string,
  valueDer: Uint8Array | null,
): NonNullable<IssuanceContext['issuer']> {
  const { tbs } = authority.certificate;
  const others = (tbs.extensions ?? []).filter((extension) => extension.oid !== dotted);
  const put = valueDer === null ? [] : [{ oid: dotted, critical: true, valueDer, der: valueDer }];
  return { ...tbs, extensions: [...others, ...put] };
}

export function limitedIssuer(pathLength: number): NonNullable<IssuanceContext['issuer']> {
  const { tbs } = rootAuthority.certificate;
  const valueDer = sequence(boolean(true), integer(pathLength));
  const others = (tbs.extensions ?? []).filter((extension) => extension.oid !== oid.basicConstraints);
  return {
    ...tbs,
    extensions: [...others, { oid: oid.basicConstraints, critical: true, valueDer, der: valueDer }],
  };
}

export function rootAuthorityName(): Uint8Array {
  return writeName([{ oid: oid.commonName, value: 'Басқа орталық' }]);
}
