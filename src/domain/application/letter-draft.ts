import type { DocumentDraft } from './application-draft.ts';

/** A person on the letter as typed, letter for letter; nothing here was checked yet. */
export interface BodyPersonDraft {
  iin: string;
  surname: string;
  givenName: string;
  patronymic: string;
  position: string;
  documentNumber: string;
  /** As typed, дд.мм.жжжж. */
  documentDate: string;
  documentIssuer: string;
  /** Where it is another than the body's. */
  region: string;
  city: string;
  email: string;
  /** Beyond the one that the form prints itself. */
  furtherUsageAreas: string[];
}

/** G-F1 as typed. */
export interface LetterDraft {
  bodyNumber: string;
  bodyDate: string;
  bin: string;
  name: string;
  shortName: string;
  region: string;
  city: string;
  email: string;
  headName: string;
  document: DocumentDraft;
  persons: BodyPersonDraft[];
}

export function emptyPersonDraft(): BodyPersonDraft {
  return {
    iin: '',
    surname: '',
    givenName: '',
    patronymic: '',
    position: '',
    documentNumber: '',
    documentDate: '',
    documentIssuer: '',
    region: '',
    city: '',
    email: '',
    furtherUsageAreas: [],
  };
}

export function emptyLetterDraft(): LetterDraft {
  return {
    bodyNumber: '',
    bodyDate: '',
    bin: '',
    name: '',
    shortName: '',
    region: '',
    city: '',
    email: '',
    headName: '',
    document: { kind: 'identity-document', number: '', date: '', issuer: '', attachmentId: '' },
    persons: [emptyPersonDraft()],
  };
}
