import { isEndedBy } from '#domain/application/answer.ts';
import {
  type Application,
  type ApplicationState,
  applicationState,
} from '#domain/application/application.ts';
import { applicantName, applicantNumbers } from '#domain/application/applicant.ts';
import { contentDigest } from '#domain/application/content-digest.ts';
import type { CalendarDate } from '#domain/base/calendar-date.ts';
import { calendarDateOf } from '#domain/base/instant.ts';
import { announcedDays } from '#domain/calendar/announced-days.ts';
import type { HolidayTable } from '#domain/calendar/holiday-table.ts';
import { hasWords, searchText, searchWords } from '#domain/base/search-words.ts';
import { rulesUnder } from '#ui/state/rules.ts';
import type { Session } from '#ui/state/session.svelte.ts';

export interface ApplicationRow {
  readonly application: Application;
  readonly state: ApplicationState;
  /** As search compares it. */
  readonly text: string;
}

const pageLength = 50;

/** The queue: newest first, by state and by what is typed; what still waits is shown from the start. */
export class ApplicationList {
  readonly session: Session;
  rows = $state.raw<readonly ApplicationRow[]>([]);
  loaded = $state(false);
  table = $state.raw<HolidayTable>(announcedDays);
  filter = $state<ApplicationState | 'waiting' | 'all'>('waiting');
  typed = $state('');
  shownCount = $state(pageLength);

  constructor(session: Session) {
    this.session = session;
  }

  get today(): CalendarDate {
    return calendarDateOf(this.session.office.clock.now());
  }

  async load(): Promise<void> {
    const { office } = this.session;
    const reading = await office.store.read();
    this.table = (await reading.get('calendar', 'calendar'))?.rows ?? announcedDays;
    const applications = await reading.list('application', { index: 'number', reverse: true });
    this.rows = applications.map((application) => {
      const { content } = application;
      return {
        application,
        state:
          shownState(application) ??
          applicationState(
            application,
            contentDigest(application, office.sha256),
            rulesUnder(this.session, application),
          ),
        text: searchText(
          applicantName(content),
          content.organisationName ?? '',
          content.email,
          ...applicantNumbers(content),
          application.number,
        ),
      };
    });
    this.loaded = true;
  }

  get found(): readonly ApplicationRow[] {
    const wanted = searchWords(this.typed);
    return this.rows.filter(({ state, text }) => fits(state, this.filter) && hasWords(text, wanted));
  }

  get approved(): readonly ApplicationRow[] {
    return this.rows.filter(({ state }) => state === 'approved');
  }

  showAll(): void {
    this.filter = 'all';
    this.typed = '';
  }

  more(): void {
    this.shownCount += pageLength;
  }
}

/** At a field station the authority's answer ends it, and nothing that was done here does. */
function shownState({ answer }: Application): ApplicationState | undefined {
  if (!isEndedBy(answer)) return undefined;
  return answer?.outcome === 'issued' ? 'issued' : 'refused';
}

function fits(state: ApplicationState, filter: ApplicationList['filter']): boolean {
  if (filter === 'all') return true;
  return filter === 'waiting' ? state !== 'issued' && state !== 'refused' : state === filter;
}
