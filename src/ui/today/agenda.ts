import { type CalendarDate, addDays, compareCalendarDates } from '#domain/base/calendar-date.ts';
import { type Instant, calendarDateOf } from '#domain/base/instant.ts';
import { type Period, workingDaysLeft } from '#domain/calendar/period.ts';
import type { HolidayTable } from '#domain/calendar/holiday-table.ts';

/** One thing to do: who or what, until when, by which clause, and how the date came about. */
export interface AgendaItem {
  readonly id: string;
  readonly kind:
    | 'revocation'
    | 'crl-due'
    | 'crl-unpublished'
    | 'unlisted'
    | 'application'
    | 'approved'
    | 'undelivered'
    | 'expiring'
    | 'accreditation'
    | 'issuer-crl'
    | 'owner-notice'
    | 'leaving'
    | 'renewal'
    | 'rehearsal'
    | 'paper'
    | 'package'
    | 'backup';
  readonly text: string;
  readonly href: string;
  readonly dueOn?: CalendarDate;
  readonly clause?: string;
  /** From how many days ahead it is to be prepared; absent: a week. */
  readonly remindDays?: number;
  /** For a statutory period: every day from the event on. */
  readonly period?: Period;
}

export type AgendaPart = 'overdue' | 'today' | 'week' | 'soon' | 'later' | 'waiting';

export interface PlacedItem extends AgendaItem {
  readonly part: AgendaPart;
  readonly workingDaysLeft?: number;
}

/** Places each item by its date; what has none waits. Within a part the earliest comes first. */
export function placeAgenda(
  items: readonly AgendaItem[],
  now: Instant,
  table: HolidayTable,
): readonly PlacedItem[] {
  const today = calendarDateOf(now);
  return items
    .map((item): PlacedItem => {
      if (item.dueOn === undefined) return { ...item, part: 'waiting' };
      return {
        ...item,
        part: partOf(item, item.dueOn, today),
        workingDaysLeft: workingDaysLeft(today, item.dueOn, table),
      };
    })
    .sort((a, b) => ((a.dueOn ?? '9999') < (b.dueOn ?? '9999') ? -1 : 1));
}

function partOf({ remindDays = 7 }: AgendaItem, dueOn: CalendarDate, today: CalendarDate): AgendaPart {
  const order = compareCalendarDates(dueOn, today);
  if (order < 0) return 'overdue';
  if (order === 0) return 'today';
  if (compareCalendarDates(dueOn, addDays(today, 7)) <= 0) return 'week';
  return compareCalendarDates(dueOn, addDays(today, remindDays)) <= 0 ? 'soon' : 'later';
}

/** Things of one kind that wait together are one line: what is to be done with all of them is one thing. */
export interface AlikeItems {
  readonly kind: GroupedKind;
  /** Where they are done together. */
  readonly href: string;
  readonly items: readonly PlacedItem[];
}

const togetherAt = {
  application: '#/applications',
  approved: '#/applications',
  undelivered: '#/register',
  expiring: '#/register',
} as const satisfies Partial<Record<AgendaItem['kind'], string>>;

export type GroupedKind = keyof typeof togetherAt;

/** From how many on. */
const manyAlike = 4;

/** What stands by itself, in its order, and what goes together. */
export function groupAlike(items: readonly PlacedItem[]): {
  readonly single: readonly PlacedItem[];
  readonly alike: readonly AlikeItems[];
} {
  const alike = (Object.keys(togetherAt) as GroupedKind[]).flatMap((kind): AlikeItems[] => {
    const ofKind = items.filter((item) => item.kind === kind);
    return ofKind.length < manyAlike ? [] : [{ kind, href: togetherAt[kind], items: ofKind }];
  });
  const grouped = new Set(alike.flatMap((group) => group.items));
  return { single: items.filter((item) => !grouped.has(item)), alike };
}
