import type { DocumentRule } from '#domain/authority/rule-set.ts';
import { formatCalendarDate } from '#domain/base/calendar-date.ts';
import type {
  AttachedDocument,
  LegalRole,
  Purpose,
  Relation,
  RelationKind,
  SubscriberContent,
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
  kind: string;
  number: string;
  /** As typed, дд.мм.жжжж. */
  date: string;
  issuer: string;
  /** Whether the rule set asks for its last day: of a power of attorney (N-4.2). */
  hasTerm: boolean;
  /** As typed; empty where it has none. */
  validUntil: string;
  attachmentId: string;
}

export function emptyDraft(
  form: SubscriberForm,
  documents: readonly Pick<DocumentRule, 'kind' | 'hasTerm'>[],
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
    documents: documents.map(({ kind, hasTerm }) => emptyDocument(kind, hasTerm)),
    relationKind: '',
    relationOf: '',
  };
}

export function emptyDocument<K extends string>(
  kind: K,
  hasTerm = false,
): DocumentDraft & { readonly kind: K } {
  return { kind, number: '', date: '', issuer: '', hasTerm, validUntil: '', attachmentId: '' };
}

/** The one kind with a term that a draft may have which does not say so yet. */
const termedBefore = 'power-of-attorney';

/** A draft that was kept before the form asked for as much as now: what is new in it is empty. */
export function filledUp(kept: ApplicationDraft): ApplicationDraft {
  return {
    ...emptyDraft(kept.form, []),
    ...kept,
    documents: kept.documents.map((document) => ({
      ...emptyDocument(document.kind, document.kind === termedBefore),
      ...document,
    })),
  };
}

/** An application that was handed in, as it would be typed; `asked`: the documents that its rule set asks for. */
export function applicationDraftOf(
  content: SubscriberContent,
  relation: Relation | undefined,
  asked: readonly Pick<DocumentRule, 'kind' | 'hasTerm'>[],
): ApplicationDraft {
  return {
    ...emptyDraft(content.form, []),
    outsideNumber: content.outsideNumber ?? '',
    iin: content.iin,
    surname: content.surname,
    givenName: content.givenName,
    patronymic: content.patronymic ?? '',
    bin: content.bin ?? '',
    organisationName: content.organisationName ?? '',
    organisationShortName: content.organisationShortName ?? '',
    region: content.region,
    city: content.city,
    email: content.email,
    phone: content.phone,
    usageAreas: [...content.usageAreas],
    signatureTool: content.signatureTool,
    purpose: content.purpose,
    legalRole: content.legalRole === undefined ? '' : `${content.legalRole}`,
    documents: asked.map(({ kind, hasTerm }) => {
      const document = content.documents.find((each) => each.kind === kind);
      return document === undefined ? emptyDocument(kind, hasTerm) : documentDraftOf(document, hasTerm);
    }),
    relationKind: relation?.kind ?? '',
    relationOf: relation?.of ?? '',
  };
}

function documentDraftOf(
  { kind, number, date, issuer, validUntil, attachmentId }: AttachedDocument,
  hasTerm = false,
): DocumentDraft {
  return {
    kind,
    number,
    date: formatCalendarDate(date),
    issuer,
    hasTerm,
    validUntil: validUntil === undefined ? '' : formatCalendarDate(validUntil),
    attachmentId: attachmentId ?? '',
  };
}
