import type { AuditRecord } from '#domain/audit/audit-record.ts';
import { type CalendarDate, compareCalendarDates, formatCalendarDate } from '#domain/base/calendar-date.ts';
import { calendarDateOf } from '#domain/base/instant.ts';
import { dateTimeSecondsOf } from '#ui/i18n/format.ts';
import { words } from '#ui/i18n/language.svelte.ts';
import type { Session } from '#ui/state/session.svelte.ts';
import { type ActGroup, groupOf } from './act-groups.ts';
import { type ActSubject, actSubjects } from './act-subject.ts';
import { endsSession, isByWords, sessionBefore } from './words-sessions.ts';

export interface AuditRow {
  readonly record: AuditRecord;
  readonly subjects: readonly ActSubject[];
  /** Under the officer's name, by whoever had the recovery words. */
  readonly byWords: boolean;
}

export interface AuditFilter {
  readonly group?: ActGroup | undefined;
  readonly officer?: string | undefined;
  readonly from?: CalendarDate | undefined;
  readonly to?: CalendarDate | undefined;
}

const shownAtOnce = 50;
const readAtOnce = 200;

/** The log, newest first: read by keyset from the end, so that a long one costs no more than a short one. */
export class AuditView {
  readonly session: Session;
  filter = $state.raw<AuditFilter>({});
  rows = $state.raw<readonly AuditRow[]>([]);
  loaded = $state(false);
  hasMore = $state(false);
  /** How many are shown, and of which filter: a commit takes nothing away from who has gone on to older ones. */
  #wanted = shownAtOnce;
  #asked = this.filter;
  #loading = 0;

  constructor(session: Session) {
    this.session = session;
  }

  get chips(): readonly { readonly id: keyof AuditFilter; readonly text: string }[] {
    const t = words.t.audit;
    const { group, officer, from, to } = this.filter;
    return [
      ...(group === undefined ? [] : [{ id: 'group' as const, text: t.groups[group] }]),
      ...(officer === undefined ? [] : [{ id: 'officer' as const, text: this.officerName(officer) }]),
      ...(from === undefined ? [] : [{ id: 'from' as const, text: t.fromChip(formatCalendarDate(from)) }]),
      ...(to === undefined ? [] : [{ id: 'to' as const, text: t.toChip(formatCalendarDate(to)) }]),
    ];
  }

  officerName(id: string): string {
    const t = words.t.audit;
    if (id === 'station') return t.station;
    return this.session.officers.find((officer) => officer.id === id)?.name ?? t.unknownOfficer(id);
  }

  /** Who did it, and whether it was by the recovery words under that name. */
  doerOf({ record, byWords }: Pick<AuditRow, 'record' | 'byWords'>): string {
    const name = this.officerName(record.officer);
    return byWords ? `${name} (${words.t.audit.openedByRecoveryWords})` : name;
  }

  async load(): Promise<void> {
    if (this.#asked !== this.filter) this.#wanted = shownAtOnce;
    this.#asked = this.filter;
    await this.#read();
  }

  async more(): Promise<void> {
    this.#wanted += shownAtOnce;
    await this.#read();
  }

  /** Every record that the filters let through, oldest first, as cells of a table. */
  async tableRows(): Promise<readonly (readonly string[])[]> {
    const reading = await this.session.office.store.read();
    const cells: string[][] = [];
    let session: readonly AuditRecord[] = [];
    for (let after = ''; ;) {
      const page = await reading.list('audit', { limit: readAtOnce, ...(after === '' ? {} : { after }) });
      for (const record of page) {
        if (endsSession(record)) session = [record];
        if (!fits(record, this.filter)) continue;
        const byWords = isByWords(record, session);
        const subjects = await actSubjects(record, reading);
        cells.push([
          String(record.seq),
          dateTimeSecondsOf(record.time),
          this.doerOf({ record, byWords }),
          words.t.audit.acts[record.act],
          subjects.map(({ text }) => text).join('; '),
          record.hash,
        ]);
      }
      const last = page.at(-1);
      if (last === undefined) return cells;
      after = last.id;
    }
  }

  async #read(): Promise<void> {
    this.#loading += 1;
    const mine = this.#loading;
    const { filter } = this;
    const wanted = this.#wanted;
    const reading = await this.session.office.store.read();
    const found: Omit<AuditRow, 'byWords'>[] = [];
    const sessions: AuditRecord[] = [];
    let after: string | undefined;
    let ended = false;
    while (found.length < wanted && !ended) {
      const page = await reading.list('audit', {
        reverse: true,
        limit: readAtOnce,
        ...(after === undefined ? {} : { after }),
      });
      ended = page.length < readAtOnce;
      for (const record of page) {
        if (found.length === wanted) {
          ended = false;
          break;
        }
        after = record.id;
        if (endsSession(record)) sessions.push(record);
        if (isBefore(record, filter.from)) {
          ended = true;
          break;
        }
        if (fits(record, filter)) found.push({ record, subjects: await actSubjects(record, reading) });
      }
    }
    if (after !== undefined) sessions.push(...(await sessionBefore(reading, after)));
    // Another filter was chosen meanwhile, or more of it asked for: that reading is the one to show.
    if (mine !== this.#loading) return;
    this.hasMore = !ended;
    this.rows = found.map((row) => ({ ...row, byWords: isByWords(row.record, sessions) }));
    this.loaded = true;
  }
}

function fits(record: AuditRecord, { group, officer, from, to }: AuditFilter): boolean {
  if (group !== undefined && groupOf(record.act) !== group) return false;
  if (officer !== undefined && record.officer !== officer) return false;
  if (isBefore(record, from)) return false;
  return to === undefined || compareCalendarDates(calendarDateOf(record.time), to) <= 0;
}

function isBefore(record: AuditRecord, from: CalendarDate | undefined): boolean {
  return from !== undefined && compareCalendarDates(calendarDateOf(record.time), from) < 0;
}
