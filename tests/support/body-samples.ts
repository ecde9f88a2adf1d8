/** Invented bodies and persons with valid numbers; none of them is a body's or a person's. */
import type { BodyPersonContent } from '#domain/application/application.ts';
import { type IssueLetter, letterKey } from '#domain/application/letter.ts';
import {
  type BodyPersonDraft,
  type LetterDraft,
  emptyLetterDraft,
  emptyPersonDraft,
} from '#domain/application/letter-draft.ts';
import { type ParsedLetter, parseLetter } from '#domain/application/parse-letter.ts';
import { rulesByKind } from '#domain/authority/order-348/rules.ts';
import type { CalendarDate } from '#domain/base/calendar-date.ts';
import type { Instant } from '#domain/base/instant.ts';
import type { Carrier } from '#domain/carrier/carrier.ts';
import { applicant } from './people.ts';

export const letterDay = '2026-11-23' as CalendarDate;
export const stateBody = {
  bin: '101040000012',
  name: 'Қазақстан Республикасының Қаржы министрлігі',
  shortName: 'Қаржы министрлігі',
  region: 'Астана қаласы',
  city: 'Астана',
  email: 'office@finance.example.kz',
};

/** The n-th person, always the same. */
export function aPersonDraft(n = 0, change: Partial<BodyPersonDraft> = {}): BodyPersonDraft {
  const { iin, surname, givenName, patronymic, email } = applicant(n);
  return {
    ...emptyPersonDraft(),
    iin,
    surname,
    givenName,
    patronymic,
    position: 'бас маман',
    documentNumber: String(40_000_000 + n),
    documentDate: '05.05.2020',
    documentIssuer: 'ІІМ',
    email,
    ...change,
  };
}

export function aLetterDraft(change: Partial<LetterDraft> = {}): LetterDraft {
  return {
    ...emptyLetterDraft(),
    bodyNumber: '12-3/456',
    bodyDate: '20.11.2026',
    isStateBody: true,
    ...stateBody,
    headName: 'Ерлан Жұмабекұлы',
    document: {
      kind: 'identity-document',
      number: '045678901',
      date: '01.02.2021',
      issuer: 'ІІМ',
      hasTerm: false,
      validUntil: '',
      attachmentId: '',
    },
    persons: [aPersonDraft(0)],
    ...change,
  };
}

export function aParsedLetter(change: Partial<LetterDraft> = {}): ParsedLetter {
  const parsed = parseLetter(aLetterDraft(change), rulesByKind.G.defaultUsageAreas, letterDay);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  return parsed.value;
}

export function aPersonContent(n = 0, letterId = 'aa'): BodyPersonContent {
  const [person] = aParsedLetter({ persons: [aPersonDraft(n)] }).persons;
  if (person === undefined) throw new Error('no person');
  return { ...person, letterId };
}

export function aLetter(change: Partial<IssueLetter> = {}): IssueLetter {
  return {
    id: 'aa',
    salt: '00',
    number: '2026-000001',
    receivedAt: '2026-11-23T04:00:00Z' as Instant,
    receivedBy: 'officer',
    key: letterKey(aParsedLetter().content),
    content: aParsedLetter().content,
    applicationIds: ['bb'],
    ...change,
  };
}

export function aCarrier(change: Partial<Carrier> = {}): Carrier {
  return {
    id: 'cc',
    salt: '00',
    serialNumber: 'KZ-0001',
    kind: 'token',
    blankNumbers: ['000123'],
    entered: { at: '2026-11-23T04:00:00Z' as Instant, officer: 'officer' },
    ...change,
  };
}
