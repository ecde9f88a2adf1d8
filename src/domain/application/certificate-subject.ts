import { oid } from '#domain/der/object-identifiers.ts';
import type { ApplicationContent, PersonContent, SubscriberContent } from './application.ts';

/** One line of the subject: attribute type, its short name, and the value as it will stand in the certificate. */
export interface SubjectAttribute {
  readonly oid: string;
  readonly label: 'C' | 'ST' | 'L' | 'O' | 'OU' | 'CN' | 'SERIALNUMBER' | 'E';
  readonly value: string;
}

/** The subject that the application leads to: a person's as on N-F3, an authority's as its own request has it. */
export function certificateSubject(content: ApplicationContent): readonly SubjectAttribute[] {
  if (content.form !== 'R-F1') return subscriberSubject(content);
  const { region, organisationShortName, authorityShortName, email } = content;
  return [
    { oid: oid.countryName, label: 'C', value: 'KZ' },
    { oid: oid.stateOrProvinceName, label: 'ST', value: region },
    { oid: oid.organizationName, label: 'O', value: organisationShortName },
    { oid: oid.commonName, label: 'CN', value: authorityShortName },
    { oid: oid.emailAddress, label: 'E', value: email },
  ];
}

/**
 * The subject exactly as N-F3 prints it, from C up: C, ST, L, O, OU, CN, serialNumber, E, one attribute to an RDN, and no
 * others; O and OU for a legal entity only.
 */
function subscriberSubject(content: PersonContent): readonly SubjectAttribute[] {
  const { region, city, organisationShortName, bin, iin, email } = content;
  return [
    { oid: oid.countryName, label: 'C', value: 'KZ' },
    { oid: oid.stateOrProvinceName, label: 'ST', value: region },
    { oid: oid.localityName, label: 'L', value: city },
    ...(organisationShortName === undefined
      ? []
      : [{ oid: oid.organizationName, label: 'O' as const, value: organisationShortName }]),
    ...(bin === undefined
      ? []
      : [{ oid: oid.organizationalUnitName, label: 'OU' as const, value: `BIN${bin}` }]),
    { oid: oid.commonName, label: 'CN', value: commonNameOf(content) },
    { oid: oid.serialNumber, label: 'SERIALNUMBER', value: `IIN${iin}` },
    { oid: oid.emailAddress, label: 'E', value: email },
  ];
}

/** Surname and given name. */
export function commonNameOf({
  surname,
  givenName,
}: Pick<SubscriberContent, 'surname' | 'givenName'>): string {
  return `${surname} ${givenName}`;
}
