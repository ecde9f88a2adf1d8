/** What the papers of annex 1 print of the records; words on paper are the order's language. */
import { paperDayOf } from '#domain/application/days.ts';
import type { Application, AuthorityContent } from '#domain/application/application.ts';
import { formatCalendarDate } from '#domain/base/calendar-date.ts';
import { calendarDateOf } from '#domain/base/instant.ts';
import type { KeySuite } from '#domain/authority/station.ts';
import { type CertificatePaperSource, certificatePaperOf } from './certificate-paper-of.ts';
import type { CertificatePaperData } from './certificate-paper.ts';
import type { RF1Data } from './r-f1.ts';
import type { RF3Data } from './r-f3.ts';
import { formatPhoneNumber } from '#domain/party/phone-number.ts';
import type { RegisterEntry } from '#domain/register/register-entry.ts';
import type { AuthorityRevocationContent, RevocationCase } from '#domain/revocation/revocation-case.ts';

const country = 'Қазақстан Республикасы';

export function rF1DataOf(application: Application, content: AuthorityContent): RF1Data {
  const { request } = application;
  const { region, city, organisationName, authorityName, email, usageAreas, headName } = content;
  const parts = [request?.fileName, content.scheme].filter((part) => part !== undefined && part !== '');
  return {
    requestAndScheme: parts.join(', '),
    country,
    region,
    city,
    organisationName,
    authorityName,
    email,
    validity: `${String(content.validityYears)} жыл`,
    usageAreas,
    headName,
    date: paperDayOf(application),
  };
}

/** What signed, and by which algorithms. ГОСТ is computed by the program itself. */
const signedWith: Readonly<Record<KeySuite, string>> = {
  'ecdsa-p256': 'WebCrypto, ECDSA P-256, SHA-256',
  'ecdsa-p384': 'WebCrypto, ECDSA P-384, SHA-384',
  'rsa-3072': 'WebCrypto, RSA 3072, SHA-256',
  'rsa-4096': 'WebCrypto, RSA 4096, SHA-256',
  'gost-rfc4491': 'МЕМСТ 34.310-2004, МЕМСТ 34.311-95',
  'gost-kz2004': 'МЕМСТ 34.310-2004, МЕМСТ 34.311-95',
  'gost-2012-512': 'МЕМСТ 34.10-2015, МЕМСТ 34.11-2015',
  'gost-kz2015': 'МЕМСТ 34.10-2015, МЕМСТ 34.11-2015',
};

export function rF2DataOf(
  entry: RegisterEntry,
  read: Pick<CertificatePaperSource, 'certificate' | 'issuerKey' | 'fingerprintSha256Hex'>,
): CertificatePaperData {
  return certificatePaperOf({
    ...read,
    number: String(entry.number),
    signatureTool: `Tirkelim 1.0, ${signedWith[entry.suite]}`,
    date: calendarDateOf(entry.issuedAt),
  });
}

export function rF3DataOf(revocationCase: RevocationCase, content: AuthorityRevocationContent): RF3Data {
  const { surname, givenName, patronymic, birthDate, region, city, authorityName, email } = content;
  return {
    surname,
    givenName,
    ...(patronymic === undefined ? {} : { patronymic }),
    birthDate,
    legalEntity: [content.organisationName, content.address, formatPhoneNumber(content.phone)].join(', '),
    reason: content.reason,
    serialNumberHex: content.serialNumber,
    country,
    region,
    city,
    organisationName: content.organisationName,
    authorityName,
    email,
    validity: `${formatCalendarDate(content.validUntil)} күніне дейін`,
    headName: content.headName,
    date: paperDayOf(revocationCase),
  };
}
