import { rulesOf, rulesOfRecord, underSameRules } from '#domain/authority/rule-sets.ts';
import { correctionReason, withdrawnByCorrection } from './examine.ts';
import type {
  Application,
  ApplicationContent,
  FromStation,
  Relation,
  TakenRequest,
} from '#domain/application/application.ts';
import type { AuthorityRules } from '#domain/authority/rule-set.ts';
import { type DaysRefusal, type PaperDays, daysRefusal } from '#domain/application/days.ts';
import { type CalendarDate, compareCalendarDates } from '#domain/base/calendar-date.ts';
import { type Instant, calendarDateOf } from '#domain/base/instant.ts';
import { type NumberOfFuture, numberOfFuture } from '#domain/party/numbers-in-time.ts';
import { addPeriod } from '#domain/calendar/period.ts';
import type { Attachment } from '#domain/application/attachment.ts';
import { type Result, err, ok } from '#domain/base/result.ts';
import type { Desk } from '#ports/desk.ts';
import type { Put, Snapshot } from '#ports/register-store.ts';
import {
  type KeyCompromised,
  type KeyOfAuthority,
  requestedKeyOutlawed,
} from '#operations/application/known-key.ts';
import { isSentApplication } from '#operations/application/sent-application.ts';
import { officeCalendar } from '#operations/office-rules.ts';
import { nextRunningNumber } from '#operations/running-number.ts';
import { type Act, type TransactionRefusal, newId, newSalt, transact } from '#operations/transact.ts';

/** An application whose content was parsed (`parseApplication`) and whose request, if any, was proved. */
export interface ReceivedApplication {
  readonly content: ApplicationContent;
  readonly request?: TakenRequest;
  readonly relation?: Relation;
  /** Of one that a field station took in: its id there, where it came from, the rules that it is under. */
  readonly origin?: { readonly id: string; readonly from: FromStation; readonly ruleSet: string };
  /** Days of the paper and of its arrival; without them both are the day of entering. */
  readonly days?: PaperDays;
  /** Scans already encrypted to the station's scans key. */
  readonly scans: readonly { readonly attachment: Attachment; readonly ageFile: Uint8Array }[];
}

export type ReceiveRefusal =
  | TransactionRefusal
  | KeyCompromised
  | KeyOfAuthority
  | DaysRefusal
  | NumberOfFuture
  /** N-4.2: the term of the power of attorney was over when the application arrived. */
  | { readonly type: 'EndedBeforeArrival'; readonly arrivedOn: CalendarDate }
  | { readonly type: 'Locked' }
  | { readonly type: 'ApplicationMissing' }
  | { readonly type: 'AlreadyDecided' }
  /** At a field station: it stands in a package, and its authority corrects it. */
  | { readonly type: 'ApplicationSent' }
  /** The form is another authority's: a Root CA takes no application of a person. */
  | { readonly type: 'FormOfOtherAuthority'; readonly form: string };

/** Registers applications (R-4, N-2.8) with running numbers, all of them or none; drafts named are put away in the same commit. */
export function receiveApplications(
  desk: Desk,
  command: { readonly applications: readonly ReceivedApplication[]; readonly draftId?: string },
): Promise<Result<readonly Application[], ReceiveRefusal>> {
  return transact<readonly Application[], ReceiveRefusal>(desk, async (snapshot, time) => {
    const officer = desk.custody.officerId();
    if (officer === null) return err({ type: 'Locked' });
    const records: Application[] = [];
    for (const [skip, received] of command.applications.entries()) {
      const record = await receivedRecord(desk, snapshot, received, { time, officer, skip });
      if (!record.ok) return record;
      records.push(record.value);
    }
    const received = records.map((record, i) => receptionOf(record, command.applications[i]?.scans ?? []));
    const { draftId } = command;
    return ok({
      acts: received.map(({ act }) => act),
      unauditedPuts: received.flatMap(({ blobs }) => blobs),
      unauditedRemovals: draftId === undefined ? [] : [{ collection: 'draft' as const, id: draftId }],
      answer: records,
    });
  });
}

