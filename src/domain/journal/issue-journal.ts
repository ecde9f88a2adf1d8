import type { Application } from '#domain/application/application.ts';
import type { Letter } from '#domain/application/letter.ts';
import type { CalendarDate } from '#domain/base/calendar-date.ts';
import { calendarDateOf } from '#domain/base/instant.ts';
import { type Carrier, type CarrierFact, keyOnCarrier } from '#domain/carrier/carrier.ts';
import { type RegisterEntry, ownerName } from '#domain/register/register-entry.ts';
import { numberAndDay, termOfEntry } from './journal-text.ts';
import { type JournalCorrection, type JournalEvent, type JournalRow, numberRows } from './journal-row.ts';

/** One line of G-F3, but for its number. */
export interface IssueColumns {
  readonly bodyName: string;
  /** Number and day of the body's letter. */
  readonly letter: string;
  readonly ownerName: string;
  readonly issuedOn: CalendarDate;
  readonly carrierSerialNumber: string;
  readonly serialNumberHex: string;
  readonly blankNumbers: readonly string[];
  readonly term: readonly [CalendarDate, CalendarDate];
  /** Id of the officer who wrote the carrier, or read it. */
  readonly officer: string;
}

export interface IssueJournalSources {
  readonly carriers: readonly Carrier[];
  readonly entries: ReadonlyMap<string, RegisterEntry>;
  readonly applications: ReadonlyMap<string, Application>;
  readonly letters: ReadonlyMap<string, Letter>;
  readonly corrections: readonly JournalCorrection[];
}

/** G-9, G-F3: a line for every carrier that got its key, in the order in which they got it. */
export function issueJournal(sources: IssueJournalSources): readonly JournalRow<IssueColumns>[] {
  const events = sources.carriers.flatMap((carrier) => {
    const event = eventOf(carrier, sources);
    return event === null ? [] : [event];
  });
  const corrections = sources.corrections.filter(({ journal }) => journal === 'G-F3');
  return numberRows(events, corrections, corrected);
}

function eventOf(carrier: Carrier, sources: IssueJournalSources): JournalEvent<IssueColumns> | null {
  const { assigned, serialNumber, blankNumbers } = carrier;
  const reached = enteredBefore(carrier) ?? keyOnCarrier(carrier);
  if (assigned === undefined || reached === undefined) return null;
  const entry = sources.entries.get(assigned.certificate);
  if (entry === undefined) return null;
  const content = sources.applications.get(entry.applicationId)?.content;
  const letter = content?.form === 'G-F1a' ? sources.letters.get(content.letterId)?.content : undefined;
  return {
    key: entry.id,
    at: reached.at,
    order: String(entry.number).padStart(12, '0'),
    columns: {
      bodyName: letter?.body.name ?? entry.subject.organisation ?? '',
      letter: letter === undefined ? '' : numberAndDay(letter.bodyNumber, letter.bodyDate),
      ownerName: ownerName(entry.subject),
      issuedOn: calendarDateOf(entry.issuedAt),
      carrierSerialNumber: serialNumber,
      serialNumberHex: entry.id,
      blankNumbers,
      term: termOfEntry(entry),
      officer: reached.officer,
    },
  };
}

/** What was entered when the file lay in a folder, before it had to be seen again, stays where it stands: a line's number never changes. */
function enteredBefore({ written }: Carrier): CarrierFact | undefined {
  return written?.place === 'folder' && written.digest === undefined ? written : undefined;
}

function corrected(columns: IssueColumns, { columns: anew, officer }: JournalCorrection): IssueColumns {
  const { bodyName, letter, ownerName, carrierSerialNumber, blankNumbers } = anew;
  return {
    ...columns,
    ...(bodyName === undefined ? {} : { bodyName }),
    ...(letter === undefined ? {} : { letter }),
    ...(ownerName === undefined ? {} : { ownerName }),
    ...(carrierSerialNumber === undefined ? {} : { carrierSerialNumber }),
    ...(blankNumbers === undefined
      ? {}
      : { blankNumbers: blankNumbers.split(/[\s,;]+/u).filter((each) => each !== '') }),
    officer,
  };
}
