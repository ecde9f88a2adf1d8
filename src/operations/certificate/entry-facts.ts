import type { Accreditation, PaperPlace, RegisterEntry } from '#domain/register/register-entry.ts';
import { type CalendarDate, compareCalendarDates } from '#domain/base/calendar-date.ts';
import { type Result, err, ok } from '#domain/base/result.ts';
import { tidyText } from '#domain/base/text.ts';
import { type TransactionRefusal, newSalt, transact } from '#operations/transact.ts';
import type { Desk } from '#ports/desk.ts';

export type EntryFactRefusal =
  | TransactionRefusal
  | {
      readonly type: 'EntryMissing' | 'EntryArchived' | 'PlaceMissing' | 'AccreditationIncomplete' | 'Locked';
    }
  /** The register knows one that lasts longer: an older paper takes nothing away. */
  | { readonly type: 'AccreditationNotLater'; readonly known: CalendarDate };

/** where the paper original lies; a later record takes the place of the one before, which stays in the log. */
export function recordPaperPlace(
  desk: Desk,
  command: { readonly serialNumber: string } & PaperPlace,
): Promise<Result<RegisterEntry, EntryFactRefusal>> {
  return change(desk, command.serialNumber, 'paper-placed', (entry) => {
    const folder = tidyText(command.folder);
    const sheet = tidyText(command.sheet);
    if (folder === '' || sheet === '') return err({ type: 'PlaceMissing' });
    return ok({ ...entry, paperPlace: { folder, sheet } });
  });
}

/** the owner presented a new accreditation certificate; its last day is watched from now on. */
export function recordAccreditation(
  desk: Desk,
  command: { readonly serialNumber: string; readonly accreditation: Accreditation },
): Promise<Result<RegisterEntry, EntryFactRefusal>> {
  return change(desk, command.serialNumber, 'accreditation-recorded', (entry) => {
    const { number, date, issuer, validUntil } = command.accreditation;
    const accreditation = { number: tidyText(number), issuer: tidyText(issuer), date, validUntil };
    if (entry.accreditation === undefined || accreditation.number === '' || accreditation.issuer === '')
      return err({ type: 'AccreditationIncomplete' });
    const known = entry.accreditation.validUntil;
    if (compareCalendarDates(validUntil, known) <= 0) return err({ type: 'AccreditationNotLater', known });
    return ok({ ...entry, accreditation });
  });
}

function change(
  desk: Desk,
  serialNumber: string,
  act: 'paper-placed' | 'accreditation-recorded',
  changed: (entry: RegisterEntry) => Result<RegisterEntry, EntryFactRefusal>,
): Promise<Result<RegisterEntry, EntryFactRefusal>> {
  return transact<RegisterEntry, EntryFactRefusal>(desk, async (snapshot) => {
    if (desk.custody.officerId() === null) return err({ type: 'Locked' });
    const before = await snapshot.get('entry', serialNumber);
    if (before === undefined) return err({ type: 'EntryMissing' });
    if (before.archived !== undefined) return err({ type: 'EntryArchived' });
    const after = changed(before);
    if (!after.ok) return after;
    const record = { ...after.value, salt: newSalt(desk.random) };
    return ok({
      acts: [{ act, subjects: [serialNumber], puts: [{ collection: 'entry', record }] }],
      answer: record,
    });
  });
}