/** One application as it is registered in the act of that time; `skip`: how many are before it in the same act. */
export async function receivedRecord(
  desk: Pick<Desk, 'random' | 'sha1'>,
  snapshot: Snapshot,
  received: ReceivedApplication,
  { time, officer, skip }: { readonly time: Instant; readonly officer: string; readonly skip: number },
): Promise<Result<Application, ReceiveRefusal>> {
  const { content, request, relation, origin } = received;
  const station = await snapshot.get('station', 'station');
  if (station !== undefined && !rulesOf(station).forms.issue.includes(content.form))
    return err({ type: 'FormOfOtherAuthority', form: content.form });
  const outlawed = await requestedKeyOutlawed(desk, snapshot, received);
  if (outlawed !== null) return err(outlawed);
  const days = daysOf(received, calendarDateOf(time));
  const untimely = untimelyRefusal(content, days, calendarDateOf(time));
  if (untimely !== null) return err(untimely);
  const ruleSet = origin?.ruleSet ?? station?.ruleSet;
  const rules =
    station === undefined ? null : rulesOfRecord(station, { ruleSet: ruleSet ?? station.ruleSet });
  return ok({
    id: origin?.id ?? newId(desk.random),
    salt: newSalt(desk.random),
    number: await nextRunningNumber(snapshot, 'application', time, skip),
    ...days,
    receivedAt: time,
    receivedBy: officer,
    ...(origin === undefined ? {} : { fromStation: origin.from }),
    ...(rules === null ? {} : await decisionPeriod(snapshot, rules, days.arrivedOn)),
    content,
    ...(request === undefined ? {} : { request }),
    ...(relation === undefined ? {} : { relation }),
    ...(ruleSet === undefined ? {} : { ruleSet }),
  });
}

/** The act by which it is registered with its scans, and their octets. */
export function receptionOf(
  record: Application,
  scans: ReceivedApplication['scans'],
): { readonly act: Act; readonly blobs: readonly Put[] } {
  return {
    act: {
      act: 'application-received',
      subjects: [record.id, record.number],
      puts: [
        // What came from elsewhere brings its id along, and takes nothing else's place.
        { collection: 'application', record, ...(record.fromStation === undefined ? {} : { isNew: true }) },
        ...scans.map(({ attachment }) => ({ collection: 'attachment' as const, record: attachment })),
      ],
    },
    blobs: scans.map(({ attachment, ageFile }) => ({
      collection: 'blob' as const,
      record: { id: attachment.id, octets: ageFile },
    })),
  };
}

function daysOf({ days }: ReceivedApplication, enteredOn: CalendarDate): PaperDays {
  return days ?? { arrivedOn: enteredOn, paperDate: enteredOn };
}

/** Days out of their order; a person or body that was not there yet when the application arrived (N-5.1), or a power that had ended (N-4.2). */
function untimelyRefusal(
  content: ApplicationContent,
  days: PaperDays,
  enteredOn: CalendarDate,
): ReceiveRefusal | null {
  const outOfOrder = daysRefusal(days, enteredOn);
  if (outOfOrder !== null || content.form === 'R-F1') return outOfOrder;
  const { arrivedOn } = days;
  const hasEnded = content.documents.some(
    ({ validUntil }) => validUntil !== undefined && compareCalendarDates(validUntil, arrivedOn) < 0,
  );
  return numberOfFuture(content, arrivedOn) ?? (hasEnded ? { type: 'EndedBeforeArrival', arrivedOn } : null);
}

/** the period for the decision runs from the day after the arrival; the other authorities have none. */
async function decisionPeriod(
  snapshot: Snapshot,
  { periods: { decision } }: AuthorityRules,
  arrivedOn: CalendarDate,
): Promise<Pick<Application, 'dueOn'>> {
  if (decision === undefined) return {};
  const table = await officeCalendar(snapshot);
  return { dueOn: addPeriod(arrivedOn, decision, table).dueOn };
}

