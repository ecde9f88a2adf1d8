import type { OldCarrier } from '#domain/application/application.ts';
import type { StateBody } from '#domain/application/letter.ts';
import { type LetterFinding, LetterReading } from '#domain/application/letter-reading.ts';
import type { FieldRefusal } from '#domain/application/parse-application.ts';
import type { AuthorityRules } from '#domain/authority/rule-set.ts';
import { type CalendarDate, compareCalendarDates } from '#domain/base/calendar-date.ts';
import { type Instant, startOfDay } from '#domain/base/instant.ts';
import { type Result, err, ok } from '#domain/base/result.ts';
import type { RegisterEntry } from '#domain/register/register-entry.ts';
import { type DaysRefusal, daysRefusal } from '#domain/application/days.ts';
import { groundsOfKind } from './parse-revocation.ts';
import type { BodyRevocationContent } from './revocation-case.ts';
import type { RevocationLetterContent } from './revocation-letter.ts';
import type { RevocationLetterDraft, RevokedPersonDraft } from './revocation-letter-draft.ts';
import { isCompromise } from './revoke-entry.ts';

export type RevokedPersonRefusal =
  | FieldRefusal
  | { readonly type: 'SerialNumberMalformed' }
  /** No certificate of this register has that number. */
  | { readonly type: 'CertificateUnknown' }
  /** G-2.7, G-12.1: a body applies for its own persons alone. */
  | { readonly type: 'OfOtherBody'; readonly organisation: string }
  | { readonly type: 'RevokedBefore'; readonly since: Instant }
  | { readonly type: 'SameCertificateTwice'; readonly first: number };

type Clause = 'G-12.1' | 'G-14';
type Refusal = RevokedPersonRefusal | DaysRefusal | { readonly type: 'BodyUnknown' };
type Reading = LetterReading<Clause, Refusal>;

export type RevocationLetterFinding = LetterFinding<Clause, Refusal>;

export interface ParsedRevokedPerson {
  readonly content: Omit<BodyRevocationContent, 'letterId'>;
  /** Id of one of the rule set's. */
  readonly ground: string;
  readonly invalidityDate?: Instant;
  readonly carrier: OldCarrier;
  /** The day on the annex. */
  readonly writtenOn: CalendarDate;
}

export interface ParsedRevocationLetter {
  readonly content: RevocationLetterContent;
  readonly arrivedOn: CalendarDate;
  readonly persons: readonly ParsedRevokedPerson[];
}

/** What of the register the letter is read against. */
export interface RegisterForLetter {
  readonly rules: AuthorityRules;
  /** Full names of the bodies that ever applied here, by BIN. */
  readonly bodies: ReadonlyMap<string, string>;
  /** By serial number, hex in lower case. */
  readonly entries: ReadonlyMap<string, RegisterEntry>;
}

const bounds = { number: 64, name: 300, document: 300, address: 300, reason: 300, why: 300 } as const;

/** G-12.1, G-14: everything that is filled in wrongly on the letter and for each of its persons, all at once; or both. */
export function parseRevocationLetter(
  draft: RevocationLetterDraft,
  register: RegisterForLetter,
  today: CalendarDate,
): Result<ParsedRevocationLetter, readonly RevocationLetterFinding[]> {
  const reading = new LetterReading<Clause, Refusal>(today, 'G-12.1');
  const bin = draft.bin.replace(/\s/gu, '');
  const name = register.bodies.get(bin);
  if (bin === '') reading.find('bin', { type: 'ChoiceMissing' });
  else if (name === undefined) reading.find('bin', { type: 'BodyUnknown' });
  const content: RevocationLetterContent = {
    form: 'G-F4',
    bodyNumber: reading.text('bodyNumber', draft.bodyNumber, bounds.number),
    bodyDate: reading.pastDay('bodyDate', draft.bodyDate),
    body: { bin, name: name ?? '' },
    headName: reading.text('headName', draft.headName, bounds.name),
  };
  const arrivedOn = draft.arrivedOn.trim() === '' ? today : reading.pastDay('arrivedOn', draft.arrivedOn);
  const late = daysRefusal({ arrivedOn, paperDate: content.bodyDate }, today);
  if (late?.type === 'PaperAfterArrival' && compareCalendarDates(late.date, today) <= 0)
    reading.find('arrivedOn', late);
  if (draft.persons.length === 0) reading.find('persons', { type: 'Empty' });
  const lines = new Map<string, number>();
  const persons: ParsedRevokedPerson[] = [];
  for (const [at, each] of draft.persons.entries()) {
    const person = parseRevokedPerson(each, at, content, register, reading);
    const serialNumber = tidySerialNumber(each.serialNumber);
    const first = lines.get(serialNumber);
    if (first !== undefined && serialNumber !== '')
      reading.find(`persons.${String(at)}.serialNumber`, { type: 'SameCertificateTwice', first });
    lines.set(serialNumber, first ?? at + 1);
    if (person !== null) persons.push(person);
  }
  return reading.findings.length > 0 ? err(reading.findings) : ok({ content, arrivedOn, persons });
}

