/**
 * An application to revoke, or a court's decision, as it lies in a package: what was brought, and nothing that was decided (N-8). It is read
 * as a stranger's; whether it speaks of that certificate, the authority judges as of any other.
 */
import { canonicalForm } from '#domain/base/canonical-form.ts';
import { type CalendarDate, compareCalendarDates, parseCalendarDate } from '#domain/base/calendar-date.ts';
import { type Instant, calendarDateOf, parseInstant } from '#domain/base/instant.ts';
import { type Result, err, ok } from '#domain/base/result.ts';
import { type Shape, like, objectOf, oneOf } from '#domain/base/shape.ts';
import { readStrictJson } from '#domain/base/strict-json.ts';
import { without } from '#domain/base/without.ts';
import { decodeUtf8 } from '#domain/base/utf8.ts';
import { examineText } from '#domain/base/text.ts';
import type { RevocationFieldFinding } from '#domain/revocation/draft-reader.ts';
import type { RevocationCase } from '#domain/revocation/revocation-case.ts';
import { type BroughtPaper, typedAgain } from '#domain/revocation/typed-again.ts';

export interface RevocationItem {
  /** Its number at the station that took it in. */
  readonly number: string;
  readonly receivedAt: Instant;
  readonly arrivedOn: CalendarDate;
  readonly writtenOn?: CalendarDate;
  readonly serialNumber: string;
  readonly source: BroughtPaper;
  readonly ground: string;
  readonly invalidityDate?: Instant;
}

const format = 'tirkelim-revocation';

/** Null for what a field station does not send: papers of an authority or a body, what the office states itself, signed documents. */
export function revocationItemOf(found: RevocationCase, arrivedOn: CalendarDate): RevocationItem | null {
  const { number, receivedAt, writtenOn, serialNumber, source, ground, invalidityDate } = found;
  const item = {
    ...{ number, receivedAt, arrivedOn, serialNumber, ground },
    ...(writtenOn === undefined ? {} : { writtenOn }),
    ...(invalidityDate === undefined ? {} : { invalidityDate }),
  };
  if (source.type === 'court') return { ...item, source };
  if (source.type !== 'application' || source.electronic !== undefined) return null;
  const { content, representative } = source;
  if (content.form !== 'N-F4' && content.form !== 'N-F5') return null;
  const brought = { type: source.type, content, ...(representative === undefined ? {} : { representative }) };
  return { ...item, source: brought };
}

/** RFC 8785 canonical form. */
export function writeRevocationItem({ source, ...rest }: RevocationItem): string {
  return canonicalForm({
    format,
    ...rest,
    source: JSON.parse(JSON.stringify(source)) as Record<string, never>,
  });
}

export type RevocationItemRefusal =
  | { readonly type: 'ItemUnreadable' }
  /** The form, had it been typed here, would not have taken it. */
  | { readonly type: 'ItemFilledWrongly'; readonly findings: readonly RevocationFieldFinding[] };

/** `today`: of who reads, since the sender's clock is the sender's word. */
export function readRevocationItem(
  octets: Uint8Array,
  today: CalendarDate,
): Result<RevocationItem, RevocationItemRefusal> {
  const text = decodeUtf8(octets) ?? '';
  const read = readStrictJson(text);
  if (itemShape(read, '').length > 0) return err({ type: 'ItemUnreadable' });
  const item = without(read as RevocationItem & { readonly format: string }, 'format');
  if (writeRevocationItem(item) !== text) return err({ type: 'ItemUnreadable' });
  const typed = typedAgain(item.source, today);
  if (!typed.ok) return err({ type: 'ItemFilledWrongly', findings: typed.error });
  const { invalidityDate } = item;
  const invalidOn = invalidityDate === undefined ? today : calendarDateOf(invalidityDate);
  if (compareCalendarDates(invalidOn, today) > 0) {
    const refusal = { type: 'DateInFuture' as const, date: invalidOn };
    return err({ type: 'ItemFilledWrongly', findings: [{ field: 'invalidityDate', refusal }] });
  }
  // What the form would have put right was not typed into it.
  return writeRevocationItem({ ...item, source: typed.value }) === text
    ? ok(item)
    : err({ type: 'ItemUnreadable' });
}

const day: Shape = (value, at) =>
  typeof value === 'string' && parseCalendarDate(value) !== null ? [] : [at];
const moment: Shape = (value, at) => (typeof value === 'string' && parseInstant(value) !== null ? [] : [at]);
const line: Shape = (value, at) =>
  typeof value === 'string' && examineText(value, { max: 300 }) === null ? [] : [at];
const serialNumber = like(/^[0-9a-f]{2,40}$/u);

const owner = { phone: line, serialNumber: line, issuedOn: day };
const contentShapes: Readonly<Record<string, Shape>> = {
  'N-F4': objectOf(
    { form: oneOf('N-F4'), ...owner, iin: line, surname: line, givenName: line, email: line },
    { patronymic: line },
  ),
  'N-F5': objectOf(
    {
      ...{ form: oneOf('N-F5'), ...owner, bin: line, organisationName: line, organisationShortName: line },
      ...{ region: line, city: line },
    },
    { headName: line },
  ),
};
const content: Shape = (value, at) => {
  const form = typeof value === 'object' && value !== null && 'form' in value ? value.form : undefined;
  const shape =
    typeof form === 'string' && Object.hasOwn(contentShapes, form) ? contentShapes[form] : undefined;
  return shape === undefined ? [at] : shape(value, at);
};
const application = objectOf(
  { type: oneOf('application'), content },
  {
    representative: objectOf({
      name: line,
      iin: line,
      power: objectOf({ number: line, date: day, validUntil: day, issuer: line }),
    }),
  },
);
const court = objectOf({
  type: oneOf('court'),
  decision: objectOf({ court: line, number: line, date: day, inForceFrom: day }),
});
const source: Shape = (value, at) => (application(value, at).length === 0 ? [] : court(value, at));

const itemShape = objectOf(
  {
    format: oneOf(format),
    number: like(/^\d{4}-\d{6}$/u),
    receivedAt: moment,
    arrivedOn: day,
    serialNumber,
    source,
    ground: like(/^[a-z0-9-]{1,64}$/u),
  },
  { writtenOn: day, invalidityDate: moment },
);
