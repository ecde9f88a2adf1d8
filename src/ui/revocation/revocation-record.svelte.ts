import type { CalendarDate } from '#domain/base/calendar-date.ts';
import { calendarDateOf } from '#domain/base/instant.ts';
import { announcedDays } from '#domain/calendar/announced-days.ts';
import type { HolidayTable } from '#domain/calendar/holiday-table.ts';
import { firstPublished } from '#domain/crl/publication.ts';
import type { CrlRecord } from '#domain/crl/published-crl.ts';
import type { RegisterEntry } from '#domain/register/register-entry.ts';
import { type RevocationComparison, compareRevocation } from '#domain/revocation/compare-revocation.ts';
import type { Application } from '#domain/application/application.ts';
import type { RevocationCase } from '#domain/revocation/revocation-case.ts';
import { type UnfoundedRevocation, mayApplyFor, whyUnfounded } from '#domain/revocation/standing.ts';
import { Action } from '#ui/state/action.svelte.ts';
import { rulesUnder } from '#ui/state/rules.ts';
import type { Session } from '#ui/state/session.svelte.ts';
import { isLate } from './due-text.ts';
import { type RevocationState, answeredState } from './revocation-list.svelte.ts';

/** One case before its officer: what it says, what the register says, and the decision. */
export class RevocationRecord {
  readonly session: Session;
  readonly action: Action;
  revocationCase = $state.raw<RevocationCase>();
  entry = $state.raw<RegisterEntry>();
  signer = $state.raw<RegisterEntry>();
  /** The case that closed this one, and the application whose certificate is to come in place of the old one. */
  overtaking = $state.raw<RevocationCase>();
  replacement = $state.raw<Application>();
  /** The first published list that carries it (R-13, N-11). */
  firstCrl = $state.raw<CrlRecord>();
  /** A list that carries it was signed, published or not. */
  isSigned = $state(false);
  table = $state.raw<HolidayTable>(announcedDays);
  missing = $state(false);

  constructor(session: Session) {
    this.session = session;
    this.action = new Action(session);
  }

  async load(id: string): Promise<void> {
    const reading = await this.session.office.store.read();
    const revocationCase = await reading.get('revocation', id);
    this.missing = revocationCase === undefined;
    if (revocationCase === undefined) return;
    this.table = (await reading.get('calendar', 'calendar'))?.rows ?? announcedDays;
    const entry = await reading.get('entry', revocationCase.serialNumber);
    const { source } = revocationCase;
    const signerSerial = source.type === 'application' ? source.electronic?.signerSerialNumber : undefined;
    this.signer = signerSerial === undefined ? undefined : await reading.get('entry', signerSerial);
    const crls = entry?.revocation === undefined ? [] : await reading.list('crl');
    this.firstCrl = entry === undefined ? undefined : firstPublished(crls)(entry);
    this.isSigned = entry?.firstCrl !== undefined;
    const { decision, replacement } = revocationCase;
    this.overtaking = decision?.by === undefined ? undefined : await reading.get('revocation', decision.by);
    this.replacement =
      replacement === undefined ? undefined : await reading.get('application', replacement.applicationId);
    this.entry = entry;
    this.revocationCase = revocationCase;
  }

  get today(): CalendarDate {
    return calendarDateOf(this.session.office.clock.now());
  }

  get state(): RevocationState {
    const { revocationCase } = this;
    const answered = answeredState(revocationCase);
    if (answered !== undefined) return answered;
    if (revocationCase?.decision !== undefined) return revocationCase.decision.outcome;
    return revocationCase !== undefined && isLate(this.today, revocationCase.dueOn) ? 'late' : 'open';
  }

  get comparison(): readonly RevocationComparison[] {
    const { revocationCase, entry } = this;
    if (revocationCase?.source.type !== 'application' || entry === undefined) return [];
    return compareRevocation(revocationCase.source.content, entry);
  }

  get signerMayApply(): boolean {
    const source = this.revocationCase?.source;
    if (this.signer === undefined || this.entry === undefined || source?.type !== 'application') return true;
    return mayApplyFor(this.signer, this.entry, source.representative?.iin);
  }

  /** Why this case does not revoke this certificate, as the act would say it: only refusing is left. */
  get unfounded(): UnfoundedRevocation | null {
    const { revocationCase, entry, session, today, signer } = this;
    if (revocationCase === undefined || entry === undefined) return null;
    const rules = rulesUnder(session, revocationCase);
    return whyUnfounded(revocationCase, { entry, rules, today, signer });
  }

  async revoke(note: string): Promise<boolean> {
    const { revocationCase } = this;
    if (revocationCase === undefined) return false;
    const text = note.trim();
    const done = await this.action.perform(() =>
      this.session.office.acts.decideRevocation({
        caseId: revocationCase.id,
        confirmedCorrect: true,
        ...(text === '' ? {} : { text }),
      }),
    );
    return done.ok;
  }

  async refuse(text: string): Promise<boolean> {
    const { revocationCase } = this;
    if (revocationCase === undefined) return false;
    const done = await this.action.perform(() =>
      this.session.office.acts.refuseRevocation({ caseId: revocationCase.id, text }),
    );
    return done.ok;
  }
}
