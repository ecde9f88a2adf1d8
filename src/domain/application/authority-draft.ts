import type { DaysDraft } from './days.ts';

/** R-F1 as typed, letter for letter; nothing here was checked yet. */
export interface AuthorityDraft extends DaysDraft {
  scheme: string;
  region: string;
  city: string;
  organisationName: string;
  organisationShortName: string;
  authorityName: string;
  authorityShortName: string;
  email: string;
  usageAreas: string[];
  validityYears: string;
  headName: string;
  /** false where the applicant brought no accreditation certificate; the application can then only be refused. */
  accreditationPresented: boolean;
  accreditationNumber: string;
  /** As typed, дд.мм.жжжж. */
  accreditationDate: string;
  accreditationIssuer: string;
  accreditationValidUntil: string;
  attachmentId: string;
}

export function emptyAuthorityDraft(): AuthorityDraft {
  return {
    arrivedOn: '',
    paperDate: '',
    scheme: '',
    region: '',
    city: '',
    organisationName: '',
    organisationShortName: '',
    authorityName: '',
    authorityShortName: '',
    email: '',
    usageAreas: [''],
    validityYears: '',
    headName: '',
    accreditationPresented: true,
    accreditationNumber: '',
    accreditationDate: '',
    accreditationIssuer: '',
    accreditationValidUntil: '',
    attachmentId: '',
  };
}
