/**
 * An application as it lies in a package: what was handed in, and nothing that was decided. It is read as a stranger's, and then as if it were
 * typed here: every field passes the examination that the form's fields pass (N-5.1).
 */
import type {
  Application,
  Relation,
  SubscriberContent,
  TakenRequest,
} from '#domain/application/application.ts';
import { applicationDraftOf } from '#domain/application/application-draft.ts';
import { type PaperDays, arrivalOf, paperDayOf } from '#domain/application/days.ts';
import { type FieldFinding, parseApplication } from '#domain/application/parse-application.ts';
import { requiredDocuments } from '#domain/application/required-documents.ts';
import type { AuthorityRules } from '#domain/authority/rule-set.ts';
import { firstRuleSet } from '#domain/authority/rule-sets.ts';
import { base64ToBytes, bytesToBase64 } from '#domain/base/bytes.ts';
import { type CanonicalValue, canonicalForm } from '#domain/base/canonical-form.ts';
import { type CalendarDate, compareCalendarDates, parseCalendarDate } from '#domain/base/calendar-date.ts';
import { type Instant, calendarDateOf, parseInstant } from '#domain/base/instant.ts';
import { type Result, err, ok } from '#domain/base/result.ts';
import { type Shape, like, listOf, objectOf, oneOf } from '#domain/base/shape.ts';
import { readStrictJson } from '#domain/base/strict-json.ts';
import { without } from '#domain/base/without.ts';
import { hiddenLetter } from '#domain/base/text.ts';
import { decodeUtf8 } from '#domain/base/utf8.ts';

/** A scan that goes with it, under the id that its document names. */
export interface ItemScan {
  readonly id: string;
  readonly fileName: string;
}

export interface ApplicationItem {
  /** Its number at the station that took it in. */
  readonly number: string;
  readonly receivedAt: Instant;
  readonly days: PaperDays;
  readonly ruleSet: string;
  readonly content: SubscriberContent;
  readonly request?: Pick<TakenRequest, 'der' | 'source' | 'fileName'>;
  readonly relation?: Relation;
  readonly scans: readonly ItemScan[];
}

export type ItemRefusal =
  | { readonly type: 'ItemUnreadable' }
  /** It is under a rule set that is not here. */
  | { readonly type: 'ItemOfOtherRules'; readonly ruleSet: string }
  /** It was filled in wrongly, by the rules that it is under. */
  | { readonly type: 'ItemFilledWrongly'; readonly findings: readonly FieldFinding[] };

const format = 'tirkelim-application';

/** Code points; no file system has longer ones. */
const longestFileName = 300;

/** Null for a form that does not go between stations yet: a state body's persons come on its letter, an authority goes to the Root itself. */
export function applicationItemOf(
  application: Application,
  scans: readonly ItemScan[],
): ApplicationItem | null {
  const { number, receivedAt, content, request, relation, ruleSet = firstRuleSet } = application;
  if (content.form !== 'N-F1' && content.form !== 'N-F2') return null;
  return {
    ...{ number, receivedAt, content, ruleSet },
    scans: scans.map((scan) => ({ id: scan.id, fileName: plainFileName(scan.fileName) })),
    days: { arrivedOn: arrivalOf(application), paperDate: paperDayOf(application) },
    ...(request === undefined
      ? {}
      : {
          request: {
            ...{ der: request.der, source: request.source },
            ...(request.fileName === undefined ? {} : { fileName: plainFileName(request.fileName) }),
          },
        }),
    ...(relation === undefined ? {} : { relation: { kind: relation.kind, of: relation.of } }),
  };
}

/** A file's name came with the file, and nobody has typed it: without letters that nobody sees or that turn those after them. */
function plainFileName(name: string): string {
  const seen = [...name].filter((letter) => hiddenLetter(letter) === null && !/\p{Cs}/u.test(letter));
  return seen.slice(0, longestFileName).join('');
}

/** RFC 8785 canonical form: the same application has the same octets, however often it is sent. */
export function writeApplicationItem({
  content,
  request,
  days,
  scans,
  relation,
  ...rest
}: ApplicationItem): string {
  return canonicalForm({
    format,
    ...rest,
    days: { ...days },
    content: contentValue(content),
    scans: scans.map((scan) => ({ ...scan })),
    ...(request === undefined ? {} : { request: { ...request, der: bytesToBase64(request.der) } }),
    ...(relation === undefined ? {} : { relation: { kind: relation.kind, of: relation.of } }),
  });
}

