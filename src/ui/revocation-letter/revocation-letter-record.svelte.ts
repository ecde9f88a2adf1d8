import type { CalendarDate } from '#domain/base/calendar-date.ts';
import { ok } from '#domain/base/result.ts';
import { calendarDateOf } from '#domain/base/instant.ts';
import { announcedDays } from '#domain/calendar/announced-days.ts';
import type { HolidayTable } from '#domain/calendar/holiday-table.ts';
import type { RegisterEntry } from '#domain/register/register-entry.ts';
import type { OwnerNoticeWay, RevocationCase } from '#domain/revocation/revocation-case.ts';
import type { RevocationLetter } from '#domain/revocation/revocation-letter.ts';
import type { DecideOutcome } from '#operations/revocation/decide-many.ts';
import { Action } from '#ui/state/action.svelte.ts';
import type { Session } from '#ui/state/session.svelte.ts';

export interface ListedCase {
  readonly revocationCase: RevocationCase;
  readonly entry: RegisterEntry | undefined;
}

/** A body's letter to revoke before its officer: its persons, and what is done with all of them. */
export class RevocationLetterRecord {
  readonly session: Session;
  readonly action: Action;
  letter = $state.raw<RevocationLetter>();
  rows = $state.raw<readonly ListedCase[]>([]);
  table = $state.raw<HolidayTable>(announcedDays);
  missing = $state(false);

  constructor(session: Session) {
    this.session = session;
    this.action = new Action(session);
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
    const { letter, session } = this;
    if (letter === undefined) return;
    const caseIds = this.open.map(({ revocationCase }) => revocationCase.id);
    await this.action.perform(async () => {
      const bodies = await session.office.acts.bodies();
      return ok(
        await session.tasks.run<readonly DecideOutcome[]>(
          'cease',
          { href: `#/revocations/letters/${letter.id}`, total: caseIds.length },
          ({ onProgress, cancellation }) =>
            bodies.decideRevocations({ caseIds, confirmedCorrect: true }, { onProgress, cancellation }),
        ),
      );
    });
  }

  async notifyAll(way: OwnerNoticeWay): Promise<void> {
    const { acts } = this.session.office;
    const caseIds = this.untold.map(({ revocationCase }) => revocationCase.id);
    await this.action.perform(async () => (await acts.bodies()).notifyOwners({ caseIds, way }));
  }
}
