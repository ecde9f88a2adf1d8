import {
  type CalendarDate,
  compareCalendarDates,
  datePartsOf,
  formatCalendarDate,
  parseTypedDate,
} from '#domain/base/calendar-date.ts';
import { calendarDateOf } from '#domain/base/instant.ts';
import { announcedDays } from '#domain/calendar/announced-days.ts';
import type { HolidayRow } from '#domain/calendar/holiday-table.ts';
import { words } from '#ui/i18n/language.svelte.ts';
import { Action } from '#ui/state/action.svelte.ts';
import type { Session } from '#ui/state/session.svelte.ts';
import type { FieldError } from './address-errors.ts';

/** A row as typed. */
export interface TypedRow {
  readonly key: number;
  kind: HolidayRow['kind'];
  off: string;
  working: string;
  source: string;
  calculated: boolean;
}

/** The table of moved days and of Kurban Ait, edited row by row and saved whole. */
export class CalendarForm {
  readonly session: Session;
  readonly action: Action;
  rows = $state<TypedRow[]>([]);
  allYears = $state(false);
  errors = $state.raw<readonly FieldError[]>([]);
  #keys = 0;
  #edits = 0;

  constructor(session: Session) {
    this.session = session;
    this.action = new Action(session);
  }

  /** Rows of the years that deadlines of today can reach; earlier ones only when asked for. */
  get shown(): readonly { readonly row: TypedRow; readonly number: number }[] {
    const { year } = datePartsOf(calendarDateOf(this.session.office.clock.now()));
    const numbered = this.rows.map((row, i) => ({ row, number: i + 1 }));
    return this.allYears ? numbered : numbered.filter(({ row }) => !(yearOf(row) < year - 1));
  }

  async load(): Promise<void> {
    const reading = await this.session.office.store.read();
    const kept = (await reading.get('calendar', 'calendar'))?.rows ?? announcedDays;
    this.rows = [...kept]
      .sort((a, b) => compareCalendarDates(a.off, b.off))
      .map((row) => ({
        key: this.#nextKey(),
        kind: row.kind,
        off: formatCalendarDate(row.off),
        working: row.working === undefined ? '' : formatCalendarDate(row.working),
        source: row.source,
        calculated: row.calculated === true,
      }));
  }

  /** Something was typed into a row. */
  touch(): void {
    this.#edits += 1;
  }

  add(): void {
    this.touch();
    this.rows.push({
      key: this.#nextKey(),
      kind: 'moved-day',
      off: '',
      working: '',
      source: '',
      calculated: false,
    });
  }

  remove(row: TypedRow): void {
    this.touch();
    this.rows = this.rows.filter(({ key }) => key !== row.key);
  }

  async save(): Promise<void> {
    if (this.action.working) return;
    this.action.clear();
    const read = this.rows.map((row, i) => readRow(row, i + 1));
    const rows = read.flatMap(({ row }) => (row === undefined ? [] : [row]));
    this.errors = [...read.flatMap(({ errors }) => errors), ...this.#twice()];
    if (this.errors.length > 0) return;
    const edits = this.#edits;
    const changed = await this.action.perform(() => this.session.office.acts.changeCalendar({ rows }));
    if (!changed.ok) return;
    this.action.say(() => words.t.station.calendarSaved);
    // In the order of their days, unless the next change is being typed.
    if (this.#edits === edits) await this.load();
  }

  #twice(): readonly FieldError[] {
    const seen = new Set<string>();
    return this.rows.flatMap(({ off }, i) => {
      const date = typedDate(off);
      if (date === null) return [];
      const isTwice = seen.has(date);
      seen.add(date);
      return isTwice
        ? [{ fieldId: `calendar-off-${String(i + 1)}`, text: words.t.station.rowWrong.twice(i + 1) }]
        : [];
    });
  }

  #nextKey(): number {
    this.#keys += 1;
    return this.#keys;
  }
}

function readRow(typed: TypedRow, number: number): { row?: HolidayRow; errors: readonly FieldError[] } {
  const t = words.t.station.rowWrong;
  const errors: FieldError[] = [];
  const off = typedDate(typed.off);
  const working = typed.kind === 'moved-day' ? typedDate(typed.working) : undefined;
  const source = typed.source.trim();
  if (off === null) errors.push({ fieldId: `calendar-off-${String(number)}`, text: t.off(number) });
  if (working === null)
    errors.push({ fieldId: `calendar-working-${String(number)}`, text: t.working(number) });
  if (source === '') errors.push({ fieldId: `calendar-source-${String(number)}`, text: t.source(number) });
  if (off === null || working === null || errors.length > 0) return { errors };
  const row: HolidayRow = {
    kind: typed.kind,
    off,
    source,
    ...(working === undefined ? {} : { working }),
    ...(typed.calculated ? { calculated: true } : {}),
  };
  return { row, errors };
}

function typedDate(text: string): CalendarDate | null {
  const read = parseTypedDate(text);
  return read.ok ? read.value.date : null;
}

/** NaN while the date is being typed: such a row is shown. */
function yearOf({ off }: TypedRow): number {
  const date = typedDate(off);
  return date === null ? NaN : datePartsOf(date).year;
}