/** Corrects an application before its decision: its examination falls away, since it spoke of other content (I05). */
export function correctApplication(
  desk: Desk,
  command: {
    readonly applicationId: string;
    readonly corrected: ReceivedApplication;
    readonly draftId?: string;
  },
): Promise<Result<Application, ReceiveRefusal>> {
  return transact<Application, ReceiveRefusal>(desk, async (snapshot, at) => {
    const officer = desk.custody.officerId();
    if (officer === null) return err({ type: 'Locked' });
    const before = await snapshot.get('application', command.applicationId);
    if (before === undefined) return err({ type: 'ApplicationMissing' });
    if (before.issued !== undefined || before.decision?.outcome === 'refused')
      return err({ type: 'AlreadyDecided' });
    if (await isSentApplication(snapshot, before.id)) return err({ type: 'ApplicationSent' });
    const { content, request, relation, scans } = command.corrected;
    const outlawed = await requestedKeyOutlawed(desk, snapshot, command.corrected);
    if (outlawed !== null) return err(outlawed);
    const enteredOn = calendarDateOf(before.receivedAt);
    const days = command.corrected.days ?? keptDays(before);
    const untimely = untimelyRefusal(
      content,
      { arrivedOn: enteredOn, paperDate: enteredOn, ...days },
      enteredOn,
    );
    if (untimely !== null) return err(untimely);
    const station = await snapshot.get('station', 'station');
    const record: Application = {
      id: before.id,
      salt: newSalt(desk.random),
      number: before.number,
      ...days,
      receivedAt: before.receivedAt,
      receivedBy: before.receivedBy,
      ...correctors(before, officer),
      ...(before.fromStation === undefined ? {} : { fromStation: before.fromStation }),
      ...(before.dueOn === undefined ? {} : { dueOn: before.dueOn }),
      ...(station === undefined || command.corrected.days === undefined
        ? {}
        : await decisionPeriod(snapshot, rulesOfRecord(station, before), command.corrected.days.arrivedOn)),
      content,
      ...(request === undefined ? {} : { request }),
      ...(relation === undefined ? {} : { relation }),
      ...(before.examination === undefined ? {} : { examination: before.examination }),
      ...underSameRules(before),
      ...withdrawnByCorrection(before, { officer, at, reason: correctionReason }),
    };
    const { draftId } = command;
    return ok({
      acts: [
        {
          act: 'application-corrected',
          subjects: [record.id],
          puts: [
            { collection: 'application', record },
            ...scans.map(({ attachment }) => ({ collection: 'attachment' as const, record: attachment })),
          ],
        },
      ],
      unauditedPuts: scans.map(({ attachment, ageFile }) => ({
        collection: 'blob' as const,
        record: { id: attachment.id, octets: ageFile },
      })),
      unauditedRemovals: draftId === undefined ? [] : [{ collection: 'draft' as const, id: draftId }],
      answer: record,
    });
  });
}

/** As they stand in the record: none in one that is older than they are. */
function keptDays({ arrivedOn, paperDate }: Application): Partial<PaperDays> {
  return {
    ...(arrivedOn === undefined ? {} : { arrivedOn }),
    ...(paperDate === undefined ? {} : { paperDate }),
  };
}

/** A refused request or file leaves one line in the log: that it happened, not what was in it. */
export async function recordRefusedImport(
  desk: Desk,
  command: {
    readonly act: 'request-refused' | 'import-refused';
    readonly sha256Hex: string;
    readonly refusal: string;
  },
): Promise<void> {
  await transact(desk, () =>
    Promise.resolve(
      ok({ acts: [{ act: command.act, subjects: [command.refusal, command.sha256Hex] }], answer: null }),
    ),
  );
}

/** Under four eyes none of them approves it. */
export function correctors(
  { receivedBy, correctedBy = [] }: Application,
  officer: string,
): Pick<Application, 'correctedBy'> {
  if (officer === receivedBy && correctedBy.length === 0) return {};
  return { correctedBy: [...new Set([...correctedBy, officer])].filter((each) => each !== receivedBy) };
}
