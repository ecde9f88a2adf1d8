import { rulesOf } from '#domain/authority/rule-sets.ts';
import { calendarDateOf } from '#domain/base/instant.ts';
import { type Result, err, ok } from '#domain/base/result.ts';
import { addPeriod } from '#domain/calendar/period.ts';
import { type DaysRefusal, daysRefusal } from '#domain/application/days.ts';
import type { ParsedRevocationLetter } from '#domain/revocation/parse-revocation-letter.ts';
import type { RevocationCase } from '#domain/revocation/revocation-case.ts';
import { type RevocationLetter, revocationLetterKey } from '#domain/revocation/revocation-letter.ts';
import { type RevokeRefusal, revocationFor } from '#domain/revocation/revoke-entry.ts';
import { type UnfoundedRevocation, reasonCodeOf, whyGroundUnproven } from '#domain/revocation/standing.ts';
import type { Desk } from '#ports/desk.ts';
import { officeCalendar } from '#operations/office-rules.ts';
import { nextRunningNumber } from '#operations/running-number.ts';
import { type TransactionRefusal, newId, newSalt, transact } from '#operations/transact.ts';

export type ReceiveRevocationLetterRefusal =
  | TransactionRefusal
  | RevokeRefusal
  | DaysRefusal
  | UnfoundedRevocation
  | { readonly type: 'Locked' | 'StationMissing' | 'EntryMissing' | 'ListEmpty' }
  | { readonly type: 'FormOfOtherAuthority'; readonly form: string }
  /** Another case for that certificate waits for its decision. */
  | { readonly type: 'CaseOpen'; readonly number: string }
  /** This very letter, by body, number and day, is here already. */
  | { readonly type: 'LetterTwice'; readonly letterId: string; readonly number: string };

/**
 * G-12.1, G-14: registers a body's letter to revoke with a case for each of its persons, or nothing of it. The two working
 * days run from the day after its arrival; what is not on the list in the register any more is named.
 */
export function receiveRevocationLetter(
  desk: Desk,
  command: { readonly letter: ParsedRevocationLetter; readonly draftId?: string },
): Promise<Result<RevocationLetter, ReceiveRevocationLetterRefusal>> {
  return transact<RevocationLetter, ReceiveRevocationLetterRefusal>(desk, async (snapshot, time) => {
    const officer = desk.custody.officerId();
    if (officer === null) return err({ type: 'Locked' });
    const station = await snapshot.get('station', 'station');
    if (station === undefined) return err({ type: 'StationMissing' });
    const { content, persons } = command.letter;
    const rules = rulesOf(station);
    if (!rules.forms.revocation.includes(content.form))
      return err({ type: 'FormOfOtherAuthority', form: content.form });
    if (persons.length === 0) return err({ type: 'ListEmpty' });
    const key = revocationLetterKey(content);
    const [before] = await snapshot.list('revocationLetter', { index: 'key', only: key, limit: 1 });
    if (before !== undefined) return err({ type: 'LetterTwice', letterId: before.id, number: before.number });
    const table = await officeCalendar(snapshot);
    const today = calendarDateOf(time);
    const { arrivedOn } = command.letter;
    const wrong = daysRefusal({ arrivedOn, paperDate: content.bodyDate }, today);
    if (wrong !== null) return err(wrong);
    const { dueOn } = addPeriod(arrivedOn, rules.periods.revocation, table);
    const letterId = newId(desk.random);
    const received = {
      receivedAt: time,
      receivedBy: officer,
      ruleSet: station.ruleSet,
      ...(arrivedOn === today ? {} : { arrivedOn }),
    };
    const cases: RevocationCase[] = [];
    for (const person of persons) {
      const { serialNumber } = person.content;
      const entry = await snapshot.get('entry', serialNumber);
      if (entry === undefined) return err({ type: 'EntryMissing' });
      const others = await snapshot.list('revocation', { index: 'serialNumber', only: serialNumber });
      const open = others.find(({ decision }) => decision === undefined);
      if (open !== undefined) return err({ type: 'CaseOpen', number: open.number });
      const { ground, invalidityDate, carrier, writtenOn } = person;
      const annexWrong = daysRefusal({ arrivedOn, paperDate: writtenOn }, today);
      if (annexWrong !== null) return err(annexWrong);
      const reasonCode = reasonCodeOf(rules, ground);
      const record: RevocationCase = {
        id: newId(desk.random),
        salt: newSalt(desk.random),
        number: await nextRunningNumber(snapshot, 'revocation', time, cases.length),
        ...received,
        ...(writtenOn === arrivedOn ? {} : { writtenOn }),
        serialNumber,
        source: { type: 'application', content: { ...person.content, letterId } },
        ground,
        ...(reasonCode === undefined ? {} : { reasonCode }),
        ...(invalidityDate === undefined ? {} : { invalidityDate }),
        dueOn,
        carrier,
      };
      const unproven = whyGroundUnproven(record, rules);
      if (unproven !== null) return err(unproven);
      // What could not be revoked is no case: said now, before anything is written.
      const possible = revocationFor(entry, { caseId: record.id, ...record }, time);
      if (!possible.ok) return possible;
      cases.push(record);
    }
    const letter: RevocationLetter = {
      id: letterId,
      salt: newSalt(desk.random),
      number: await nextRunningNumber(snapshot, 'revocationLetter', time),
      ...received,
      content,
      caseIds: cases.map(({ id }) => id),
    };
    return ok({
      acts: [
        {
          act: 'revocation-letter-received',
          subjects: [letter.id, letter.number],
          puts: [{ collection: 'revocationLetter', record: letter }],
        },
        ...cases.map((record) => ({
          act: 'revocation-received' as const,
          subjects: [record.id, record.serialNumber],
          puts: [{ collection: 'revocation' as const, record }],
        })),
      ],
      unauditedRemovals:
        command.draftId === undefined ? [] : [{ collection: 'draft' as const, id: command.draftId }],
      answer: letter,
    });
  });
}
