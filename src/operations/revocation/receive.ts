import type { FromStation } from '#domain/application/application.ts';
import { rulesOf } from '#domain/authority/rule-sets.ts';
import { purposeOf } from '#domain/authority/station.ts';
import { bytesEqual } from '#domain/base/bytes.ts';
import { addPeriod } from '#domain/calendar/period.ts';
import type { CalendarDate } from '#domain/base/calendar-date.ts';
import { type Instant, calendarDateOf } from '#domain/base/instant.ts';
import { type Result, err, ok } from '#domain/base/result.ts';
import type { RegisterEntry } from '#domain/register/register-entry.ts';
import { type DaysRefusal, daysRefusal } from '#domain/application/days.ts';
import {
  type RevocationCase,
  type RevocationSource,
  isOpen,
  periodRunsFrom,
} from '#domain/revocation/revocation-case.ts';
import { revocationItemOf } from '#domain/exchange/package/revocation-item.ts';
import { writeRevocationText } from '#domain/revocation/revocation-text.ts';
import {
  type UnfoundedRevocation,
  mayApplyFor,
  reasonCodeOf,
  whyGroundUnproven,
} from '#domain/revocation/standing.ts';
import type { Desk } from '#ports/desk.ts';
import type { Snapshot } from '#ports/register-store.ts';
import { officeCalendar } from '#operations/office-rules.ts';
import { nextRunningNumber } from '#operations/running-number.ts';
import { type ElectronicRefusal, verifiedAgain } from './electronic.ts';
import { type Act, type TransactionRefusal, newId, newSalt, transact } from '#operations/transact.ts';

export interface ReceiveRevocationCommand {
  readonly serialNumber: string;
  readonly source: RevocationSource;
  readonly ground: string;
  readonly invalidityDate?: Instant;
  /** The day on which the paper arrived; absent: today. */
  readonly arrivedOn?: CalendarDate;
  /** The day that stands on the application; absent: that of the arrival. */
  readonly writtenOn?: CalendarDate;
  readonly draftId?: string;
  /** Of one that a field station took in: its id there, and where it came from. */
  readonly origin?: { readonly id: string; readonly from: FromStation };
}

export type ReceiveRevocationRefusal =
  | TransactionRefusal
  | { readonly type: 'Locked' | 'EntryMissing' | 'EntryArchived' | 'StationMissing' }
  | { readonly type: 'CaseOpen'; readonly number: string }
  /** At a field station: what no package carries has to be brought to the authority itself. */
  | { readonly type: 'SourceNotCarried' }
  | DaysRefusal
  | UnfoundedRevocation
  | ElectronicRefusal
  /** N-10: what is to be registered is not what was signed. */
  | { readonly type: 'SignedContentDiffers' }
  | { readonly type: 'AppliedBefore'; readonly number: string };

/**
 * N-8, N-9: a ground arrives with its paper; the period for the decision runs from the day after the arrival. Whether the
 * application speaks of this certificate is decided later, and it may be refused; an electronic one (N-10) is verified here once more.
 */
export function receiveRevocation(
  desk: Desk,
  command: ReceiveRevocationCommand,
): Promise<Result<RevocationCase, ReceiveRevocationRefusal>> {
  return transact<RevocationCase, ReceiveRevocationRefusal>(desk, async (snapshot, time) => {
    const officer = desk.custody.officerId();
    if (officer === null) return err({ type: 'Locked' });
    const received = await receivedCase(desk, snapshot, command, { time, officer, skip: 0 });
    if (!received.ok) return received;
    const { draftId } = command;
    return ok({
      acts: [caseReceptionOf(received.value)],
      unauditedRemovals: draftId === undefined ? [] : [{ collection: 'draft' as const, id: draftId }],
      answer: received.value,
    });
  });
}

/**
 * One case as it is registered in the act of that time; `skip`: how many are before it in the same act. A field station has no register of
 * certificates: it takes the paper, and the authority judges it.
 */
