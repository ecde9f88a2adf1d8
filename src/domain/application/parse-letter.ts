import { type CalendarDate, compareCalendarDates } from '#domain/base/calendar-date.ts';
import { type Result, err, ok } from '#domain/base/result.ts';
import { tidyText } from '#domain/base/text.ts';
import { binFacts } from '#domain/party/bin.ts';
import { parseEmailAddress } from '#domain/party/email-address.ts';
import { parseBinOn, parseIinOn } from '#domain/party/numbers-in-time.ts';
import { commonNameOf, parseNamePart } from '#domain/party/person-name.ts';
import type { AttachedDocument, BodyPersonContent } from './application.ts';
import { parseDays } from './days.ts';
import type { LetterContent, StateBody } from './letter.ts';
import type { BodyPersonDraft, LetterDraft } from './letter-draft.ts';
import { type LetterFinding, LetterReading } from './letter-reading.ts';
import type { FieldRefusal } from './parse-application.ts';

type Clause = 'G-2.7' | 'G-3' | 'G-4';

export type LetterFieldFinding = LetterFinding<Clause, FieldRefusal>;

/** A person's content before the letter is registered and has an id; with the day of the annex where it is another than the letter's. */
export type ListedPerson = Omit<BodyPersonContent, 'letterId'> & { readonly paperDate?: CalendarDate };

export interface ParsedLetter {
  readonly content: LetterContent & { readonly form: 'G-F1' };
  readonly arrivedOn: CalendarDate;
  /** G-2.7: an officer says that the applicant is one; its number can't. */
  readonly isStateBody: boolean;
  readonly persons: readonly ListedPerson[];
}

/** X.520 upper bounds of what goes into the subject: ub-organization-name, ub-common-name 64, ub-locality, ub-state 128. */
const bounds = {
  shortName: 64,
  commonName: 64,
  name: 300,
  position: 200,
  place: 128,
  usageArea: 200,
  number: 64,
} as const;

/**
 * G-3, G-4: everything that is filled in wrongly on the letter and for each of its persons, all at once; or both,
 * normalised. `usageAreas` are those that the rules print on the form from the start (G-2.1); `listedElsewhere`: how many
 * persons a table brings beside those that were typed.
 */
export function parseLetter(
  draft: LetterDraft,
  usageAreas: readonly string[],
  today: CalendarDate,
  listedElsewhere = 0,
): Result<ParsedLetter, readonly LetterFieldFinding[]> {
  const { days, findings: ofDays } = parseDays({ arrivedOn: draft.arrivedOn }, today);
  const { arrivedOn } = days;
  const content = parseLetterContent(draft, today, arrivedOn);
  const findings: LetterFieldFinding[] = [
    ...ofDays.map((finding) => ({ ...finding, clause: 'G-3' as const })),
    ...(content.ok ? [] : content.error),
  ];
  if (!draft.isStateBody)
    findings.push({ field: 'isStateBody', clause: 'G-2.7', refusal: { type: 'StateBodyUnconfirmed' } });
  const persons: ListedPerson[] = [];
  const lines = new Map<string, number>();
  if (draft.persons.length + listedElsewhere === 0)
    findings.push({ field: 'persons', clause: 'G-3', refusal: { type: 'Empty' } });
  // A person is judged beside a body that is still being put right.
  const body = content.ok ? content.value.body : tidyBody(draft);
  for (const [at, each] of draft.persons.entries()) {
    const person = parsePerson(each, body, usageAreas, today, arrivedOn);
    if (!person.ok) {
      findings.push(...person.error.map((f) => ({ ...f, field: `persons.${String(at)}.${f.field}` })));
      continue;
    }
    const first = lines.get(person.value.iin);
    if (first !== undefined)
      findings.push({
        field: `persons.${String(at)}.iin`,
        clause: 'G-3',
        refusal: { type: 'SamePersonTwice', first },
      });
    lines.set(person.value.iin, first ?? at + 1);
    persons.push(person.value);
  }
  if (!content.ok || findings.length > 0) return err(findings);
  return ok({ content: content.value, arrivedOn, isStateBody: draft.isStateBody, persons });
}

/** The letter without its persons; nothing in it is of a day after its arrival. */
export function parseLetterContent(
  draft: LetterDraft,
  today: CalendarDate,
  arrivedOn: CalendarDate = today,
): Result<ParsedLetter['content'], readonly LetterFieldFinding[]> {
  const reading = new LetterReading<Clause>(today, 'G-3');
  const bodyNumber = reading.text('bodyNumber', draft.bodyNumber, bounds.number);
  const bodyDate = paperDayOf(reading, 'bodyDate', draft.bodyDate, arrivedOn);
  const bin = reading.taken('bin', parseStateBin(draft.bin, arrivedOn), 'G-2.7') ?? '';
  const body: StateBody = {
    bin,
    name: reading.text('name', draft.name, bounds.name),
    shortName: reading.text('shortName', draft.shortName, bounds.shortName),
    region: reading.text('region', draft.region, bounds.place),
    city: reading.text('city', draft.city, bounds.place),
    email: reading.taken('email', parseEmailAddress(draft.email.trim())) ?? '',
  };
  const name = reading.text('headName', draft.headName, bounds.name);
  const document = documentOf(reading, (part) => `document.${part}`, draft.document, 'G-4');
  if (reading.findings.length > 0) return err(reading.findings);
  return ok({ form: 'G-F1', bodyNumber, bodyDate, body, signatory: { name, document } });
}

