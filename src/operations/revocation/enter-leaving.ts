import { rulesOf } from '#domain/authority/rule-sets.ts';
import { calendarDateOf } from '#domain/base/instant.ts';
import { type Result, err, ok } from '#domain/base/result.ts';
import {
  type LeavingFacts,
  type LeavingNotice,
  type LeavingRefusal,
  examineLeaving,
  noticePeriod,
} from '#domain/revocation/leaving.ts';
import type { Desk } from '#ports/desk.ts';
import { officeCalendar } from '#operations/office-rules.ts';
import { type TransactionRefusal, newId, newSalt, transact } from '#operations/transact.ts';

export type EnterLeavingRefusal =
  | TransactionRefusal
  | LeavingRefusal
  | { readonly type: 'Locked' | 'StationMissing' | 'EntryMissing' | 'NoLeavingHere' };

/** G-13: a notice that an owner left or moved, late or not. It revokes nothing. */
export function enterLeaving(
  desk: Desk,
  command: { readonly serialNumber: string; readonly facts: LeavingFacts },
): Promise<Result<LeavingNotice, EnterLeavingRefusal>> {
  return transact<LeavingNotice, EnterLeavingRefusal>(desk, async (snapshot, enteredAt) => {
    const enteredBy = desk.custody.officerId();
    if (enteredBy === null) return err({ type: 'Locked' });
    const station = await snapshot.get('station', 'station');
    if (station === undefined) return err({ type: 'StationMissing' });
    const { serialNumber, facts } = command;
    if ((await snapshot.get('entry', serialNumber)) === undefined) return err({ type: 'EntryMissing' });
    const wrong = examineLeaving(facts, calendarDateOf(enteredAt));
    if (wrong !== null) return err(wrong);
    const table = await officeCalendar(snapshot);
    const period = noticePeriod(facts.leftOn, rulesOf(station), table);
    if (!period.ok) return period;
    const record: LeavingNotice = {
      id: newId(desk.random),
      salt: newSalt(desk.random),
      serialNumber,
      ...facts,
      dueOn: period.value.dueOn,
      enteredAt,
      enteredBy,
    };
    return ok({
      acts: [
        {
          act: 'leaving-entered',
          subjects: [record.id, serialNumber],
          puts: [{ collection: 'leaving', record }],
        },
      ],
      answer: record,
    });
  });
}
