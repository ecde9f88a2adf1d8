/** Applications to revoke, as the owner writes them: what the register says of him and of the certificate. */
import { calendarDateOf } from '#domain/base/instant.ts';
import { fullName } from '#domain/party/person-name.ts';
import type { PersonSubject, RegisterEntry } from '#domain/register/register-entry.ts';
import type { Representative } from '#domain/revocation/representative.ts';
import type { RevocationSource, SubscriberRevocationContent } from '#domain/revocation/revocation-case.ts';
import { type SignedRevocation, writeRevocationText } from '#domain/revocation/revocation-text.ts';
import type { CalendarDate } from '#domain/base/calendar-date.ts';

export function contentToRevoke(
  entry: RegisterEntry,
  change: Partial<SubscriberRevocationContent> = {},
): SubscriberRevocationContent {
  const subject = entry.subject as PersonSubject;
  const { iin, surname, givenName, patronymic, email, bin, organisation = '', region, city } = subject;
  const certificate = {
    phone: '+77011234567',
    serialNumber: entry.id,
    issuedOn: calendarDateOf(entry.issuedAt),
  };
  const individual = {
    form: 'N-F4' as const,
    iin,
    surname,
    givenName,
    ...(patronymic === undefined ? {} : { patronymic }),
    email,
    ...certificate,
  };
  if (bin === undefined) return { ...individual, ...change };
  return {
    form: 'N-F5',
    bin,
    organisationName: organisation,
    organisationShortName: organisation,
    region,
    city,
    ...certificate,
    headName: fullName(subject),
    ...change,
  };
}

export function applicationToRevoke(
  entry: RegisterEntry,
  change: Partial<SubscriberRevocationContent> = {},
  representative?: Representative,
): RevocationSource {
  return {
    type: 'application',
    content: contentToRevoke(entry, change),
    ...(representative === undefined ? {} : { representative }),
  };
}

/** R-F3 of the authority whose certificate it is. */
export function authorityApplication({ id, subject, notAfter }: RegisterEntry): RevocationSource {
  const { organisation = '', region, city, email, commonName } = subject;
  return {
    type: 'application',
    content: {
      form: 'R-F3',
      surname: 'Жұмабекұлы',
      givenName: 'Ерлан',
      birthDate: '1970-05-05' as CalendarDate,
      organisationName: organisation,
      address: 'Астана, Мәңгілік ел даңғылы, 8',
      phone: '+77011234567',
      reason: 'жабық кілттің ашылып қалуы',
      serialNumber: id,
      region,
      city,
      organisationShortName: organisation,
      authorityName: commonName,
      email,
      validUntil: calendarDateOf(notAfter),
      headName: 'Жұмабекұлы Ерлан',
    },
  };
}

/** In force for the whole of 2026. */
export function aRepresentative(
  change: Partial<Representative['power']> = {},
  iin = '920308400012',
): Representative {
  const power = {
    number: '15-7',
    date: '2026-01-05' as CalendarDate,
    validUntil: '2026-12-31' as CalendarDate,
    issuer: 'нотариус Г. Ахметова',
    ...change,
  };
  return { name: 'Оспанова Әсел', iin, power };
}

/** N-10: what the owner signs. */
export function textToRevoke(entry: RegisterEntry, change: Partial<SignedRevocation> = {}): string {
  return writeRevocationText({
    content: contentToRevoke(entry),
    ground: 'owners-wish',
    writtenOn: calendarDateOf(entry.issuedAt),
    ...change,
  });
}
