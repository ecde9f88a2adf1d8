import { rulesOf } from '#domain/authority/rule-sets.ts';
import type { Application } from '#domain/application/application.ts';
import { type Letter, type IssueLetter, letterKey } from '#domain/application/letter.ts';
import type { ParsedLetter } from '#domain/application/parse-letter.ts';
import type { Attachment } from '#domain/application/attachment.ts';
import { type DaysRefusal, daysRefusal } from '#domain/application/days.ts';
import type { CalendarDate } from '#domain/base/calendar-date.ts';
import { calendarDateOf } from '#domain/base/instant.ts';
import { type NumberOfFuture, numberOfFuture } from '#domain/party/numbers-in-time.ts';
import { type Result, err, ok } from '#domain/base/result.ts';
import type { Desk } from '#ports/desk.ts';
import type { Snapshot } from '#ports/register-store.ts';
import { nextRunningNumber, nextRunningNumbers } from '#operations/running-number.ts';
import { type Act, type TransactionRefusal, newId, newSalt, transact } from '#operations/transact.ts';

export interface ReceivedLetter extends ParsedLetter {
  /** Of the signatory's document (G-4), already encrypted to the station's scans key. */
  readonly scans: readonly { readonly attachment: Attachment; readonly ageFile: Uint8Array }[];
}

export type ReceiveLetterRefusal =
  | TransactionRefusal
  | DaysRefusal
  | NumberOfFuture
  /** G-2.7: nobody said that the applicant is a central or local executive body. */
  | { readonly type: 'Locked' | 'StationMissing' | 'ListEmpty' | 'StateBodyUnconfirmed' }
  | { readonly type: 'FormOfOtherAuthority'; readonly form: string }
  | LetterTwice;

/** This very letter, by body, number and day, was taken in before: its own number here says where it is. */
export interface LetterTwice {
  readonly type: 'LetterTwice';
  readonly letterId: string;
  readonly number: string;
}

/**
 * Registers a body's letter with all its persons, each as an application of its own, or nothing of it (G-2.7, G-3). A letter
 * that is here already is named and not taken in a second time.
 */
export function receiveLetter(
  desk: Desk,
  command: { readonly letter: ReceivedLetter; readonly draftId?: string },
): Promise<Result<IssueLetter, ReceiveLetterRefusal>> {
  return transact<IssueLetter, ReceiveLetterRefusal>(desk, async (snapshot, time) => {
    const officer = desk.custody.officerId();
    if (officer === null) return err({ type: 'Locked' });
    const station = await snapshot.get('station', 'station');
    if (station === undefined) return err({ type: 'StationMissing' });
    const { content, persons, scans, arrivedOn, isStateBody } = command.letter;
    if (!rulesOf(station).forms.issue.includes(content.form))
      return err({ type: 'FormOfOtherAuthority', form: content.form });
    if (persons.length === 0) return err({ type: 'ListEmpty' });
    if (!isStateBody) return err({ type: 'StateBodyUnconfirmed' });
    const untimely = untimelyRefusal(command.letter, calendarDateOf(time));
    if (untimely !== null) return err(untimely);
    const twice = await letterBefore(snapshot, content);
    if (twice !== null) return err(twice);
    const letterId = newId(desk.random);
    const received = { arrivedOn, receivedAt: time, receivedBy: officer, ruleSet: station.ruleSet };
    const numbers = await nextRunningNumbers(snapshot, 'application', time, persons.length);
    const applications = persons.map(({ paperDate = content.bodyDate, ...person }, at): Application => ({
      id: newId(desk.random),
      salt: newSalt(desk.random),
      number: numbers[at] ?? '',
      ...received,
      paperDate,
      content: { ...person, letterId },
    }));
    const letter: IssueLetter = {
      id: letterId,
      salt: newSalt(desk.random),
      number: await nextRunningNumber(snapshot, 'letter', time),
      ...received,
      key: letterKey(content),
      content,
      applicationIds: applications.map(({ id }) => id),
      stateBodyConfirmed: { officer, at: time },
    };
    const acts: Act[] = [
      {
        act: 'letter-received',
        subjects: [letter.id, letter.number],
        puts: [
          { collection: 'letter', record: letter },
          ...scans.map(({ attachment }) => ({ collection: 'attachment' as const, record: attachment })),
        ],
      },
      ...applications.map((record): Act => ({
        act: 'application-received',
        subjects: [record.id, record.number],
        puts: [{ collection: 'application', record }],
      })),
    ];
    const { draftId } = command;
    return ok({
      acts,
      unauditedPuts: scans.map(({ attachment, ageFile }) => ({
        collection: 'blob' as const,
        record: { id: attachment.id, octets: ageFile },
      })),
      unauditedRemovals: draftId === undefined ? [] : [{ collection: 'draft' as const, id: draftId }],
      answer: letter,
    });
  });
}

/** Days out of their order, of the letter or of an annex; the body or a person that was not there yet when the letter arrived. */
function untimelyRefusal(
  { content, persons, arrivedOn }: ReceivedLetter,
  enteredOn: CalendarDate,
): DaysRefusal | NumberOfFuture | null {
  const { bodyDate, body } = content;
  for (const paperDate of [bodyDate, ...persons.flatMap((person) => person.paperDate ?? [])]) {
    const refusal = daysRefusal({ arrivedOn, paperDate }, enteredOn);
    if (refusal !== null) return refusal;
  }
  for (const numbers of [{ bin: body.bin }, ...persons.map(({ iin }) => ({ iin }))]) {
    const refusal = numberOfFuture(numbers, arrivedOn);
    if (refusal !== null) return refusal;
  }
  return null;
}

/** Null when no letter of that form, body, day and number is in the register. */
export async function letterBefore(
  snapshot: Snapshot,
  content: Letter['content'],
): Promise<LetterTwice | null> {
  const [before] = await snapshot.list('letter', { index: 'key', only: letterKey(content), limit: 1 });
  return before === undefined ? null : { type: 'LetterTwice', letterId: before.id, number: before.number };
}
