/** A revocation while it is typed in: everything as text, kept as typed. */
export type RevocationKind = 'application' | 'liquidation' | 'accreditation' | 'court' | 'office';

export interface RevocationDraft {
  kind: RevocationKind;
  /** Id of the register entry that was chosen; empty until then. */
  entryId: string;
  /** Id of a ground; empty until one is chosen. */
  ground: string;
  /** Since when the key is not trusted, when that is known. */
  invalidityDate: string;
  /** As on R-F3, N-F4 or N-F5. */
  iin: string;
  surname: string;
  givenName: string;
  patronymic: string;
  email: string;
  bin: string;
  organisationName: string;
  organisationShortName: string;
  region: string;
  city: string;
  phone: string;
  serialNumber: string;
  issuedOn: string;
  /** As on R-F3 alone; the head's name on N-F5 too. */
  birthDate: string;
  address: string;
  reason: string;
  authorityName: string;
  validUntil: string;
  headName: string;
  /** Notice of liquidation. */
  noticeNumber: string;
  noticeDate: string;
  court: string;
  decisionNumber: string;
  decisionDate: string;
  inForceFrom: string;
  /** The day on which the paper arrived, and the one that stands on the application. */
  arrivedOn: string;
  writtenOn: string;
  /** N-8.1: who applies; a representative with the power of attorney that he shows. */
  appliedBy: 'owner' | 'representative';
  representativeName: string;
  representativeIin: string;
  powerNumber: string;
  powerDate: string;
  powerUntil: string;
  powerIssuer: string;
  /** The officer's own words, where the office revokes for an error of its own. */
  statement: string;
}

export function emptyRevocationDraft(): RevocationDraft {
  return {
    kind: 'application',
    entryId: '',
    ground: '',
    invalidityDate: '',
    iin: '',
    surname: '',
    givenName: '',
    patronymic: '',
    email: '',
    bin: '',
    organisationName: '',
    organisationShortName: '',
    region: '',
    city: '',
    phone: '',
    serialNumber: '',
    issuedOn: '',
    birthDate: '',
    address: '',
    reason: '',
    authorityName: '',
    validUntil: '',
    headName: '',
    noticeNumber: '',
    noticeDate: '',
    court: '',
    decisionNumber: '',
    decisionDate: '',
    inForceFrom: '',
    arrivedOn: '',
    writtenOn: '',
    appliedBy: 'owner',
    representativeName: '',
    representativeIin: '',
    powerNumber: '',
    powerDate: '',
    powerUntil: '',
    powerIssuer: '',
    statement: '',
  };
}
