import { type CalendarDate, formatCalendarDate } from '#domain/base/calendar-date.ts';
import { calendarDateOf } from '#domain/base/instant.ts';
import { foldForSearch } from '#domain/base/text.ts';
import type { RegisterEntry } from '#domain/register/register-entry.ts';
import type { RevocationApplicationContent } from './revocation-case.ts';

export type ComparedField =
  | 'iin'
  | 'surname'
  | 'givenName'
  | 'patronymic'
  | 'email'
  | 'bin'
  | 'organisationShortName'
  | 'region'
  | 'city'
  | 'authorityName'
  | 'serialNumber'
  | 'issuedOn'
  | 'validUntil';

export interface RevocationComparison {
  readonly field: ComparedField;
  readonly stated: string;
  readonly registered: string;
  /** `similar`: the same but for case, signs of the keyboard, blanks. */
  readonly verdict: 'same' | 'similar' | 'differs';
  /** Says whose the certificate is and which one: when it differs, this application does not revoke this certificate. */
  readonly isDecisive: boolean;
}

/**
 * Which fields say whose the certificate is and which one. A legal entity is named by its BIN, which stays when its name changes;
 * a patronymic that the application leaves out says nothing.
 */
const decisive: ReadonlySet<ComparedField> = new Set([
  'iin',
  'surname',
  'givenName',
  'patronymic',
  'bin',
  'authorityName',
  'serialNumber',
  'issuedOn',
]);

/** End of N-8: what the application says beside what the register holds, field by field in the form's order. */
export function compareRevocation(
  content: RevocationApplicationContent,
  entry: RegisterEntry,
): readonly RevocationComparison[] {
  return pairsOf(content, entry).map(([field, stated = '', registered = '']) => ({
    field,
    stated,
    registered,
    verdict: verdictOf(stated, registered),
    isDecisive: decisive.has(field) && !(field === 'patronymic' && stated === ''),
  }));
}

type Pair = readonly [field: ComparedField, stated: string | undefined, registered: string | undefined];

function pairsOf(content: RevocationApplicationContent, entry: RegisterEntry): readonly Pair[] {
  const { subject } = entry;
  // A form of another kind than the owner names nothing that the register has: every line differs.
  const person = subject.kind === 'authority' ? undefined : subject;
  switch (content.form) {
    case 'N-F4':
      return [
        ['iin', content.iin, person?.iin],
        ['surname', content.surname, person?.surname],
        ['givenName', content.givenName, person?.givenName],
        ['patronymic', content.patronymic, person?.patronymic],
        ['email', content.email, subject.email],
        ...issuedPairs(content, entry),
      ];
    case 'N-F5':
      return [
        ['bin', content.bin, person?.bin],
        ['organisationShortName', content.organisationShortName, subject.organisation],
        ['region', content.region, subject.region],
        ['city', content.city, subject.city],
        ...issuedPairs(content, entry),
      ];
    case 'G-F4a':
      return [
        ['surname', content.surname, person?.surname],
        ['givenName', content.givenName, person?.givenName],
        ['patronymic', content.patronymic, person?.patronymic],
        ...issuedPairs(content, entry),
      ];
    case 'R-F3':
      return [
        ['serialNumber', content.serialNumber, entry.id],
        ['region', content.region, subject.region],
        ['city', content.city, subject.city],
        ['organisationShortName', content.organisationShortName, subject.organisation],
        ['authorityName', content.authorityName, subject.commonName],
        ['email', content.email, subject.email],
        [
          'validUntil',
          formatCalendarDate(content.validUntil),
          formatCalendarDate(calendarDateOf(entry.notAfter)),
        ],
      ];
  }
}

function issuedPairs(
  content: { readonly serialNumber: string; readonly issuedOn: CalendarDate },
  entry: RegisterEntry,
): readonly Pair[] {
  return [
    ['serialNumber', content.serialNumber, entry.id],
    ['issuedOn', formatCalendarDate(content.issuedOn), formatCalendarDate(calendarDateOf(entry.issuedAt))],
  ];
}

function verdictOf(stated: string, registered: string): RevocationComparison['verdict'] {
  if (stated === registered) return 'same';
  return foldForSearch(stated) === foldForSearch(registered) ? 'similar' : 'differs';
}
