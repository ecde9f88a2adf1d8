import { generationOf } from '#domain/authority/generations.ts';
import { daysBetween } from '#domain/base/calendar-date.ts';
import { type Instant, calendarDateOf } from '#domain/base/instant.ts';
import { nextListDue } from '#domain/crl/cadence.ts';
import { newestOf } from '#domain/crl/crl-duty.ts';
import { type KeyState, keyStates } from '#domain/crl/key-states.ts';
import type { CrlRecord } from '#domain/crl/published-crl.ts';
import type { FormContent } from '#domain/form/content.ts';
import { crlPlanPaper } from '#ui/form/paper-of.ts';
import { registerIndexOf } from '#ui/register/register-search.svelte.ts';
import { Action } from '#ui/state/action.svelte.ts';
import type { Session } from '#ui/state/session.svelte.ts';

/** The CRLs of the station, newest first, those of each key apart, and the act of signing the next one. */
export class CrlList {
  readonly session: Session;
  readonly action: Action;
  crls = $state.raw<readonly CrlRecord[]>([]);
  /** The keys before the one that issues, the newest of them first. */
  formers = $state.raw<readonly KeyState[]>([]);
  present = $state.raw<KeyState>();
  /** Issued by the key that issues now, revoked, and in no CRL so far. */
  unlisted = $state(0);
  now = $state.raw<Instant>();
  loaded = $state(false);

  constructor(session: Session) {
    this.session = session;
    this.action = new Action(session);
  }

  /** The newest list of the key that issues. */
  get last(): CrlRecord | undefined {
    const { station } = this.session;
    return station === undefined ? undefined : newestOf(this.crls, generationOf(station));
  }

  /** When the next list is due: by the cadence, never after nextUpdate; of an authority that has ceased the last list stands. */
  get due(): Instant | undefined {
    return this.last === undefined ? undefined : this.dueAfter(this.last);
  }

  dueAfter(crl: CrlRecord): Instant {
    const { station } = this.session;
    return station === undefined ? crl.nextUpdate : nextListDue(crl, station.settings);
  }

  /** Calendar days until then; negative when it has passed. */
  get daysLeft(): number {
    return this.daysTo(this.due);
  }

  /** A year of lists from today, for a paper. */
  get plan(): FormContent | undefined {
    const { last, now, session } = this;
    const { station } = session;
    const key = this.present;
    if (last === undefined || now === undefined || station === undefined || key === undefined)
      return undefined;
    return crlPlanPaper(session, last, { now, keyEnds: key.notAfter });
  }

  daysTo(at: Instant | undefined): number {
    const { now } = this;
    if (at === undefined || now === undefined) return 0;
    return daysBetween(calendarDateOf(now), calendarDateOf(at));
  }

  async load(): Promise<void> {
    const { office } = this.session;
    const reading = await office.store.read();
    this.crls = await reading.list('crl', { reverse: true });
    const { entries } = await registerIndexOf(this.session);
    const now = office.clock.now();
    const { station } = this.session;
    const keys = station === undefined ? [] : keyStates(station, this.crls, entries, now);
    this.formers = keys.filter(({ isPresent }) => !isPresent).toReversed();
    this.present = keys.find(({ isPresent }) => isPresent);
    this.unlisted = this.present?.unlisted ?? 0;
    this.now = now;
    this.loaded = true;
  }

  /** Signs the next list of the key that issues, or of a former one, and goes to the new list, where it is written to the medium. */
  async sign(generation?: number): Promise<void> {
    const signed = await this.action.perform(() =>
      this.session.office.acts.signCrl(generation === undefined ? {} : { generation }),
    );
    if (signed.ok) location.hash = `#/crl/${signed.value.id}`;
  }
}
