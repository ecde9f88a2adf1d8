import { compareCalendarDates, parseTypedDate, type CalendarDate } from '#domain/base/calendar-date.ts';
import type { TypedDateRefusal } from '#domain/base/calendar-date.ts';
import { type Result, err, ok } from '#domain/base/result.ts';
import { type TextRefusal, examineText, tidyText } from '#domain/base/text.ts';
import type { BinRefusal } from '#domain/party/bin.ts';
import { type EmailRefusal, parseEmailAddress } from '#domain/party/email-address.ts';
import type { IinRefusal } from '#domain/party/iin.ts';
import { type NumberOfFuture, parseBinOn, parseIinOn } from '#domain/party/numbers-in-time.ts';
import { type NamePartRefusal, parseNamePart } from '#domain/party/person-name.ts';
import { type PhoneRefusal, parsePhoneNumber } from '#domain/party/phone-number.ts';
import type { AttachedDocument, LegalRole, SubscriberContent } from './application.ts';
import type { ApplicationDraft, DocumentDraft } from './application-draft.ts';
import type { DaysRefusal } from './days.ts';

/** What is wrong with one field; `field` is the draft's own name, `documents.0.date` within a list. */
export interface FieldFinding {
  readonly field: string;
  readonly clause: 'N-3.1' | 'N-3.2' | 'N-4.1' | 'N-4.2' | 'N-5.1';
  readonly refusal: FieldRefusal;
}

export type FieldRefusal =
  | IinRefusal
  | BinRefusal
  | TextRefusal
  | NamePartRefusal
  | EmailRefusal
  | PhoneRefusal
  | TypedDateRefusal
  | NumberOfFuture
  | DaysRefusal
  | { readonly type: 'DateInFuture'; readonly date: CalendarDate }
  | { readonly type: 'CommonNameTooLong'; readonly max: number; readonly seen: number }
  | { readonly type: 'ChoiceMissing' }
  | { readonly type: 'TermOutOfRange'; readonly min: number; readonly max: number }
  /** `date` is the day of issue. */
  | { readonly type: 'EndsBeforeIssue'; readonly date: CalendarDate }
  /** N-4.2: a power of attorney whose term was over when the application arrived. */
  | { readonly type: 'EndedBeforeArrival'; readonly arrivedOn: CalendarDate }
  /** G-2.7: by its number it is no central or local executive body. */
  | { readonly type: 'NotAStateBody' | 'StateBodyUnconfirmed' }
  /** `first` is the line of the list where that person stands already, from 1. */
  | { readonly type: 'SamePersonTwice'; readonly first: number };

/** X.520 upper bounds of what goes into the subject: ub-common-name, ub-organization-name, ub-locality, ub-state: 64, 64, 128, 128. */
const bounds = {
  shortName: 64,
  name: 300,
  place: 128,
  usageArea: 200,
  tool: 200,
  outside: 64,
  document: 64,
} as const;
const commonNameMax = 64;

/**
 * N-5.1: everything that is filled in wrongly, all at once; or the content, normalised. Form, numbers and lengths are checked
 * here; whether they are true, an officer confirms. `arrivedOn`: what was too late or not yet born on that day.
 */
