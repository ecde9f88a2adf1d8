import type { CalendarDate } from '#domain/base/calendar-date.ts';
import { calendarDateOf } from '#domain/base/instant.ts';
import { announcedDays } from '#domain/calendar/announced-days.ts';
import type { HolidayTable } from '#domain/calendar/holiday-table.ts';
import type { RegisterEntry } from '#domain/register/register-entry.ts';
import type { OwnerNoticeWay, RevocationCase } from '#domain/revocation/revocation-case.ts';
import type { RevocationLetter } from '#domain/revocation/revocation-letter.ts';
import type { DecideOutcome } from '#operations/revocation/decide-many.ts';
import { refusalText } from '#ui/i18n/refusal-text.ts';
import type { Session } from '#ui/state/session.svelte.ts';

export interface ListedCase {
  readonly revocationCase: RevocationCase;
  readonly entry: RegisterEntry | undefined;
}

/** A body's letter to revoke before its officer: its persons, and what is done with all of them. */
export class RevocationLetterRecord {
  readonly session: Session;
  letter = $state.raw<RevocationLetter>();
  rows = $state.raw<readonly ListedCase[]>([]);
  table = $state.raw<HolidayTable>(announcedDays);
  missing = $state(false);
  working = $state(false);
  error = $state<string>();

  constructor(session: Session) {
    this.session = session;
  }

  get today(): CalendarDate {
    return calendarDateOf(this.session.office.clock.now());
  }

  async load(id: string): Promise<void> {
    const reading = await this.session.office.store.read();
    const letter = await reading.get('revocationLetter', id);
    this.missing = letter === undefined;
    if (letter === undefined) return;
    this.table = (await reading.get('calendar', 'calendar'))?.rows ?? announcedDays;
    const rows: ListedCase[] = [];
    for (const caseId of letter.caseIds) {
      const revocationCase = await reading.get('revocation', caseId);
      if (revocationCase !== undefined)
        rows.push({ revocationCase, entry: await reading.get('entry', revocationCase.serialNumber) });
    }
    this.rows = rows;
    this.letter = letter;
  }

  get open(): readonly ListedCase[] {
    return this.rows.filter(({ revocationCase }) => revocationCase.decision === undefined);
  }

  /** Revoked, and their owners not told yet (G-15). */
  get untold(): readonly ListedCase[] {
    return this.rows.filter(
      ({ revocationCase }) =>
        revocationCase.decision?.outcome === 'revoked' && revocationCase.ownerNotice === undefined,
    );
  }

  /** All that are still open, as one long work of the tab. */
  async revokeAll(): Promise<void> {
    const { letter } = this;
    if (letter === undefined || !this.#mayAct()) return;
    const caseIds = this.open.map(({ revocationCase }) => revocationCase.id);
    const bodies = await this.session.office.acts.bodies();
    await this.session.tasks.run<readonly DecideOutcome[]>(
      'cease',
      { href: `#/revocations/letters/${letter.id}`, total: caseIds.length },
      ({ onProgress, cancellation }) =>
        bodies.decideRevocations({ caseIds, confirmedCorrect: true }, { onProgress, cancellation }),
    );
  }

  async notifyAll(way: OwnerNoticeWay): Promise<void> {
    if (!this.#mayAct()) return;
    this.working = true;
    const caseIds = this.untold.map(({ revocationCase }) => revocationCase.id);
    const bodies = await this.session.office.acts.bodies();
    const told = await bodies.notifyOwners({ caseIds, way });
    this.working = false;
    this.error = told.ok ? undefined : refusalText(told.error);
  }

  #mayAct(): boolean {
    if (this.working) return false;
    if (!this.session.unlocked) {
      this.session.unlockAsked = true;
      return false;
    }
    return true;
  }
}
