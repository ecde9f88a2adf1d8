import type {
  LegalRole,
  Purpose,
  RelationKind,
  SubscriberDocumentKind,
  SubscriberForm,
} from './application.ts';
import type { DaysDraft } from './days.ts';

/** N-F1 or N-F2 as typed, letter for letter; nothing here was checked yet. */
export interface ApplicationDraft extends DaysDraft {
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
  /** Last day of its term, as typed; only a power of attorney has one. */
  validUntil: string;
  attachmentId: string;
}

export function emptyDraft(
  form: SubscriberForm,
  documents: readonly SubscriberDocumentKind[],
): ApplicationDraft {
  return {
    form,
    arrivedOn: '',
    paperDate: '',
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
    documents: documents.map(emptyDocument),
    relationKind: '',
    relationOf: '',
  };
}

export function emptyDocument<K extends SubscriberDocumentKind>(
  kind: K,
): DocumentDraft & { readonly kind: K } {
  return { kind, number: '', date: '', issuer: '', validUntil: '', attachmentId: '' };
}

/** A draft that was kept before the form asked for as much as now: what is new in it is empty. */
export function filledUp(kept: ApplicationDraft): ApplicationDraft {
  return {
    ...emptyDraft(kept.form, []),
    ...kept,
    documents: kept.documents.map((document) => ({ ...emptyDocument(document.kind), ...document })),
  };
}
