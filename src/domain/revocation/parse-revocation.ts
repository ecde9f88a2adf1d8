import type { FieldRefusal } from '#domain/application/parse-application.ts';
import { type Ground, groundsOf } from '#domain/authority/grounds.ts';
import { type CalendarDate, compareCalendarDates, parseTypedDate } from '#domain/base/calendar-date.ts';
import { type Instant, startOfDay } from '#domain/base/instant.ts';
import { type Result, err, ok } from '#domain/base/result.ts';
import { examineText, tidyText } from '#domain/base/text.ts';
import { parseBin } from '#domain/party/bin.ts';
import { parseEmailAddress } from '#domain/party/email-address.ts';
import { parseIin } from '#domain/party/iin.ts';
import { parseNamePart } from '#domain/party/person-name.ts';
import { parsePhoneNumber } from '#domain/party/phone-number.ts';
import type { ReasonCode, RegisterEntry } from '#domain/register/register-entry.ts';
import type {
  ElectronicEvidence,
  RevocationApplicationContent,
  RevocationForm,
  RevocationSource,
} from './revocation-case.ts';
import type { RevocationDraft, RevocationKind } from './revocation-draft.ts';

export type RevocationField = Exclude<keyof RevocationDraft, 'kind'>;

/** What is wrong with one field; the field's name is the draft's own. */
export interface RevocationFieldFinding {
  readonly field: RevocationField;
  readonly refusal: FieldRefusal | { readonly type: 'SerialNumberMalformed' };
}

export interface ParsedRevocation {
  readonly source: RevocationSource;
  readonly ground: string;
  readonly reasonCode?: ReasonCode;
  readonly invalidityDate?: Instant;
}

const evidenceOf = { application: 'application', court: 'court', office: 'statement' } as const;

/** The grounds that a kind of case may have, in the order of the clauses. */
export function groundsOfKind(kind: RevocationKind): readonly Ground[] {
  return groundsOf('N').filter(({ evidence }) => evidence === evidenceOf[kind]);
}

/** N-F4 for an individual, N-F5 for a legal entity (N-8.1). */
export function revocationFormOf(entry: RegisterEntry): RevocationForm {
  return entry.subject.bin === undefined ? 'N-F4' : 'N-F5';
}

/** Everything that is filled in wrongly, all at once; or what a case of N-8 rests on. */
export function parseRevocation(
  draft: RevocationDraft,
  entry: RegisterEntry | undefined,
  today: CalendarDate,
  electronic?: ElectronicEvidence,
): Result<ParsedRevocation, readonly RevocationFieldFinding[]> {
  const reader = new DraftReader(draft, today);
  if (entry === undefined) reader.miss('entryId');
  const ground = groundsOfKind(draft.kind).find(({ id }) => id === draft.ground);
  if (ground === undefined) reader.miss('ground');
  const invalidOn = draft.invalidityDate.trim() === '' ? undefined : reader.date('invalidityDate');
  const source = sourceOf(reader, draft.kind, entry, electronic);
  if (reader.findings.length > 0 || ground === undefined) return err(reader.findings);
  return ok({
    source,
    ground: ground.id,
    ...(ground.reasonCode === undefined ? {} : { reasonCode: ground.reasonCode }),
    ...(invalidOn === undefined ? {} : { invalidityDate: startOfDay(invalidOn) }),
  });
}

function sourceOf(
  reader: DraftReader,
  kind: RevocationKind,
  entry: RegisterEntry | undefined,
  electronic: ElectronicEvidence | undefined,
): RevocationSource {
  switch (kind) {
    case 'application': {
      const form = entry === undefined ? 'N-F4' : revocationFormOf(entry);
      const content = form === 'N-F4' ? individual(reader) : legalEntity(reader);
      return { type: 'application', content, ...(electronic === undefined ? {} : { electronic }) };
    }
    case 'court':
      return {
        type: 'court',
        decision: {
          court: reader.text('court', 300),
          number: reader.text('decisionNumber', 64),
          date: reader.date('decisionDate'),
          // A decision that is not in force yet is no ground (N-8.2): a day to come is refused.
          inForceFrom: reader.date('inForceFrom'),
        },
      };
    case 'office':
      return { type: 'office', statement: reader.text('statement', 2000, true) };
  }
}

function individual(reader: DraftReader): RevocationApplicationContent {
  const patronymic =
    reader.draft.patronymic.trim() === ''
      ? undefined
      : reader.taken('patronymic', parseNamePart(reader.draft.patronymic));
  return {
    form: 'N-F4',
    iin: reader.taken('iin', parseIin(reader.draft.iin)) ?? '',
    surname: reader.taken('surname', parseNamePart(reader.draft.surname)) ?? '',
    givenName: reader.taken('givenName', parseNamePart(reader.draft.givenName)) ?? '',
    ...(patronymic === undefined ? {} : { patronymic }),
    email: reader.taken('email', parseEmailAddress(reader.draft.email.trim())) ?? '',
    ...reader.certificateData(),
  };
}

function legalEntity(reader: DraftReader): RevocationApplicationContent {
  return {
    form: 'N-F5',
    bin: reader.taken('bin', parseBin(reader.draft.bin)) ?? '',
    organisationName: reader.text('organisationName', 300),
    organisationShortName: reader.text('organisationShortName', 64),
    region: reader.text('region', 128),
    city: reader.text('city', 128),
    ...reader.certificateData(),
  };
}

/** Reads the fields one by one and gathers what is wrong with them. */
class DraftReader {
  readonly draft: RevocationDraft;
  readonly findings: RevocationFieldFinding[] = [];
  readonly #today: CalendarDate;

  constructor(draft: RevocationDraft, today: CalendarDate) {
    this.draft = draft;
    this.#today = today;
  }

  miss(field: RevocationField): void {
    this.findings.push({ field, refusal: { type: 'ChoiceMissing' } });
  }

  taken<T>(field: RevocationField, result: Result<T, FieldRefusal>): T | undefined {
    if (result.ok) return result.value;
    this.findings.push({ field, refusal: result.error });
    return undefined;
  }

  text(field: RevocationField, max: number, multiline = false): string {
    const refusal = examineText(this.draft[field], { max, multiline });
    if (refusal !== null) this.findings.push({ field, refusal });
    return multiline ? this.draft[field].normalize('NFC').trim() : tidyText(this.draft[field]);
  }

  /** A day that is over, or today. */
  date(field: RevocationField): CalendarDate {
    const typed = this.draft[field];
    const read = parseTypedDate(typed);
    if (typed.trim() === '') this.findings.push({ field, refusal: { type: 'Empty' } });
    else if (!read.ok) this.findings.push({ field, refusal: read.error });
    else if (compareCalendarDates(read.value.date, this.#today) > 0)
      this.findings.push({ field, refusal: { type: 'DateInFuture', date: read.value.date } });
    return read.ok ? read.value.date : this.#today;
  }

  certificateData(): Pick<RevocationApplicationContent, 'phone' | 'serialNumber' | 'issuedOn'> {
    const serialNumber = this.draft.serialNumber.replace(/[\s:]/g, '').toLowerCase();
    if (serialNumber === '') this.findings.push({ field: 'serialNumber', refusal: { type: 'Empty' } });
    else if (!/^(?:[0-9a-f]{2}){1,20}$/.test(serialNumber))
      this.findings.push({ field: 'serialNumber', refusal: { type: 'SerialNumberMalformed' } });
    const phone = this.taken('phone', parsePhoneNumber(this.draft.phone)) ?? '';
    return { phone, serialNumber, issuedOn: this.date('issuedOn') };
  }
}