export async function receivedCase(
  desk: Desk,
  snapshot: Snapshot,
  command: ReceiveRevocationCommand,
  { time, officer, skip }: { readonly time: Instant; readonly officer: string; readonly skip: number },
): Promise<Result<RevocationCase, ReceiveRevocationRefusal>> {
  const station = await snapshot.get('station', 'station');
  if (station === undefined) return err({ type: 'StationMissing' });
  const entry = await snapshot.get('entry', command.serialNumber);
  if (entry === undefined && purposeOf(station) === 'authority') return err({ type: 'EntryMissing' });
  if (entry?.archived !== undefined) return err({ type: 'EntryArchived' });
  const cases = await snapshot.list('revocation', { index: 'serialNumber', only: command.serialNumber });
  const open = cases.find(isOpen);
  if (open !== undefined) return err({ type: 'CaseOpen', number: open.number });
  const today = calendarDateOf(time);
  const { serialNumber, ground, invalidityDate, arrivedOn = today, writtenOn, origin } = command;
  const rules = rulesOf(station);
  const unproven =
    whyGroundUnproven(command, rules) ?? daysRefusal({ arrivedOn, paperDate: writtenOn }, today);
  if (unproven !== null) return err(unproven);
  const source = await verifiedSource(desk, snapshot, command, { entry, time });
  if (!source.ok) return source;
  const table = await officeCalendar(snapshot);
  const runsFrom = periodRunsFrom(source.value, arrivedOn);
  const period = addPeriod(runsFrom, rules.periods.revocation, table);
  const reasonCode = reasonCodeOf(rules, ground);
  const record: RevocationCase = {
    id: origin?.id ?? newId(desk.random),
    salt: newSalt(desk.random),
    number: await nextRunningNumber(snapshot, 'revocation', time, skip),
    receivedAt: time,
    receivedBy: officer,
    ...(origin === undefined ? {} : { fromStation: origin.from }),
    ruleSet: station.ruleSet,
    ...(arrivedOn === today ? {} : { arrivedOn }),
    ...(writtenOn === undefined || writtenOn === arrivedOn ? {} : { writtenOn }),
    serialNumber,
    source: source.value,
    ground,
    ...(reasonCode === undefined ? {} : { reasonCode }),
    ...(invalidityDate === undefined ? {} : { invalidityDate }),
    dueOn: period.dueOn,
  };
  return purposeOf(station) === 'field' && revocationItemOf(record, arrivedOn) === null
    ? err({ type: 'SourceNotCarried' })
    : ok(record);
}

export function caseReceptionOf(record: RevocationCase): Act {
  return {
    act: 'revocation-received',
    subjects: [record.id, record.serialNumber],
    puts: [
      // What came from elsewhere brings its id along, and takes nothing else's place.
      { collection: 'revocation', record, ...(record.fromStation === undefined ? {} : { isNew: true }) },
    ],
  };
}

/** N-10: what is registered is what was signed, by somebody who may, with a certificate that is in force in this very act. */
async function verifiedSource(
  desk: Desk,
  snapshot: Snapshot,
  command: ReceiveRevocationCommand,
  { entry, time }: { readonly entry: RegisterEntry | undefined; readonly time: Instant },
): Promise<Result<RevocationSource, ReceiveRevocationRefusal>> {
  const { source, ground, invalidityDate, writtenOn } = command;
  if (source.type !== 'application' || source.electronic === undefined) return ok(source);
  if (entry === undefined) return err({ type: 'EntryMissing' });
  const { content, representative } = source;
  const again = await verifiedAgain(desk, snapshot, source.electronic, time);
  if (!again.ok) return again;
  const { application, evidence, signer } = again.value;
  if (content.form !== 'N-F4' && content.form !== 'N-F5') return err({ type: 'SignedContentDiffers' });
  const registered = writeRevocationText({
    content,
    ground,
    ...(invalidityDate === undefined ? {} : { invalidityDate }),
    writtenOn: writtenOn ?? calendarDateOf(time),
  });
  const isSigned =
    registered === writeRevocationText(application) &&
    // The text has the day, the register a moment: that of the day.
    invalidityDate === application.invalidityDate &&
    application.content.serialNumber === command.serialNumber;
  if (!isSigned) return err({ type: 'SignedContentDiffers' });
  if (!mayApplyFor(signer, entry, representative?.iin)) return err({ type: 'SignerMayNotApply' });
  // Refused once, it is not brought again by whoever has the file: the owner signs another.
  const before = await snapshot.list('revocation', { index: 'serialNumber', only: command.serialNumber });
  const same = before.find(
    (each) =>
      each.source.type === 'application' &&
      each.source.electronic !== undefined &&
      bytesEqual(each.source.electronic.cmsDer, evidence.cmsDer),
  );
  if (same !== undefined) return err({ type: 'AppliedBefore', number: same.number });
  // The content is that of the text: what the form has no line for was signed by nobody.
  return ok({ ...source, content: application.content, electronic: evidence });
}