/** As the register writes it: hex in lower case, without the blanks and colons that a paper has. */
export function tidySerialNumber(typed: string): string {
  return typed.replace(/[\s:]/gu, '').toLowerCase();
}

function parseRevokedPerson(
  draft: RevokedPersonDraft,
  at: number,
  { body, bodyDate }: RevocationLetterContent,
  register: RegisterForLetter,
  reading: Reading,
): ParsedRevokedPerson | null {
  const before = reading.findings.length;
  const field = (name: keyof RevokedPersonDraft) => `persons.${String(at)}.${name}`;
  const ground = groundsOfKind('application', register.rules).find(({ id }) => id === draft.ground);
  if (ground === undefined) reading.find(field('ground'), { type: 'ChoiceMissing' });
  const entry = certificateOf(draft, field('serialNumber'), body, isCompromise(ground?.reasonCode), {
    register,
    reading,
  });
  const issuedOn = reading.pastDay(field('issuedOn'), draft.issuedOn);
  const identityDocument = reading.text(field('identityDocument'), draft.identityDocument, bounds.document);
  const address = reading.text(field('address'), draft.address, bounds.address);
  const reason = reading.text(field('reason'), draft.reason, bounds.reason);
  const invalidOn =
    draft.invalidityDate.trim() === ''
      ? undefined
      : reading.pastDay(field('invalidityDate'), draft.invalidityDate);
  const writtenOn =
    draft.annexDate.trim() === '' ? bodyDate : reading.pastDay(field('annexDate'), draft.annexDate);
  const carrier = carrierOf(draft, field, reading);
  const subject = entry?.subject;
  if (
    ground === undefined ||
    entry === undefined ||
    subject === undefined ||
    subject.kind === 'authority' ||
    carrier === null ||
    reading.findings.length > before
  )
    return null;
  const { surname, givenName, patronymic, position = '' } = subject;
  const { id } = ground;
  return {
    content: {
      form: 'G-F4a',
      surname,
      givenName,
      ...(patronymic === undefined ? {} : { patronymic }),
      organisationName: body.name,
      position,
      identityDocument,
      address,
      reason,
      serialNumber: entry.id,
      issuedOn,
    },
    ground: id,
    ...(invalidOn === undefined ? {} : { invalidityDate: startOfDay(invalidOn) }),
    carrier,
    writtenOn,
  };
}

function certificateOf(
  draft: RevokedPersonDraft,
  field: string,
  { bin }: Pick<StateBody, 'bin'>,
  escalatesReason: boolean,
  { register, reading }: { readonly register: RegisterForLetter; readonly reading: Reading },
): RegisterEntry | undefined {
  const serialNumber = tidySerialNumber(draft.serialNumber);
  if (serialNumber === '') reading.find(field, { type: 'Empty' });
  else if (!/^(?:[0-9a-f]{2}){1,20}$/u.test(serialNumber))
    reading.find(field, { type: 'SerialNumberMalformed' });
  else {
    const entry = register.entries.get(serialNumber);
    const subject = entry?.subject;
    if (entry === undefined || subject === undefined) reading.find(field, { type: 'CertificateUnknown' });
    else if (subject.kind === 'authority' || subject.bin !== bin)
      reading.find(field, { type: 'OfOtherBody', organisation: subject.organisation ?? subject.commonName });
    else if (
      entry.revocation !== undefined &&
      !(escalatesReason && !isCompromise(entry.revocation.reasonCode))
    )
      reading.find(field, { type: 'RevokedBefore', since: entry.revocation.date });
    return entry;
  }
  return undefined;
}

/** G-14: the carrier is attached to the application; where it is not, it is said why. */
function carrierOf(
  draft: RevokedPersonDraft,
  field: (name: keyof RevokedPersonDraft) => string,
  reading: Reading,
): OldCarrier | null {
  switch (draft.carrier) {
    case 'returned':
      return { type: 'returned' };
    case 'not-returned':
      return {
        type: 'not-returned',
        reason: reading.text(field('whyNotReturned'), draft.whyNotReturned, bounds.why, 'G-14'),
      };
    case '':
      reading.find(field('carrier'), { type: 'ChoiceMissing' }, 'G-14');
      return null;
  }
}
