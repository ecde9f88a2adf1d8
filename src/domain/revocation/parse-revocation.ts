import type { Ground } from '#domain/authority/grounds.ts';
import type { AuthorityRules } from '#domain/authority/rule-set.ts';
import { type CalendarDate, compareCalendarDates } from '#domain/base/calendar-date.ts';
import { type Instant, startOfDay } from '#domain/base/instant.ts';
import { type Result, err, ok } from '#domain/base/result.ts';
import { parseBin } from '#domain/party/bin.ts';
import { parseIin } from '#domain/party/iin.ts';
import type { RegisterEntry } from '#domain/register/register-entry.ts';
import { daysRefusal } from '#domain/application/days.ts';
import { DraftReader, type RevocationFieldFinding } from './draft-reader.ts';
import { type Representative, whyPowerUnfit } from './representative.ts';
import type {
  CourtDecision,
  ElectronicEvidence,
  EndedAccreditation,
  RevocationApplicationContent,
  RevocationSource,
  SubscriberRevocationContent,
  SubscriberRevocationForm,
} from './revocation-case.ts';
import type { RevocationDraft, RevocationKind } from './revocation-draft.ts';

export interface ParsedRevocation {
  readonly source: RevocationSource;
  readonly ground: string;
  readonly invalidityDate?: Instant;
  /** Of a paper that came in: and the office's own statement have none. */
  readonly arrivedOn?: CalendarDate;
  readonly writtenOn?: CalendarDate;
}

const evidenceOf = {
  application: 'application',
  liquidation: 'notice',
  accreditation: 'accreditation',
  court: 'court',
  office: 'statement',
} as const;

const revocationKinds = Object.keys(evidenceOf) as readonly RevocationKind[];

/**
 * The kinds of case that an authority knows, in the order of its clauses. A state body applies by a letter with persons on it
 * (G-12.1), which is received as such: see `parse-revocation-letter.ts`.
 */
export function revocationKindsOf(rules: AuthorityRules): readonly RevocationKind[] {
  const byLetter = rules.forms.revocation.includes('G-F4');
  return revocationKinds.filter(
    (kind) => groundsOfKind(kind, rules).length > 0 && !(byLetter && kind === 'application'),
  );
}

/** What a field station takes in: a person's or a body's own paper, and a court's decision; the rest is the authority's own, or goes to it straight. */
export function carriedKindsOf(rules: AuthorityRules): readonly RevocationKind[] {
  return revocationKindsOf(rules).filter((kind) => kind === 'application' || kind === 'court');
}

/** The grounds that a kind of case may have, in the order of the clauses. */
export function groundsOfKind(
  kind: RevocationKind,
  { grounds }: Pick<AuthorityRules, 'grounds'>,
): readonly Ground[] {
  return grounds.filter(({ evidence }) => evidence === evidenceOf[kind]);
}

/** R-F3 for an authority, N-F4 for an individual, N-F5 for a legal entity (N-8.1). */
export function revocationFormOf({ subject }: RegisterEntry): SubscriberRevocationForm | 'R-F3' {
  if (subject.kind === 'authority') return 'R-F3';
  return subject.bin === undefined ? 'N-F4' : 'N-F5';
}

/** Everything that is filled in wrongly, all at once; or what a case of R-11 or N-8 rests on. */
export function parseRevocation(
  draft: RevocationDraft,
  entry: RegisterEntry | undefined,
  {
    today,
    rules,
    paper,
  }: {
    readonly today: CalendarDate;
    readonly rules: AuthorityRules;
    /** At a field station, which has no register to choose from: the form that was brought; the certificate is the one whose number stands on it. */
    readonly paper?: SubscriberRevocationForm;
  },
  electronic?: ElectronicEvidence,
): Result<ParsedRevocation, readonly RevocationFieldFinding[]> {
  const reader = new DraftReader(draft, today);
  if (paper === undefined && entry === undefined) reader.miss('entryId');
  if (paper !== undefined && draft.kind !== 'application') reader.serialNumber();
  const ground = groundsOfKind(draft.kind, rules).find(({ id }) => id === draft.ground);
  if (ground === undefined) reader.miss('ground');
  const invalidOn = draft.invalidityDate.trim() === '' ? undefined : reader.date('invalidityDate');
  const source = sourceOf(reader, draft.kind, { entry, paper }, electronic);
  const days = daysOf(reader, draft.kind, source);
  if (reader.findings.length > 0 || ground === undefined) return err(reader.findings);
  return ok({
    source,
    ground: ground.id,
    ...(invalidOn === undefined ? {} : { invalidityDate: startOfDay(invalidOn) }),
    ...days,
  });
}

/** The arrival is typed, and not before the day on the paper; a representative's power is in force on it. */
function daysOf(
  reader: DraftReader,
  kind: RevocationKind,
  source: RevocationSource,
): Pick<ParsedRevocation, 'arrivedOn' | 'writtenOn'> {
  if (kind === 'accreditation' || kind === 'office') return {};
  const arrivedOn = reader.dateOrToday('arrivedOn');
  const writtenOn = kind === 'application' ? reader.dateOrToday('writtenOn') : undefined;
  const onPaper =
    source.type === 'court'
      ? source.decision.date
      : source.type === 'liquidation'
        ? source.notice.date
        : writtenOn;
  const wrong = daysRefusal({ arrivedOn, paperDate: onPaper }, reader.today);
  const isSaid = wrong?.type !== 'PaperAfterArrival' || compareCalendarDates(wrong.date, reader.today) > 0;
  if (!isSaid) reader.find('arrivedOn', wrong);
  if (source.type === 'application' && source.representative !== undefined) {
    const unfit = whyPowerUnfit(source.representative, arrivedOn);
    if (unfit?.type === 'PowerNotInForce') reader.find('powerUntil', unfit);
  }
  return { arrivedOn, ...(writtenOn === undefined ? {} : { writtenOn }) };
}

