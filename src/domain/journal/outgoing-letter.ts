/**
 * The office's own letters and their journal. Nothing is entered in it: a letter follows from an act, its number from the number of the
 * record that the act decided, so that a letter printed again bears the same number and the journal holds every letter that is due.
 */
import type { Application, ApplicationContent } from '#domain/application/application.ts';
import type { CalendarDate } from '#domain/base/calendar-date.ts';
import { type Instant, calendarDateOf, compareInstants } from '#domain/base/instant.ts';
import type { CrlRecord } from '#domain/crl/published-crl.ts';
import type { RegisterEntry } from '#domain/register/register-entry.ts';
import { fullName } from '#domain/party/person-name.ts';
import type { RevocationCase } from '#domain/revocation/revocation-case.ts';

export const outgoingKinds = ['refusal', 'revocation-notice', 'revocation-refusal', 'crl-letter'] as const;
export type OutgoingKind = (typeof outgoingKinds)[number];

/** «Бас тарту», «кері қайтару», «кері қайтарудан бас тарту», «КТКТ»: the index before the number. */
const indexes: Readonly<Record<OutgoingKind, string>> = {
  refusal: 'БТ',
  'revocation-notice': 'КҚ',
  'revocation-refusal': 'ҚБТ',
  'crl-letter': 'КТКТ',
};

/** `БТ/2026-000012`: of the application, the case or the CRL of that number. */
export function outgoingNumber(kind: OutgoingKind, recordNumber: string): string {
  return `${indexes[kind]}/${recordNumber}`;
}

export interface OutgoingLetter {
  readonly number: string;
  readonly kind: OutgoingKind;
  readonly at: Instant;
  /** Of the letter: the day of `at`. */
  readonly date: CalendarDate;
  /** Empty for the cover letter of a CRL that was given to nobody yet: its reader is written in by hand. */
  readonly addressee: string;
  /** Id of the record that it is printed from. */
  readonly recordId: string;
}

export interface OutgoingSources {
  readonly applications: readonly Application[];
  readonly cases: readonly RevocationCase[];
  readonly entries: ReadonlyMap<string, RegisterEntry>;
  readonly crls: readonly CrlRecord[];
}

/** Newest first; letters of one second by their number. */
export function outgoingLetters(sources: OutgoingSources): readonly OutgoingLetter[] {
  const { applications, cases, entries, crls } = sources;
  const found: readonly OutgoingLetter[] = [
    ...applications.flatMap(({ id, number, decision, content }) =>
      decision?.outcome === 'refused'
        ? [lettered('refusal', number, decision.at, addresseeOfApplication(content), id)]
        : [],
    ),
    ...cases.flatMap(({ id, number, serialNumber, decision }) => {
      const entry = entries.get(serialNumber);
      if (decision === undefined || decision.outcome === 'overtaken' || entry === undefined) return [];
      const kind = decision.outcome === 'revoked' ? 'revocation-notice' : 'revocation-refusal';
      return [lettered(kind, number, decision.at, addresseeOfEntry(entry), id)];
    }),
    ...crls
      .filter(({ publishedAt, given }) => publishedAt !== undefined || given !== undefined)
      .map((crl) => lettered('crl-letter', crl.crlNumber, crl.thisUpdate, addresseesOfList(crl), crl.id)),
  ];
  return found.toSorted((a, b) => compareInstants(b.at, a.at) || (a.number < b.number ? 1 : -1));
}

/** To whom a refusal goes. */
export function addresseeOfApplication(content: ApplicationContent): string {
  if (content.form === 'R-F1') return `${content.organisationName}, ${content.authorityName}`;
  const name = fullName(content);
  return content.organisationName === undefined ? name : `${content.organisationName}, ${name}`;
}

/** To whom a notice of revocation goes. */
export function addresseeOfEntry({ subject }: RegisterEntry): string {
  return [subject.organisation, subject.commonName].filter((part) => part !== undefined).join(', ');
}

/** So many of those whom a list was given to are named on one line. */
const mostAddressees = 3;

/** To whom the cover letter of a list goes (G-18, N-14): everybody whom it was given to, each once; empty as long as there is nobody. */
export function addresseesOfList({ given = [] }: Pick<CrlRecord, 'given'>): string {
  const everybody = [...new Set(given.flatMap(({ addressees }) => addressees))];
  const named = everybody.slice(0, mostAddressees).join('; ');
  return everybody.length <= mostAddressees
    ? named
    : `${named} және басқалары (барлығы ${String(everybody.length)})`;
}

function lettered(
  kind: OutgoingKind,
  recordNumber: string,
  at: Instant,
  addressee: string,
  recordId: string,
): OutgoingLetter {
  return {
    number: outgoingNumber(kind, recordNumber),
    kind,
    at,
    date: calendarDateOf(at),
    addressee,
    recordId,
  };
}