export function parseApplication(
  draft: ApplicationDraft,
  today: CalendarDate,
  arrivedOn: CalendarDate = today,
): Result<SubscriberContent, readonly FieldFinding[]> {
  const findings: FieldFinding[] = [];
  const clause = draft.form === 'N-F1' ? 'N-3.1' : 'N-3.2';
  const isLegal = draft.form === 'N-F2';
  const taken = <T>(field: string, result: Result<T, FieldRefusal>): T | undefined => {
    if (result.ok) return result.value;
    findings.push({ field, clause: 'N-5.1', refusal: result.error });
    return undefined;
  };
  const text = (field: string, value: string, max: number): string => {
    const refusal = examineText(value, { max });
    if (refusal !== null)
      findings.push({ field, clause: refusal.type === 'Empty' ? clause : 'N-5.1', refusal });
    return tidyText(value);
  };
  const optional = (field: string, value: string, max: number): string | undefined =>
    value.trim() === '' ? undefined : text(field, value, max);

  const outsideNumber = optional('outsideNumber', draft.outsideNumber, bounds.outside);
  const iin = taken('iin', parseIinOn(draft.iin, arrivedOn));
  const surname = taken('surname', parseNamePart(draft.surname)) ?? '';
  const givenName = taken('givenName', parseNamePart(draft.givenName)) ?? '';
  const patronymic =
    draft.patronymic.trim() === '' ? undefined : taken('patronymic', parseNamePart(draft.patronymic));
  // The certificate's CN is surname and given name, as the National CA writes it; nothing is ever cut.
  const commonNameLength = [...`${surname} ${givenName}`].length;
  if (commonNameLength > commonNameMax)
    findings.push({
      field: 'surname',
      clause: 'N-5.1',
      refusal: { type: 'CommonNameTooLong', max: commonNameMax, seen: commonNameLength },
    });
  const bin = isLegal ? taken('bin', parseBinOn(draft.bin, arrivedOn)) : undefined;
  const organisationName = isLegal
    ? text('organisationName', draft.organisationName, bounds.name)
    : undefined;
  const organisationShortName = isLegal
    ? text('organisationShortName', draft.organisationShortName, bounds.shortName)
    : undefined;
  const region = text('region', draft.region, bounds.place);
  const city = text('city', draft.city, bounds.place);
  const email = taken('email', parseEmailAddress(draft.email.trim()));
  const phone = taken('phone', parsePhoneNumber(draft.phone));
  const areas = draft.usageAreas.map((area, i) => ({ area, field: `usageAreas.${String(i)}` }));
  const filled = areas.filter(({ area }) => area.trim() !== '');
  if (filled.length === 0) findings.push({ field: 'usageAreas.0', clause, refusal: { type: 'Empty' } });
  const usageAreas = filled.map(({ area, field }) => text(field, area, bounds.usageArea));
  const signatureTool = text('signatureTool', draft.signatureTool, bounds.tool);
  if (isLegal && draft.legalRole === '')
    findings.push({ field: 'legalRole', clause, refusal: { type: 'ChoiceMissing' } });
  const documents = draft.documents.map((document, i) =>
    parseDocument(document, i, isLegal, { today, arrivedOn }, findings),
  );

  if (findings.length > 0 || iin === undefined || email === undefined || phone === undefined)
    return err(findings);
  return ok({
    form: draft.form,
    ...(outsideNumber === undefined ? {} : { outsideNumber }),
    iin,
    surname,
    givenName,
    ...(patronymic === undefined ? {} : { patronymic }),
    ...(bin === undefined ? {} : { bin }),
    ...(organisationName === undefined ? {} : { organisationName }),
    ...(organisationShortName === undefined ? {} : { organisationShortName }),
    region,
    city,
    email,
    phone,
    usageAreas,
    signatureTool,
    purpose: draft.purpose,
    ...(isLegal && draft.legalRole !== '' ? { legalRole: Number(draft.legalRole) as LegalRole } : {}),
    documents,
  });
}

/** N-4: number, date and issuer of each required document; of a power of attorney its last day as well. */
function parseDocument(
  document: DocumentDraft,
  index: number,
  isLegal: boolean,
  { today, arrivedOn }: { readonly today: CalendarDate; readonly arrivedOn: CalendarDate },
  findings: FieldFinding[],
): AttachedDocument {
  const at = (field: string) => `documents.${String(index)}.${field}`;
  const clause = isLegal ? 'N-4.2' : 'N-4.1';
  for (const field of ['number', 'issuer'] as const) {
    const refusal = examineText(document[field], { max: field === 'number' ? bounds.document : bounds.name });
    if (refusal !== null) findings.push({ field: at(field), clause, refusal });
  }
  const date = parseTypedDate(document.date);
  if (document.date.trim() === '') findings.push({ field: at('date'), clause, refusal: { type: 'Empty' } });
  else if (!date.ok) findings.push({ field: at('date'), clause, refusal: date.error });
  else if (compareCalendarDates(date.value.date, today) > 0)
    findings.push({ field: at('date'), clause, refusal: { type: 'DateInFuture', date: date.value.date } });
  const issuedOn = date.ok ? date.value.date : undefined;
  const term = document.hasTerm ? termOf(document.validUntil, issuedOn, arrivedOn) : undefined;
  if (term?.ok === false) findings.push({ field: at('validUntil'), clause, refusal: term.error });
  return {
    kind: document.kind,
    number: tidyText(document.number),
    date: issuedOn ?? today,
    issuer: tidyText(document.issuer),
    ...(term?.ok === true ? { validUntil: term.value } : {}),
    ...(document.attachmentId === '' ? {} : { attachmentId: document.attachmentId }),
  };
}

/** N-4.2: the last day of a power of attorney, which was not over yet when the application arrived. */
function termOf(
  typed: string,
  issuedOn: CalendarDate | undefined,
  arrivedOn: CalendarDate,
): Result<CalendarDate, FieldRefusal> {
  if (typed.trim() === '') return err({ type: 'Empty' });
  const read = parseTypedDate(typed);
  if (!read.ok) return read;
  const { date } = read.value;
  if (issuedOn !== undefined && compareCalendarDates(date, issuedOn) < 0)
    return err({ type: 'EndsBeforeIssue', date: issuedOn });
  return compareCalendarDates(date, arrivedOn) < 0
    ? err({ type: 'EndedBeforeArrival', arrivedOn })
    : ok(date);
}
