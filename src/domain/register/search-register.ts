/**
 * Finding again what is in the register (N-2.4), by name, IIN, BIN, serial number or running number. The index is a line
 * of text for each entry, made once and held in memory; a question over 10,000 entries takes a few milliseconds.
 */
import type { LegalRole, Purpose } from '#domain/application/application.ts';
import { type Instant, addSeconds, compareInstants } from '#domain/base/instant.ts';
import { hasWords, searchText, searchWords } from '#domain/base/search-words.ts';
import {
  type EntryStatus,
  type RegisterEntry,
  entryStatus,
  ownerName,
  ownerNumbers,
} from './register-entry.ts';

export interface RegisterIndex {
  readonly entries: readonly RegisterEntry[];
  /** At the same place as its entry: a blank before each word, so that the beginning of a word is found. */
  readonly texts: readonly string[];
}

export type SubscriberEntryKind = 'individual' | 'legal-entity';
export type EntryKind = SubscriberEntryKind | 'authority';

export interface RegisterQuestion {
  /** As typed. */
  readonly text: string;
  /** Absent: in every state. */
  readonly status?: EntryStatus;
  readonly purpose?: Purpose;
  readonly kind?: EntryKind;
  readonly legalRole?: LegalRole;
  /** In force now, and its term ends within so many days. */
  readonly expiringWithinDays?: number;
  /** Only what went to the archive; it is found among all the others as well. */
  readonly archived?: true;
}

export type RegisterSort = 'number' | 'name' | 'issued' | 'ends';

export interface RegisterOrder {
  readonly by: RegisterSort;
  readonly descending: boolean;
}

export interface RegisterAnswer {
  /** In the order asked for. */
  readonly found: readonly RegisterEntry[];
  /** How many more fit everything but the state. */
  readonly inOtherStates: number;
}

export function indexRegister(entries: readonly RegisterEntry[]): RegisterIndex {
  return { entries, texts: entries.map(textOf) };
}

/** `now` decides what is in force; `chainEnds` has the earliest end in the chain above for each generation of the authority's key. */
export function searchRegister(
  index: RegisterIndex,
  question: RegisterQuestion,
  order: RegisterOrder,
  now: Instant,
  chainEnds: ReadonlyMap<number, Instant> = new Map(),
): RegisterAnswer {
  const matches = matcherOf(question.text);
  const endsBefore =
    question.expiringWithinDays === undefined
      ? undefined
      : addSeconds(now, question.expiringWithinDays * 86_400);
  const found: RegisterEntry[] = [];
  let inOtherStates = 0;
  for (const [at, entry] of index.entries.entries()) {
    if (!fitsFilters(entry, question) || !matches(entry, index.texts[at] ?? '')) continue;
    const status = entryStatus(entry, now, chainEnds.get(entry.generation));
    if (endsBefore !== undefined) {
      if (status !== 'in-force' || compareInstants(entry.notAfter, endsBefore) > 0) continue;
    }
    if (question.status !== undefined && question.status !== status) inOtherStates++;
    else found.push(entry);
  }
  return { found: found.sort(comparerOf(order)), inOtherStates };
}

/**
 * The page after the entry of that number, which need not be there any more: what was issued or revoked meanwhile moves
 * nothing. `found` is in the order given.
 */
export function registerPage(
  found: readonly RegisterEntry[],
  order: RegisterOrder,
  after: RegisterEntry | undefined,
  length: number,
): readonly RegisterEntry[] {
  if (after === undefined) return found.slice(0, length);
  const compare = comparerOf(order);
  const from = found.findIndex((entry) => compare(entry, after) > 0);
  return from < 0 ? [] : found.slice(from, from + length);
}

function fitsFilters(
  entry: RegisterEntry,
  { purpose, kind, legalRole, archived }: RegisterQuestion,
): boolean {
  if (archived === true && entry.archived === undefined) return false;
  if (purpose !== undefined && entry.purpose !== purpose) return false;
  if (kind !== undefined && entryKind(entry) !== kind) return false;
  return legalRole === undefined || entry.legalRole === legalRole;
}

function entryKind({ subject }: RegisterEntry): EntryKind {
  if (subject.kind === 'authority') return 'authority';
  return subject.bin === undefined ? 'individual' : 'legal-entity';
}

/** Names, organisation and address of the owner as they sound; numbers as they are written. */
function textOf({ subject, id, number, applicationNumber }: RegisterEntry): string {
  const numbers = [...ownerNumbers(subject), id, String(number), applicationNumber].join(' ');
  return `${searchText(subject.commonName, ownerName(subject), subject.organisation ?? '', subject.email)} ${numbers}`;
}

type Matcher = (entry: RegisterEntry, text: string) => boolean;

/** Every word has to be in a word of the entry; what can only be a number is looked for as one. */
function matcherOf(typed: string): Matcher {
  const trimmed = typed.trim();
  if (trimmed === '') return () => true;
  const joined = trimmed.replace(/[\s:]/g, '').toLowerCase();
  // A serial number is 40 digits, read aloud and typed in groups; its folded letters would be Cyrillic.
  if (/^[0-9a-f]{8,40}$/.test(joined) && /\d/.test(joined))
    return (entry, text) => entry.id.startsWith(joined) || text.includes(` ${joined}`);
  if (/^№?\s*\d{1,7}$/.test(trimmed)) {
    const digits = trimmed.replace(/\D/g, '');
    return ({ number, subject }) =>
      number === Number(digits) ||
      (digits.length >= 4 && ownerNumbers(subject).some((each) => each.startsWith(digits)));
  }
  const words = /^\d{4}-\d+$/.test(trimmed) ? [trimmed] : searchWords(trimmed);
  if (words.length === 0) return () => false;
  return (_, text) => hasWords(text, words);
}

function comparerOf({ by, descending }: RegisterOrder): (a: RegisterEntry, b: RegisterEntry) => number {
  const sign = descending ? -1 : 1;
  const keyOf: Readonly<Record<RegisterSort, (entry: RegisterEntry) => string>> = {
    number: () => '',
    name: ({ sortKey }) => sortKey,
    issued: ({ issuedAt }) => issuedAt,
    ends: ({ notAfter }) => notAfter,
  };
  const key = keyOf[by];
  return (a, b) => {
    const [left, right] = [key(a), key(b)];
    // Two of one name, or of one second, stand in the order of their numbers.
    return sign * (left < right ? -1 : left > right ? 1 : a.number - b.number);
  };
}
