import type { CalendarDate } from '#domain/base/calendar-date.ts';
import { calendarDateOf } from '#domain/base/instant.ts';
import { announcedDays } from '#domain/calendar/announced-days.ts';
import type { HolidayTable } from '#domain/calendar/holiday-table.ts';
import type { RegisterEntry } from '#domain/register/register-entry.ts';
import { type RevocationCase, isOpen } from '#domain/revocation/revocation-case.ts';
import type { Session } from '#ui/state/session.svelte.ts';
import { isLate } from './due-text.ts';

export interface RevocationRow {
  readonly revocationCase: RevocationCase;
  readonly entry: RegisterEntry | undefined;
}

export type RevocationState = 'open' | 'late' | 'revoked' | 'refused' | 'overtaken';

/** At a field station, by what its authority has answered; undefined before, and at an authority. */
export function answeredState(
  found: Pick<RevocationCase, 'answer'> | undefined,
): RevocationState | undefined {
  const outcome = found?.answer?.outcome;
  return outcome === 'declined' ? 'refused' : outcome;
}

const pageLength = 50;

/** Cases, those to be decided first by their deadline; all of them, newest first, when asked for. */
export class RevocationList {
  readonly session: Session;
  all = $state(false);
  pages = $state(1);
  loaded = $state(false);
  total = $state(0);
  table = $state.raw<HolidayTable>(announcedDays);
  rows = $state.raw<readonly RevocationRow[]>([]);
  matching = $state(0);

  constructor(session: Session) {
    this.session = session;
  }

  get today(): CalendarDate {
    return calendarDateOf(this.session.office.clock.now());
  }

  async load(): Promise<void> {
    const reading = await this.session.office.store.read();
    this.table = (await reading.get('calendar', 'calendar'))?.rows ?? announcedDays;
    const cases = await reading.list('revocation', { index: 'number', reverse: true });
    const wanted = this.all
      ? cases
      : cases
          .filter(isOpen)
          .sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : a.number < b.number ? -1 : 1));
    const rows: RevocationRow[] = [];
    for (const revocationCase of wanted.slice(0, this.pages * pageLength))
      rows.push({ revocationCase, entry: await reading.get('entry', revocationCase.serialNumber) });
    this.total = cases.length;
    this.matching = wanted.length;
    this.rows = rows;
    this.loaded = true;
  }

  stateOf(revocationCase: RevocationCase): RevocationState {
    const { decision, dueOn } = revocationCase;
    const answered = answeredState(revocationCase);
    if (answered !== undefined) return answered;
    if (decision !== undefined) return decision.outcome;
    return isLate(this.today, dueOn) ? 'late' : 'open';
  }
}
