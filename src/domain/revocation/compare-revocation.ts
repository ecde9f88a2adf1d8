import { formatCalendarDate } from '#domain/base/calendar-date.ts';
import { calendarDateOf } from '#domain/base/instant.ts';
import { foldForSearch } from '#domain/base/text.ts';
import type { EntrySubject, RegisterEntry } from '#domain/register/register-entry.ts';
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
  | 'serialNumber'
  | 'issuedOn';

export interface RevocationComparison {
  readonly field: ComparedField;
  readonly stated: string;
  readonly registered: string;
  /** `similar`: the same but for case, signs of the keyboard, blanks. */
  readonly verdict: 'same' | 'similar' | 'differs';
  /** Says whose the certificate is and which one: when it differs, this application does not revoke this certificate. */
  readonly isDecisive: boolean;
}

/** End of N-8: what the application says beside what the register holds, field by field in the form's order. */
export function compareRevocation(
  content: RevocationApplicationContent,
  entry: RegisterEntry,
): readonly RevocationComparison[] {
  const { subject } = entry;
  const row = (field: ComparedField, stated = '', registered = ''): RevocationComparison => ({
    field,
    stated,
    registered,
    verdict: verdictOf(stated, registered),
    isDecisive: field === 'iin' || field === 'bin' || field === 'serialNumber' || field === 'issuedOn',
  });
  const whose =
    content.form === 'N-F4'
      ? [
          row('iin', content.iin, subject.iin),
          row('surname', content.surname, subject.surname),
          row('givenName', content.givenName, subject.givenName),
          row('patronymic', content.patronymic, subject.patronymic),
          row('email', content.email, subject.email),
        ]
      : [
          row('bin', content.bin, subject.bin),
          row('organisationShortName', content.organisationShortName, subject.organisation),
          row('region', content.region, subject.region),
          row('city', content.city, subject.city),
        ];
  return [
    ...whose,
    row('serialNumber', content.serialNumber, entry.id),
    row('issuedOn', formatCalendarDate(content.issuedOn), formatCalendarDate(calendarDateOf(entry.issuedAt))),
  ];
}

/** N-10: the owner signed himself, or somebody whose certificate stands for the same legal entity. */
export function mayApplyFor(signer: EntrySubject, owner: EntrySubject): boolean {
  if (owner.bin === undefined) return signer.iin === owner.iin;
  return signer.bin === owner.bin;
}

function verdictOf(stated: string, registered: string): RevocationComparison['verdict'] {
  if (stated === registered) return 'same';
  return foldForSearch(stated) === foldForSearch(registered) ? 'similar' : 'differs';
}
