import { type CalendarDate, compareCalendarDates, parseTypedDate } from '#domain/base/calendar-date.ts';
import { type Result, err, ok } from '#domain/base/result.ts';
import { examineText, tidyText } from '#domain/base/text.ts';
import { parseEmailAddress } from '#domain/party/email-address.ts';
import type { AccreditationCertificate, AuthorityContent } from './application.ts';
import type { AuthorityDraft } from './authority-draft.ts';
import type { FieldRefusal } from './parse-application.ts';

/** What is wrong with one field; `field` is the draft's own name, `usageAreas.0` within the list. */
export interface AuthorityFieldFinding {
  readonly field: string;
  readonly clause: 'R-5' | 'R-6' | 'R-7';
  readonly refusal: FieldRefusal;
}

/** X.520 upper bounds of what goes into the subject: ub-common-name, ub-organization-name 64, ub-state 128. */
const bounds = { shortName: 64, name: 300, place: 128, usageArea: 200, scheme: 200, document: 64 } as const;

/** A subordinate authority's term in whole years; beyond thirty no key of today should be trusted. */
export const authorityTermYears = { min: 1, max: 30 } as const;

/** everything that is filled in wrongly on R-F1, all at once; or its content, normalised. */
export function parseAuthorityApplication(
  draft: AuthorityDraft,
  today: CalendarDate,
): Result<AuthorityContent, readonly AuthorityFieldFinding[]> {
  const findings: AuthorityFieldFinding[] = [];
  const find = (field: string, refusal: FieldRefusal, clause: AuthorityFieldFinding['clause'] = 'R-5') => {
    findings.push({ field, clause, refusal });
  };
  const text = (field: string, value: string, max: number): string => {
    const refusal = examineText(value, { max });
    if (refusal !== null) find(field, refusal);
    return tidyText(value);
  };
  const scheme = text('scheme', draft.scheme, bounds.scheme);
  const region = text('region', draft.region, bounds.place);
  const city = text('city', draft.city, bounds.place);
  const organisationName = text('organisationName', draft.organisationName, bounds.name);
  const organisationShortName = text('organisationShortName', draft.organisationShortName, bounds.shortName);
  const authorityName = text('authorityName', draft.authorityName, bounds.name);
  const authorityShortName = text('authorityShortName', draft.authorityShortName, bounds.shortName);
  const email = parseEmailAddress(draft.email.trim());
  if (!email.ok) find('email', email.error);
  const areas = draft.usageAreas
    .map((area, i) => ({ area, field: `usageAreas.${String(i)}` }))
    .filter(({ area }) => area.trim() !== '');
  if (areas.length === 0) find('usageAreas.0', { type: 'Empty' });
  const usageAreas = areas.map(({ area, field }) => text(field, area, bounds.usageArea));
  const validityYears = termOf(draft.validityYears);
  if (validityYears === null) find('validityYears', { type: 'TermOutOfRange', ...authorityTermYears });
  const headName = text('headName', draft.headName, bounds.name);
  const documents = draft.accreditationPresented ? [accreditationOf(draft, today, find)] : [];
  if (findings.length > 0 || !email.ok || validityYears === null) return err(findings);
  return ok({
    form: 'R-F1',
    scheme,
    region,
    city,
    organisationName,
    organisationShortName,
    authorityName,
    authorityShortName,
    email: email.value,
    usageAreas,
    validityYears,
    headName,
    documents,
  });
}

function termOf(typed: string): number | null {
  const years = /^\d{1,2}$/.test(typed.trim()) ? Number(typed) : 0;
  return years >= authorityTermYears.min && years <= authorityTermYears.max ? years : null;
}

/** number, date of issue, issuer and last day. Whether that day is past is for the examination: it is a fact, not a slip. */
function accreditationOf(
  draft: AuthorityDraft,
  today: CalendarDate,
  find: (field: string, refusal: FieldRefusal, clause: 'R-6') => void,
): AccreditationCertificate {
  for (const [field, max] of [
    ['accreditationNumber', bounds.document],
    ['accreditationIssuer', bounds.name],
  ] as const) {
    const refusal = examineText(draft[field], { max });
    if (refusal !== null) find(field, refusal, 'R-6');
  }
  const dateOf = (field: 'accreditationDate' | 'accreditationValidUntil'): CalendarDate => {
    const read = parseTypedDate(draft[field]);
    if (draft[field].trim() === '') find(field, { type: 'Empty' }, 'R-6');
    else if (!read.ok) find(field, read.error, 'R-6');
    return read.ok ? read.value.date : today;
  };
  const date = dateOf('accreditationDate');
  const validUntil = dateOf('accreditationValidUntil');
  if (compareCalendarDates(date, today) > 0) find('accreditationDate', { type: 'DateInFuture', date }, 'R-6');
  else if (draft.accreditationValidUntil.trim() !== '' && compareCalendarDates(validUntil, date) < 0)
    find('accreditationValidUntil', { type: 'EndsBeforeIssue', date }, 'R-6');
  return {
    kind: 'accreditation-certificate',
    number: tidyText(draft.accreditationNumber),
    date,
    issuer: tidyText(draft.accreditationIssuer),
    validUntil,
    ...(draft.attachmentId === '' ? {} : { attachmentId: draft.attachmentId }),
  };
}
