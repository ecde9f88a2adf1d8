import type { CalendarDate } from '#domain/base/calendar-date.ts';
import { calendarDateOf } from '#domain/base/instant.ts';
import { type RegisterEntry, ownerName } from '#domain/register/register-entry.ts';
import type { RevocationCase } from '#domain/revocation/revocation-case.ts';
import type { RevocationLetter } from '#domain/revocation/revocation-letter.ts';
import { type JournalCorrection, type JournalEvent, type JournalRow, numberRows } from './journal-row.ts';
import { termOfEntry } from './journal-text.ts';

/** On what paper the revocation rests: its number and day, as far as it has any. */
export type GroundPaper =
  | { readonly type: 'letter'; readonly number: string; readonly date: CalendarDate }
  | { readonly type: 'court'; readonly court: string; readonly number: string; readonly date: CalendarDate }
  /** Replacing (G-11): the case's own number. */
  | { readonly type: 'replacement'; readonly number: string }
  /** Stated by an officer of the authority, beyond the order: the case's own number. */
  | { readonly type: 'statement'; readonly number: string }
  /** As an officer wrote it when he put a line right. */
  | { readonly type: 'written'; readonly text: string };

/** One line of G-F5, but for its number. */
export interface RevocationColumns {
  readonly ownerName: string;
  readonly bodyName: string;
  /** In Kazakh, by the rule set of its case; absent where an officer wrote it. */
  readonly ground: string | undefined;
  readonly paper: GroundPaper;
  readonly term: readonly [CalendarDate, CalendarDate];
  readonly revokedOn: CalendarDate;
  readonly serialNumberHex: string;
  /** Id of the officer who revoked. */
  readonly officer: string;
}

export interface RevocationJournalSources {
  readonly cases: readonly RevocationCase[];
  readonly entries: ReadonlyMap<string, RegisterEntry>;
  readonly letters: ReadonlyMap<string, RevocationLetter>;
  /** Full names of bodies by BIN. */
  readonly bodies: ReadonlyMap<string, string>;
  readonly corrections: readonly JournalCorrection[];
  /** As a paper has it. */
  readonly groundOf: (revocationCase: RevocationCase) => string;
}

/** G-14, G-F5: a line for every revocation, in the order in which they were made. */
export function revocationJournal(
  sources: RevocationJournalSources,
): readonly JournalRow<RevocationColumns>[] {
  const events = sources.cases.flatMap((revocationCase) => {
    const event = eventOf(revocationCase, sources);
    return event === null ? [] : [event];
  });
  const corrections = sources.corrections.filter(({ journal }) => journal === 'G-F5');
  return numberRows(events, corrections, corrected);
}

function eventOf(
  revocationCase: RevocationCase,
  sources: RevocationJournalSources,
): JournalEvent<RevocationColumns> | null {
  const { decision } = revocationCase;
  const entry = sources.entries.get(revocationCase.serialNumber);
  if (decision?.outcome !== 'revoked' || entry === undefined) return null;
  const { subject } = entry;
  const bin = subject.kind === 'authority' ? undefined : subject.bin;
  return {
    key: revocationCase.id,
    at: decision.at,
    order: revocationCase.number,
    columns: {
      ownerName: ownerName(subject),
      bodyName: (bin === undefined ? undefined : sources.bodies.get(bin)) ?? subject.organisation ?? '',
      ground: sources.groundOf(revocationCase),
      paper: paperOf(revocationCase, sources.letters),
      term: termOfEntry(entry),
      revokedOn: calendarDateOf(decision.at),
      serialNumberHex: entry.id,
      officer: decision.officer,
    },
  };
}

function paperOf(
  revocationCase: RevocationCase,
  letters: ReadonlyMap<string, RevocationLetter>,
): GroundPaper {
  const { source, number } = revocationCase;
  if (source.type === 'court') {
    const { court, number: decisionNumber, date } = source.decision;
    return { type: 'court', court, number: decisionNumber, date };
  }
  if (source.type === 'application' && source.content.form === 'G-F4a') {
    const content = letters.get(source.content.letterId)?.content;
    if (content !== undefined) return { type: 'letter', number: content.bodyNumber, date: content.bodyDate };
  }
  return { type: source.type === 'replacement' ? 'replacement' : 'statement', number };
}

function corrected(
  columns: RevocationColumns,
  { columns: { bodyName, ownerName, ground }, officer }: JournalCorrection,
): RevocationColumns {
  return {
    ...columns,
    ...(bodyName === undefined ? {} : { bodyName }),
    ...(ownerName === undefined ? {} : { ownerName }),
    ...(ground === undefined ? {} : { ground: undefined, paper: { type: 'written' as const, text: ground } }),
    officer,
  };
}
