/** What the answer to a pairing says of the authority: what a field station needs beside its certificates to fill forms in its name. */
import type {
  AuthorityKind,
  AuthorityName,
  CertificateAddresses,
  KeySuite,
  Station,
} from '#domain/authority/station.ts';
import { canonicalForm } from '#domain/base/canonical-form.ts';
import { type CalendarDate, parseCalendarDate } from '#domain/base/calendar-date.ts';
import { type Shape, listOf, objectOf, oneOf, text, whole, yes } from '#domain/base/shape.ts';
import { readStrictJson } from '#domain/base/strict-json.ts';
import { hiddenLetter } from '#domain/base/text.ts';
import { without } from '#domain/base/without.ts';
import { decodeUtf8 } from '#domain/base/utf8.ts';
import type { HolidayTable } from '#domain/calendar/holiday-table.ts';

export interface AuthorityDocument {
  readonly kind: AuthorityKind;
  readonly authority: AuthorityName;
  readonly addresses: CertificateAddresses;
  readonly suite: KeySuite;
  readonly demonstration: boolean;
  readonly validityYears: number;
  /** Of the set that it follows: from which day, and by which order of the office; absent for the program's own. */
  readonly ruleSet?: {
    readonly id: string;
    readonly from: CalendarDate;
    readonly orderNumber: string;
    readonly orderDate: CalendarDate;
  };
}

const format = 'tirkelim-authority';

export function authorityDocumentOf(station: Station): AuthorityDocument {
  const { kind, authority, addresses, suite, demonstration, authorityValidityYears, ruleSet } = station;
  const held = station.heldRuleSets?.find(({ id }) => id === ruleSet);
  return {
    ...{ kind, authority, addresses, suite, demonstration, validityYears: authorityValidityYears },
    ...(held === undefined
      ? {}
      : {
          ruleSet: {
            ...{ id: held.id, from: held.from },
            ...{ orderNumber: held.order.number, orderDate: held.order.date },
          },
        }),
  };
}

export function writeAuthorityDocument({
  authority,
  addresses,
  ruleSet,
  ...rest
}: AuthorityDocument): string {
  return canonicalForm({
    format,
    ...rest,
    authority: { ...authority },
    addresses: { ...addresses },
    ...(ruleSet === undefined ? {} : { ruleSet: { ...ruleSet } }),
  });
}

/** Null for what is none in its one form. */
export function readAuthorityDocument(octets: Uint8Array): AuthorityDocument | null {
  const written = decodeUtf8(octets) ?? '';
  const read = readStrictJson(written);
  if (documentShape(read, '').length > 0) return null;
  const document = without(read as AuthorityDocument & { readonly format: string }, 'format');
  return writeAuthorityDocument(document) === written ? document : null;
}

export function writeCalendar(rows: HolidayTable): string {
  return canonicalForm(rows.map((row) => ({ ...row })));
}

/** Null for what is no table of moved days. */
export function readCalendar(octets: Uint8Array): HolidayTable | null {
  const read = readStrictJson(decodeUtf8(octets) ?? '');
  return calendarShape(read, '').length > 0 ? null : (read as HolidayTable);
}

/** It stands on papers: nothing in it is unseen, or turns what comes after it. */
const line: Shape = (value, at) =>
  typeof value === 'string' && value.length <= 300 && hiddenLetter(value) === null ? [] : [at];
const day: Shape = (value, at) =>
  typeof value === 'string' && parseCalendarDate(value) !== null ? [] : [at];
const yesOrNo: Shape = (value, at) => (typeof value === 'boolean' ? [] : [at]);

const documentShape = objectOf(
  {
    format: oneOf(format),
    kind: oneOf('R', 'G', 'N'),
    authority: objectOf({ organisation: line, commonName: line, region: line, email: line }),
    addresses: objectOf({}, { crl: line, issuerCertificate: line, practiceStatement: line, policyOid: line }),
    suite: oneOf(
      ...['ecdsa-p256', 'ecdsa-p384', 'rsa-3072', 'rsa-4096'],
      ...['gost-rfc4491', 'gost-kz2004', 'gost-2012-512', 'gost-kz2015'],
    ),
    demonstration: yesOrNo,
    validityYears: whole(100),
  },
  {
    ruleSet: objectOf({ id: line, from: day, orderNumber: line, orderDate: day }),
  },
);

const calendarShape = listOf(
  objectOf(
    { kind: oneOf('kurban-ait', 'moved-day'), off: day, source: text },
    { working: day, calculated: yes },
  ),
);
