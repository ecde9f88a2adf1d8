import { addPeriod } from '#domain/calendar/period.ts';
import { type Instant, calendarDateOf } from '#domain/base/instant.ts';
import { type Result, err, ok } from '#domain/base/result.ts';
import type { ReasonCode } from '#domain/register/register-entry.ts';
import {
  type RevocationCase,
  type RevocationSource,
  periodRunsFrom,
} from '#domain/revocation/revocation-case.ts';
import type { Desk } from '#ports/desk.ts';
import { officeCalendar, rulesAtDesk } from '#operations/office-rules.ts';
import { nextRunningNumber } from '#operations/running-number.ts';
import { type TransactionRefusal, newId, newSalt, transact } from '#operations/transact.ts';

export interface ReceiveRevocationCommand {
  readonly serialNumber: string;
  readonly source: RevocationSource;
  readonly ground: string;
  readonly reasonCode?: ReasonCode;
  readonly invalidityDate?: Instant;
  readonly draftId?: string;
}

export type ReceiveRevocationRefusal =
  | TransactionRefusal
  | { readonly type: 'Locked' | 'EntryMissing' | 'EntryArchived' | 'StationMissing' }
  | { readonly type: 'CaseOpen'; readonly number: string };

/** N-8, N-9: a ground arrives; the period for the decision runs from the day after. */
export function receiveRevocation(
  desk: Desk,
  command: ReceiveRevocationCommand,
): Promise<Result<RevocationCase, ReceiveRevocationRefusal>> {
  return transact<RevocationCase, ReceiveRevocationRefusal>(desk, async (snapshot, time) => {
    const officer = desk.custody.officerId();
    if (officer === null) return err({ type: 'Locked' });
    const station = await snapshot.get('station', 'station');
    if (station === undefined) return err({ type: 'StationMissing' });
    const entry = await snapshot.get('entry', command.serialNumber);
    if (entry === undefined) return err({ type: 'EntryMissing' });
    if (entry.archived !== undefined) return err({ type: 'EntryArchived' });
    const cases = await snapshot.list('revocation', { index: 'serialNumber', only: command.serialNumber });
    const open = cases.find(({ decision }) => decision === undefined);
    if (open !== undefined) return err({ type: 'CaseOpen', number: open.number });
    const table = await officeCalendar(snapshot);
    const runsFrom = periodRunsFrom(command.source, calendarDateOf(time));
    const period = addPeriod(runsFrom, rulesAtDesk(desk, station).periods.revocation, table);
    const { serialNumber, source, ground, reasonCode, invalidityDate, draftId } = command;
    const record: RevocationCase = {
      id: newId(desk.random),
      salt: newSalt(desk.random),
      number: await nextRunningNumber(snapshot, 'revocation', time),
      receivedAt: time,
      receivedBy: officer,
      serialNumber,
      source,
      ground,
      ...(reasonCode === undefined ? {} : { reasonCode }),
      ...(invalidityDate === undefined ? {} : { invalidityDate }),
      dueOn: period.dueOn,
    };
    return ok({
      acts: [
        {
          act: 'revocation-received',
          subjects: [record.id, serialNumber],
          puts: [{ collection: 'revocation', record }],
        },
      ],
      unauditedRemovals: draftId === undefined ? [] : [{ collection: 'draft' as const, id: draftId }],
      answer: record,
    });
  });
}
