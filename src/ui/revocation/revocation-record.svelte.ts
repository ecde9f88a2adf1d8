import type { CalendarDate } from '#domain/base/calendar-date.ts';
import { calendarDateOf } from '#domain/base/instant.ts';
import { announcedDays } from '#domain/calendar/announced-days.ts';
import type { HolidayTable } from '#domain/calendar/holiday-table.ts';
import type { CrlRecord } from '#domain/crl/published-crl.ts';
import type { RegisterEntry } from '#domain/register/register-entry.ts';
import {
  type RevocationComparison,
  compareRevocation,
  mayApplyFor,
} from '#domain/revocation/compare-revocation.ts';
import type { RevocationCase } from '#domain/revocation/revocation-case.ts';
import { Action } from '#ui/state/action.svelte.ts';
import type { Session } from '#ui/state/session.svelte.ts';
import { isLate } from './due-text.ts';

/** One case before its officer: what it says, what the register says, and the decision. */
export class RevocationRecord {
  readonly session: Session;
  readonly action: Action;
  revocationCase = $state.raw<RevocationCase>();
  entry = $state.raw<RegisterEntry>();
  signer = $state.raw<RegisterEntry>();
  firstCrl = $state.raw<CrlRecord>();
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
    this.firstCrl =
      entry?.firstCrl === undefined ? undefined : await reading.get('crl', entry.firstCrl.padStart(20, '0'));
    this.entry = entry;
    this.revocationCase = revocationCase;
  }

  get today(): CalendarDate {
    return calendarDateOf(this.session.office.clock.now());
  }

  get state(): 'open' | 'late' | 'revoked' | 'refused' {
    const { revocationCase } = this;
    if (revocationCase?.decision !== undefined) return revocationCase.decision.outcome;
    return revocationCase !== undefined && isLate(this.today, revocationCase.dueOn) ? 'late' : 'open';
  }

  get comparison(): readonly RevocationComparison[] {
    const { revocationCase, entry } = this;
    if (revocationCase?.source.type !== 'application' || entry === undefined) return [];
    return compareRevocation(revocationCase.source.content, entry);
  }

  get signerMayApply(): boolean {
    if (this.signer === undefined || this.entry === undefined) return true;
    return mayApplyFor(this.signer.subject, this.entry.subject);
  }

  /** This application does not speak of this certificate: only refusing is left. */
  get isHindered(): boolean {
    return (
      !this.signerMayApply ||
      this.comparison.some(({ isDecisive, verdict }) => isDecisive && verdict === 'differs')
    );
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
