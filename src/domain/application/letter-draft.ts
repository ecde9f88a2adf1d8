import { type DocumentDraft, emptyDocument } from './application-draft.ts';

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
  /** Of the annex, where it is another than the letter's. */
  paperDate: string;
}

/** G-F1 as typed. */
export interface LetterDraft {
  bodyNumber: string;
  bodyDate: string;
  /** Empty for the day of entering. */
  arrivedOn: string;
  /** G-2.7: the officer says that the applicant is a central or local executive body. */
  isStateBody: boolean;
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
    paperDate: '',
  };
}

export function emptyLetterDraft(): LetterDraft {
  return {
    bodyNumber: '',
    bodyDate: '',
    arrivedOn: '',
    isStateBody: false,
    bin: '',
    name: '',
    shortName: '',
    region: '',
    city: '',
    email: '',
    headName: '',
    document: emptyDocument('identity-document'),
    persons: [emptyPersonDraft()],
  };
}

/** A draft that was kept before the form asked for as much as now: what is new in it is empty. */
export function filledUpLetter(kept: LetterDraft): LetterDraft {
  return {
    ...emptyLetterDraft(),
    ...kept,
    persons: kept.persons.map((person) => ({ ...emptyPersonDraft(), ...person })),
  };
}
