import type { LegalRole } from '#domain/application/application.ts';
import { writeName } from '#domain/der/name.ts';
import { oid } from '#domain/der/object-identifiers.ts';

/** N-F1: a person for himself. */
export interface IndividualSubject {
  readonly kind: 'individual';
  readonly region: string;
  readonly city: string;
  /** Surname and given name. */
  readonly commonName: string;
  readonly iin: string;
  readonly email: string;
}

/** N-F2: a person who acts for a legal entity. */
export interface LegalEntitySubject {
  readonly kind: 'legal-entity';
  readonly region: string;
  readonly city: string;
  /** Short name: at most 64 letters. */
  readonly organization: string;
  readonly bin: string;
  readonly commonName: string;
  readonly iin: string;
  readonly email: string;
  readonly role: LegalRole;
}

/** A certification authority's own name; its short name, at most 64 letters each. */
export interface AuthoritySubject {
  readonly kind: 'authority';
  readonly region: string;
  readonly organization: string;
  readonly commonName: string;
  readonly email: string;
}

export type SubjectName = IndividualSubject | LegalEntitySubject | AuthoritySubject;

/**
 * The distinguished name: the attributes that N-F3 prints and no others, C, ST, L, O, OU, CN, serialNumber, E, each in
 * its own RDN. Throws on a letter that its string type can't hold: the application was examined before.
 */
export function writeSubjectName(subject: SubjectName): Uint8Array {
  return writeName(attributesOf(subject).filter(({ value }) => value !== ''));
}

function attributesOf(subject: SubjectName): readonly { readonly oid: string; readonly value: string }[] {
  const isAuthority = subject.kind === 'authority';
  return [
    { oid: oid.countryName, value: 'KZ' },
    { oid: oid.stateOrProvinceName, value: subject.region },
    { oid: oid.localityName, value: isAuthority ? '' : subject.city },
    { oid: oid.organizationName, value: subject.kind === 'individual' ? '' : subject.organization },
    { oid: oid.organizationalUnitName, value: subject.kind === 'legal-entity' ? `BIN${subject.bin}` : '' },
    { oid: oid.commonName, value: subject.commonName },
    { oid: oid.serialNumber, value: isAuthority ? '' : `IIN${subject.iin}` },
    { oid: oid.emailAddress, value: subject.email },
  ];
}
