import type { ArchivePackage } from '#domain/archive/archive-package.ts';
import { type HeldRecord, planArchive } from '#domain/archive/archive-plan.ts';
import { endedGenerations } from '#domain/archive/ended-keys.ts';
import {
  dueInYear,
  keptByYear,
  type KeptRecord,
  keptRecords,
  type KeptYear,
  mayLeave,
} from '#domain/archive/keeping.ts';
import { firstRuleSet } from '#domain/authority/rule-sets.ts';
import { type CalendarDate, datePartsOf } from '#domain/base/calendar-date.ts';
import { calendarDateOf } from '#domain/base/instant.ts';
import type { Session } from '#ui/state/session.svelte.ts';

/** What is kept and until when, read again after each commit. */
export class ArchiveView {
  readonly session: Session;
  today = $state.raw<CalendarDate>();
  years = $state.raw<readonly KeptYear[]>([]);
  /** The last day of keeping is in this year and not over yet. */
  due = $state.raw<readonly KeptRecord[]>([]);
  /** The last day of keeping is over. */
  past = $state.raw<readonly KeptRecord[]>([]);
  /** Of those, the ones that may not go to the archive yet. */
  held = $state.raw<readonly HeldRecord[]>([]);
  /** How many go with the next package, and how many with later ones. */
  ready = $state(0);
  waiting = $state(0);
  /** Newest first. */
  packages = $state.raw<readonly ArchivePackage[]>([]);
  /** The year of the next last day of keeping. */
  next = $state<number>();
  /** Applications without a decision: their end cannot be told yet. */
  open = $state(0);
  loaded = $state(false);

  constructor(session: Session) {
    this.session = session;
  }

  get year(): number {
    return this.today === undefined ? 0 : datePartsOf(this.today).year;
  }

  async load(): Promise<void> {
    const { office, station = { ruleSet: firstRuleSet, kind: 'N' as const } } = this.session;
    const reading = await office.store.read();
    const now = office.clock.now();
    const today = calendarDateOf(now);
    const packages = await reading.list('archivePackage');
    const register = {
      entries: await reading.list('entry', { index: 'number' }),
      crls: await reading.list('crl'),
      applications: await reading.list('application', { index: 'number' }),
      cases: await reading.list('revocation'),
      attachments: await reading.list('attachment'),
      archivedJournals: packages.flatMap(({ journals }) => journals),
      endedGenerations: endedGenerations(await reading.get('station', 'station'), now),
    };
    const records = keptRecords(station, register, today);
    const plan = planArchive(station, register, now);
    this.today = today;
    this.years = keptByYear(records);
    this.past = records.filter((record) => mayLeave(record, today));
    this.held = plan.held;
    this.ready = plan.records.length;
    this.waiting = plan.waiting;
    this.packages = packages.reverse();
    this.due = dueInYear(records, datePartsOf(today).year).filter((record) => !mayLeave(record, today));
    const [next] = keptByYear(records.filter((record) => !mayLeave(record, today)));
    this.next = next?.year;
    this.open = records.filter(
      ({ kind, keepUntil }) => kind === 'application' && keepUntil === undefined,
    ).length;
    this.loaded = true;
  }
}
