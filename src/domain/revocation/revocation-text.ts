/**
 * N-10: the electronic application to revoke. The signed content is the application itself: N-F4 or N-F5 as text, so that nothing is
 * registered that was not signed, and nothing signed that is not registered (decision 0111).
 *
 *     text   = line1 form *line            UTF-8 without a byte order mark, NFC; each line ends with LF, or each with CR LF
 *     line1  = "Tirkelim revocation application 1"
 *     line   = key ": " value              in the order of `keysOf`, each key once; a key without a value is left out
 *     value  = 1*char                      no blank at either end, no two together, no control or invisible character
 *
 * Days are `2026-11-23`; the serial number is lower-case hex; the phone `+77011234567`; the ground an id of `grounds.ts` that an
 * application may have. What reads as the same data but is not written just so is refused.
 */
import type { AuthorityRules } from '#domain/authority/rule-set.ts';
import { type CalendarDate, formatCalendarDate, parseCalendarDate } from '#domain/base/calendar-date.ts';
import { type Instant, calendarDateOf, startOfDay } from '#domain/base/instant.ts';
import { type Result, err, ok } from '#domain/base/result.ts';
import { decodeUtf8 } from '#domain/base/utf8.ts';
import { DraftReader, type RevocationField, type RevocationFieldFinding } from './draft-reader.ts';
import { subscriberApplication, groundsOfKind } from './parse-revocation.ts';
import type { SubscriberRevocationContent, SubscriberRevocationForm } from './revocation-case.ts';
import { type RevocationDraft, emptyRevocationDraft } from './revocation-draft.ts';

export interface SignedRevocation {
  readonly content: SubscriberRevocationContent;
  readonly ground: string;
  readonly invalidityDate?: Instant;
  /** The day that the applicant wrote on it. */
  readonly writtenOn: CalendarDate;
}

export type RevocationTextRefusal =
  /** No application to revoke: an invoice, a letter, octets that are no text. */
  | { readonly type: 'TextOfOtherKind' }
  /** A line too many, out of its place, twice, or written otherwise; `line` counts from 1. */
  | { readonly type: 'TextLineWrong'; readonly line: number }
  | { readonly type: 'TextFieldWrong'; readonly field: RevocationField };

const firstLine = 'Tirkelim revocation application 1';

const shared = { serialNumber: 'serial-number', issuedOn: 'issued-on' } as const;
const ending = { ground: 'ground', invalidityDate: 'invalid-since', writtenOn: 'written-on' } as const;

/** The draft's fields under their keys, in the order of the text. */
const keysOf: Readonly<Record<SubscriberRevocationForm, Partial<Record<RevocationField, string>>>> = {
  'N-F4': {
    iin: 'iin',
    surname: 'surname',
    givenName: 'given-name',
    patronymic: 'patronymic',
    email: 'email',
    phone: 'phone',
    ...shared,
    ...ending,
  },
  'N-F5': {
    bin: 'bin',
    organisationName: 'organisation-name',
    organisationShortName: 'organisation-short-name',
    region: 'region',
    city: 'city',
    phone: 'phone',
    headName: 'head-name',
    ...shared,
    ...ending,
  },
};

const days: ReadonlySet<string> = new Set(['issuedOn', 'invalidityDate', 'writtenOn']);

/** The text to be signed; `readRevocationText` gives the same application back. */
export function writeRevocationText({
  content,
  ground,
  invalidityDate,
  writtenOn,
}: SignedRevocation): string {
  const { form } = content;
  const values: Partial<Record<RevocationField, string | undefined>> = {
    ...content,
    ground,
    writtenOn,
    ...(invalidityDate === undefined ? {} : { invalidityDate: calendarDateOf(invalidityDate) }),
  };
  const lines = fieldsOf(form).flatMap(([field, key]) => {
    const value = values[field];
    return value === undefined ? [] : [`${key}: ${value}`];
  });
  return [firstLine, `form: ${form}`, ...lines, ''].join('\n');
}

/** `today` bounds the days that the text names, and the rules have its ground. */
export function readRevocationText(
  octets: Uint8Array,
  by: { readonly today: CalendarDate; readonly rules: Pick<AuthorityRules, 'grounds'> },
): Result<SignedRevocation, RevocationTextRefusal> {
  const text = withLineFeeds(decodeUtf8(octets));
  const lines = text?.split('\n') ?? [];
  const form = formOf(lines[1]);
  if (text === null || lines[0] !== firstLine || form === null) return err({ type: 'TextOfOtherKind' });
  const draft = draftOf(lines, form);
  if (!draft.ok) return draft;
  const read = parseRevocationToSign(draft.value, form, by);
  if (!read.ok) return err({ type: 'TextFieldWrong', field: read.error[0]?.field ?? 'ground' });
  const exact = writeRevocationText(read.value).split('\n');
  const differing = lines.findIndex((line, at) => line !== exact[at]);
  return differing === -1 && lines.length === exact.length
    ? read
    : err({ type: 'TextLineWrong', line: (differing === -1 ? exact.length : differing) + 1 });
}

/** Signing programs put CR LF in place of LF (RFC 8551 §3.1.1): all of them, or none. */
function withLineFeeds(text: string | null): string | null {
  if (text === null) return null;
  const isCanonical = text.includes('\r\n') && !/(?<!\r)\n/u.test(text);
  return isCanonical ? text.replaceAll('\r\n', '\n') : text;
}

function formOf(line: string | undefined): SubscriberRevocationForm | null {
  const form = /^form: (?<form>N-F4|N-F5)$/u.exec(line ?? '')?.groups?.['form'];
  return form === 'N-F4' || form === 'N-F5' ? form : null;
}

function fieldsOf(form: SubscriberRevocationForm): readonly [RevocationField, string][] {
  return Object.entries(keysOf[form]) as [RevocationField, string][];
}

function draftOf(
  lines: readonly string[],
  form: SubscriberRevocationForm,
): Result<RevocationDraft, RevocationTextRefusal> {
  const draft = emptyRevocationDraft();
  const fields = new Map(fieldsOf(form).map(([field, key]) => [key, field]));
  for (const [at, line] of lines.slice(2, -1).entries()) {
    const colon = line.indexOf(': ');
    const field = fields.get(line.slice(0, colon));
    if (colon < 0 || field === undefined || draft[field] !== '')
      return err({ type: 'TextLineWrong', line: at + 3 });
    const value = line.slice(colon + 2);
    const day = days.has(field) ? parseCalendarDate(value) : null;
    Object.assign(draft, { [field]: day === null ? value : formatCalendarDate(day) });
  }
  return ok(draft);
}

/** What is typed on the page that makes the file, and what stands in one that was signed: the same rules for both. */
export function parseRevocationToSign(
  draft: RevocationDraft,
  form: SubscriberRevocationForm,
  { today, rules }: { readonly today: CalendarDate; readonly rules: Pick<AuthorityRules, 'grounds'> },
): Result<SignedRevocation, readonly RevocationFieldFinding[]> {
  const reader = new DraftReader(draft, today);
  const content = subscriberApplication(reader, form);
  const ground = groundsOfKind('application', rules).find(({ id }) => id === draft.ground);
  if (ground === undefined) reader.miss('ground');
  const invalidOn = draft.invalidityDate.trim() === '' ? undefined : reader.date('invalidityDate');
  const writtenOn = reader.date('writtenOn');
  if (reader.findings.length > 0 || ground === undefined) return err(reader.findings);
  return ok({
    content,
    ground: ground.id,
    ...(invalidOn === undefined ? {} : { invalidityDate: startOfDay(invalidOn) }),
    writtenOn,
  });
}