/** One person of the list: the annex G-F1a. */
export function parsePerson(
  draft: BodyPersonDraft,
  body: StateBody,
  usageAreas: readonly string[],
  today: CalendarDate,
  arrivedOn: CalendarDate = today,
): Result<ListedPerson, readonly LetterFieldFinding[]> {
  const reading = new LetterReading<Clause>(today, 'G-3');
  const iin = reading.taken('iin', parseIinOn(draft.iin, arrivedOn)) ?? '';
  const surname = reading.taken('surname', parseNamePart(draft.surname)) ?? '';
  const givenName = reading.taken('givenName', parseNamePart(draft.givenName)) ?? '';
  const patronymic =
    draft.patronymic.trim() === '' ? undefined : reading.taken('patronymic', parseNamePart(draft.patronymic));
  // The certificate's CN is surname and given name; nothing is ever cut.
  const seen = [...commonNameOf({ surname, givenName })].length;
  if (seen > bounds.commonName)
    reading.find('surname', { type: 'CommonNameTooLong', max: bounds.commonName, seen });
  const position = reading.text('position', draft.position, bounds.position);
  const { documentNumber: number, documentDate: date, documentIssuer: issuer } = draft;
  const document = documentOf(reading, (part) => personDocumentFields[part], {
    number,
    date,
    issuer,
    attachmentId: '',
  });
  const place = (field: 'region' | 'city') =>
    draft[field].trim() === '' ? body[field] : reading.text(field, draft[field], bounds.place);
  const region = place('region');
  const city = place('city');
  const email = reading.taken('email', parseEmailAddress(draft.email.trim())) ?? '';
  const further = draft.furtherUsageAreas.flatMap((area, at) =>
    area.trim() === '' ? [] : [reading.text(`furtherUsageAreas.${String(at)}`, area, bounds.usageArea)],
  );
  const paperDate =
    draft.paperDate.trim() === '' ? undefined : paperDayOf(reading, 'paperDate', draft.paperDate, arrivedOn);
  if (reading.findings.length > 0) return err(reading.findings);
  return ok({
    ...(paperDate === undefined ? {} : { paperDate }),
    form: 'G-F1a',
    iin,
    surname,
    givenName,
    ...(patronymic === undefined ? {} : { patronymic }),
    position,
    bin: body.bin,
    organisationName: body.name,
    organisationShortName: body.shortName,
    region,
    city,
    email,
    usageAreas: [...usageAreas, ...further],
    purpose: 'signing',
    legalRole: 5,
    documents: [document],
  });
}

/**
 * G-2.7: a state body is a legal entity of this country, or its territorial unit; nothing else applies here. Whether that entity is a
 * central or local executive body no number says: an officer confirms it.
 */
function parseStateBin(text: string, arrivedOn: CalendarDate): Result<string, FieldRefusal> {
  const bin = parseBinOn(text, arrivedOn);
  if (!bin.ok) return bin;
  const { entityKind, unit } = binFacts(bin.value);
  const isBody = entityKind === 'resident' && (unit === 'head' || unit === 'branch');
  return isBody ? bin : err({ type: 'NotAStateBody' });
}

/** The day that stands on a paper: today at the latest, and not after it arrived. */
function paperDayOf(
  reading: LetterReading<Clause>,
  field: string,
  typed: string,
  arrivedOn: CalendarDate,
): CalendarDate {
  const already = reading.findings.length;
  const paperDate = reading.pastDay(field, typed);
  if (reading.findings.length === already && compareCalendarDates(paperDate, arrivedOn) > 0)
    reading.find(field, { type: 'PaperAfterArrival', date: paperDate, arrivedOn });
  return paperDate;
}

/** The body as it is being typed: its persons are judged beside it before it is right itself. */
export function tidyBody(draft: LetterDraft): StateBody {
  const { bin, name, shortName, region, city, email } = draft;
  return {
    bin: tidyText(bin),
    name: tidyText(name),
    shortName: tidyText(shortName),
    region: tidyText(region),
    city: tidyText(city),
    email: email.trim(),
  };
}

const personDocumentFields = {
  number: 'documentNumber',
  date: 'documentDate',
  issuer: 'documentIssuer',
} as const;

interface TypedDocument {
  readonly number: string;
  readonly date: string;
  readonly issuer: string;
  readonly attachmentId: string;
}

/** Number, day and issuer; the scan is there or not. */
function documentOf(
  reading: LetterReading<Clause>,
  fieldOf: (part: 'number' | 'date' | 'issuer') => string,
  typed: TypedDocument,
  clause?: Clause,
): AttachedDocument<'identity-document'> {
  const number = reading.text(fieldOf('number'), typed.number, bounds.number, clause);
  const date = reading.pastDay(fieldOf('date'), typed.date, clause);
  const issuer = reading.text(fieldOf('issuer'), typed.issuer, bounds.name, clause);
  const { attachmentId } = typed;
  return {
    kind: 'identity-document',
    number,
    date,
    issuer,
    ...(attachmentId === '' ? {} : { attachmentId }),
  };
}
