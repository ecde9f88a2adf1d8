import { oid } from './object-identifiers.ts';

export interface NameAttributeType {
  readonly oid: string;
  /** As in RFC 4514 and on form N-F3. */
  readonly shortName: string;
  /** X.520 annex C and RFC 5280 appendix A.1: letters, not octets. */
  readonly upperBound: number;
  /** `directory` is a DirectoryString, which we write as UTF8String (RFC 5280 §4.1.2.4). */
  readonly syntax: 'directory' | 'printable' | 'ia5';
}

export const nameAttributeTypes: readonly NameAttributeType[] = [
  { oid: oid.countryName, shortName: 'C', upperBound: 2, syntax: 'printable' },
  { oid: oid.stateOrProvinceName, shortName: 'ST', upperBound: 128, syntax: 'directory' },
  { oid: oid.localityName, shortName: 'L', upperBound: 128, syntax: 'directory' },
  { oid: oid.streetAddress, shortName: 'STREET', upperBound: 128, syntax: 'directory' },
  { oid: oid.organizationName, shortName: 'O', upperBound: 64, syntax: 'directory' },
  { oid: oid.organizationalUnitName, shortName: 'OU', upperBound: 64, syntax: 'directory' },
  { oid: oid.commonName, shortName: 'CN', upperBound: 64, syntax: 'directory' },
  { oid: oid.serialNumber, shortName: 'SERIALNUMBER', upperBound: 64, syntax: 'printable' },
  { oid: oid.surname, shortName: 'SURNAME', upperBound: 64, syntax: 'directory' },
  { oid: oid.givenName, shortName: 'GIVENNAME', upperBound: 64, syntax: 'directory' },
  { oid: oid.title, shortName: 'TITLE', upperBound: 64, syntax: 'directory' },
  { oid: oid.emailAddress, shortName: 'E', upperBound: 255, syntax: 'ia5' },
];

const byOid: ReadonlyMap<string, NameAttributeType> = new Map(
  nameAttributeTypes.map((type) => [type.oid, type]),
);

export function nameAttributeType(dotted: string): NameAttributeType | null {
  return byOid.get(dotted) ?? null;
}

/** Our subject and issuer names have these eight and no others, in this order (form N-F3 read from C up). */
export const subjectOrder: readonly string[] = [
  oid.countryName,
  oid.stateOrProvinceName,
  oid.localityName,
  oid.organizationName,
  oid.organizationalUnitName,
  oid.commonName,
  oid.serialNumber,
  oid.emailAddress,
];