function sourceOf(
  reader: DraftReader,
  kind: RevocationKind,
  {
    entry,
    paper = entry === undefined ? 'N-F4' : revocationFormOf(entry),
  }: {
    readonly entry: RegisterEntry | undefined;
    readonly paper: SubscriberRevocationForm | 'R-F3' | undefined;
  },
  electronic: ElectronicEvidence | undefined,
): RevocationSource {
  switch (kind) {
    case 'application': {
      const content = applicationOf(reader, paper);
      const representative = representativeOf(reader);
      return {
        type: 'application',
        content,
        ...(electronic === undefined ? {} : { electronic }),
        ...(representative === null ? {} : { representative }),
      };
    }
    case 'liquidation':
      return {
        type: 'liquidation',
        notice: { number: reader.text('noticeNumber', 64), date: reader.date('noticeDate') },
      };
    case 'accreditation':
      return { type: 'accreditation', ended: endedAccreditation(reader, entry) };
    case 'court':
      return { type: 'court', decision: courtDecision(reader) };
    case 'office':
      return { type: 'office', statement: reader.text('statement', 2000, true) };
  }
}

function applicationOf(
  reader: DraftReader,
  form: SubscriberRevocationForm | 'R-F3',
): RevocationApplicationContent {
  return form === 'R-F3' ? authorityApplication(reader) : subscriberApplication(reader, form);
}

/** N-F4 or N-F5. */
export function subscriberApplication(
  reader: DraftReader,
  form: SubscriberRevocationForm,
): SubscriberRevocationContent {
  return form === 'N-F4' ? individual(reader) : legalEntity(reader);
}

export function courtDecision(reader: DraftReader): CourtDecision {
  return {
    court: reader.text('court', 300),
    number: reader.text('decisionNumber', 64),
    date: reader.date('decisionDate'),
    // A decision that is not in force yet is no ground (R-11.4, N-8.2): a day to come is refused.
    inForceFrom: reader.date('inForceFrom'),
  };
}

/** N-8.1: null where the owner himself applies. */
export function representativeOf(reader: DraftReader): Representative | null {
  const { draft } = reader;
  if (draft.appliedBy === 'owner') return null;
  return {
    name: reader.text('representativeName', 300),
    iin: reader.taken('representativeIin', parseIin(draft.representativeIin)) ?? '',
    power: {
      number: reader.text('powerNumber', 64),
      date: reader.date('powerDate'),
      validUntil: reader.anyDate('powerUntil') ?? reader.today,
      issuer: reader.text('powerIssuer', 300),
    },
  };
}

/** nothing is typed: the register knows the accreditation, and the day has to be over. */
function endedAccreditation(reader: DraftReader, entry: RegisterEntry | undefined): EndedAccreditation {
  const known = entry?.accreditation;
  if (entry !== undefined && known === undefined)
    reader.findings.push({ field: 'entryId', refusal: { type: 'AccreditationUnknown' } });
  if (known !== undefined && compareCalendarDates(known.validUntil, reader.today) >= 0)
    reader.findings.push({
      field: 'entryId',
      refusal: { type: 'AccreditationNotEnded', validUntil: known.validUntil },
    });
  return { number: known?.number ?? '', endedOn: known?.validUntil ?? reader.today };
}

function individual(reader: DraftReader): SubscriberRevocationContent {
  return {
    form: 'N-F4',
    iin: reader.taken('iin', parseIin(reader.draft.iin)) ?? '',
    ...reader.personName(),
    email: reader.email(),
    serialNumber: reader.serialNumber(),
    phone: reader.phone(),
    issuedOn: reader.date('issuedOn'),
  };
}

function legalEntity(reader: DraftReader): SubscriberRevocationContent {
  return {
    form: 'N-F5',
    bin: reader.taken('bin', parseBin(reader.draft.bin)) ?? '',
    organisationName: reader.text('organisationName', 300),
    organisationShortName: reader.text('organisationShortName', 64),
    region: reader.text('region', 128),
    city: reader.text('city', 128),
    serialNumber: reader.serialNumber(),
    phone: reader.phone(),
    issuedOn: reader.date('issuedOn'),
    headName: reader.text('headName', 300),
  };
}

function authorityApplication(reader: DraftReader): RevocationApplicationContent {
  return {
    form: 'R-F3',
    ...reader.personName(),
    birthDate: reader.date('birthDate'),
    organisationName: reader.text('organisationName', 300),
    address: reader.text('address', 300),
    phone: reader.phone(),
    reason: reader.text('reason', 300),
    serialNumber: reader.serialNumber(),
    region: reader.text('region', 128),
    city: reader.text('city', 128),
    organisationShortName: reader.text('organisationShortName', 64),
    authorityName: reader.text('authorityName', 64),
    email: reader.email(),
    validUntil: reader.anyDate('validUntil') ?? reader.today,
    headName: reader.text('headName', 300),
  };
}
