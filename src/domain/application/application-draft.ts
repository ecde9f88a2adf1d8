import type {
  LegalRole,
  Purpose,
  RelationKind,
  SubscriberDocumentKind,
  SubscriberForm,
} from './application.ts';

/** N-F1 or N-F2 as typed, letter for letter; nothing here was checked yet. */
export interface ApplicationDraft {
  form: SubscriberForm;
  outsideNumber: string;
  iin: string;
  surname: string;
  givenName: string;
  patronymic: string;
  bin: string;
  organisationName: string;
  organisationShortName: string;
  region: string;
  city: string;
  email: string;
  phone: string;
  usageAreas: string[];
  signatureTool: string;
  purpose: Purpose;
  /** `''` until chosen; only a legal entity has one. */
  legalRole: '' | `${LegalRole}`;
  documents: DocumentDraft[];
  relationKind: '' | RelationKind;
  relationOf: string;
}

export interface DocumentDraft {
  kind: SubscriberDocumentKind;
  number: string;
  /** As typed, дд.мм.жжжж. */
  date: string;
  issuer: string;
  attachmentId: string;
}

export function emptyDraft(
  form: SubscriberForm,
  documents: readonly SubscriberDocumentKind[],
): ApplicationDraft {
  return {
    form,
    outsideNumber: '',
    iin: '',
    surname: '',
    givenName: '',
    patronymic: '',
    bin: '',
    organisationName: '',
    organisationShortName: '',
    region: '',
    city: '',
    email: '',
    phone: '',
    usageAreas: [''],
    signatureTool: '',
    purpose: 'signing',
    legalRole: '',
    documents: documents.map((kind) => ({ kind, number: '', date: '', issuer: '', attachmentId: '' })),
    relationKind: '',
    relationOf: '',
  };
}