/** `rulesUnder`: of a set by its name; null where it is not here. `today`: of who reads, since the sender's clock is the sender's word. */
export function readApplicationItem(
  octets: Uint8Array,
  rulesUnder: (ruleSet: string) => AuthorityRules | null,
  today: CalendarDate,
): Result<ApplicationItem, ItemRefusal> {
  const text = decodeUtf8(octets) ?? '';
  const read = readStrictJson(text);
  if (itemShape(read, '').length > 0) return err({ type: 'ItemUnreadable' });
  const { request, ...plain } = without(read as Written, 'format');
  const der = request === undefined ? undefined : base64ToBytes(request.der);
  if (der === null) return err({ type: 'ItemUnreadable' });
  const item: ApplicationItem = {
    ...plain,
    ...(request === undefined || der === undefined ? {} : { request: { ...request, der } }),
  };
  if (writeApplicationItem(item) !== text || !areScansOfDocuments(item))
    return err({ type: 'ItemUnreadable' });
  const rules = rulesUnder(item.ruleSet);
  if (rules === null) return err({ type: 'ItemOfOtherRules', ruleSet: item.ruleSet });
  const { content, days, receivedAt, relation } = item;
  const draft = applicationDraftOf(content, relation, requiredDocuments(rules, content.form));
  const enteredOn = calendarDateOf(receivedAt);
  const latest = compareCalendarDates(enteredOn, today) < 0 ? enteredOn : today;
  const parsed = parseApplication(draft, latest, days.arrivedOn);
  if (!parsed.ok) return err({ type: 'ItemFilledWrongly', findings: parsed.error });
  // What the form would have put right, or has no place for, was not typed into it.
  return canonicalForm(contentValue(parsed.value)) === canonicalForm(contentValue(content))
    ? ok(item)
    : err({ type: 'ItemUnreadable' });
}

interface Written extends Omit<ApplicationItem, 'request'> {
  readonly format: string;
  readonly request?: {
    readonly der: string;
    readonly source: 'file' | 'made-here';
    readonly fileName?: string;
  };
}

function areScansOfDocuments({ content, scans }: ApplicationItem): boolean {
  const named = content.documents.flatMap(({ attachmentId }) => attachmentId ?? []);
  const ids = scans.map(({ id }) => id);
  return (
    new Set(ids).size === ids.length && ids.length === named.length && ids.every((id) => named.includes(id))
  );
}

function contentValue(content: SubscriberContent): CanonicalValue {
  return {
    ...content,
    usageAreas: [...content.usageAreas],
    documents: content.documents.map((document) => ({ ...document })),
  };
}

const line = like(/^[^\n\r]{0,300}$/u);
const fileName: Shape = (value, at) =>
  typeof value === 'string' && plainFileName(value) === value ? [] : [at];
const id = like(/^[0-9a-f]{32}$/u);
const day: Shape = (value, at) =>
  typeof value === 'string' && parseCalendarDate(value) !== null ? [] : [at];
const moment: Shape = (value, at) => (typeof value === 'string' && parseInstant(value) !== null ? [] : [at]);
const role: Shape = (value, at) => ([1, 2, 3, 4, 5].includes(Number(value)) ? [] : [at]);

const itemShape = objectOf(
  {
    format: oneOf(format),
    number: like(/^\d{4}-\d{6}$/u),
    receivedAt: moment,
    ruleSet: line,
    days: objectOf({ arrivedOn: day, paperDate: day }),
    content: objectOf(
      {
        form: oneOf('N-F1', 'N-F2'),
        iin: line,
        surname: line,
        givenName: line,
        region: line,
        city: line,
        email: line,
        phone: line,
        usageAreas: listOf(line),
        signatureTool: line,
        purpose: oneOf('signing', 'authentication'),
        documents: listOf(
          objectOf(
            { kind: line, number: line, date: day, issuer: line },
            { validUntil: day, attachmentId: id },
          ),
        ),
      },
      {
        outsideNumber: line,
        patronymic: line,
        bin: line,
        organisationName: line,
        organisationShortName: line,
        legalRole: role,
      },
    ),
    scans: listOf(objectOf({ id, fileName })),
  },
  {
    request: objectOf(
      { der: like(/^[A-Za-z0-9+/]{0,100000}={0,2}$/u), source: oneOf('file', 'made-here') },
      { fileName },
    ),
    relation: objectOf({
      kind: oneOf('renewal', 're-keying', 'replacement'),
      of: like(/^[0-9a-f]{2,40}$/u),
    }),
  },
);
