import type {
  Application,
  ApplicationContent,
  Relation,
  TakenRequest,
} from '#domain/application/application.ts';
import { type AuthorityRules, rulesOfForm } from '#domain/authority/rule-set.ts';
import { calendarDateOf, type Instant } from '#domain/base/instant.ts';
import { addPeriod } from '#domain/calendar/period.ts';
import type { Attachment } from '#domain/application/attachment.ts';
import { type Result, err, ok } from '#domain/base/result.ts';
import type { Desk } from '#ports/desk.ts';
import type { Snapshot } from '#ports/register-store.ts';
import { type KeyCompromised, requestedKeyCompromised } from '#operations/application/known-key.ts';
import { officeCalendar, rulesAtDesk } from '#operations/office-rules.ts';
import { nextRunningNumber } from '#operations/running-number.ts';
import { type Act, type TransactionRefusal, newId, newSalt, transact } from '#operations/transact.ts';

/** An application whose content was parsed (`parseApplication`) and whose request, if any, was proved. */
export interface ReceivedApplication {
  readonly content: ApplicationContent;
  readonly request?: TakenRequest;
  readonly relation?: Relation;
  /** Scans already encrypted to the station's scans key. */
  readonly scans: readonly { readonly attachment: Attachment; readonly ageFile: Uint8Array }[];
}

export type ReceiveRefusal =
  | TransactionRefusal
  | KeyCompromised
  | { readonly type: 'Locked' }
  | { readonly type: 'ApplicationMissing' }
  | { readonly type: 'AlreadyDecided' }
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
    const station = await snapshot.get('station', 'station');
    const foreign = command.applications.find(
      ({ content }) => station !== undefined && rulesOfForm(content.form).kind !== station.kind,
    );
    if (foreign !== undefined) return err({ type: 'FormOfOtherAuthority', form: foreign.content.form });
    const records: Application[] = [];
    for (const [skip, received] of command.applications.entries()) {
      const compromised = await requestedKeyCompromised(desk, snapshot, received);
      if (compromised !== null) return err(compromised);
      records.push({
        id: newId(desk.random),
        salt: newSalt(desk.random),
        number: await nextRunningNumber(snapshot, 'application', time, skip),
        receivedAt: time,
        receivedBy: officer,
        ...(station === undefined ? {} : await decisionPeriod(snapshot, rulesAtDesk(desk, station), time)),
        content: received.content,
        ...(received.request === undefined ? {} : { request: received.request }),
        ...(received.relation === undefined ? {} : { relation: received.relation }),
      });
    }
    const acts = records.map((record, i): Act => ({
      act: 'application-received',
      subjects: [record.id, record.number],
      puts: [
        { collection: 'application', record },
        ...(command.applications[i]?.scans ?? []).map(({ attachment }) => ({
          collection: 'attachment' as const,
          record: attachment,
        })),
      ],
    }));
    const blobs = command.applications.flatMap(({ scans }) =>
      scans.map(({ attachment, ageFile }) => ({
        collection: 'blob' as const,
        record: { id: attachment.id, octets: ageFile },
      })),
    );
    const { draftId } = command;
    return ok({
      acts,
      unauditedPuts: blobs,
      unauditedRemovals: draftId === undefined ? [] : [{ collection: 'draft' as const, id: draftId }],
      answer: records,
    });
  });
}

/** the period for the decision runs from the day after the receipt; the other authorities have none. */
async function decisionPeriod(
  snapshot: Snapshot,
  { periods: { decision } }: AuthorityRules,
  receivedAt: Instant,
): Promise<Pick<Application, 'dueOn'>> {
  if (decision === undefined) return {};
  const table = await officeCalendar(snapshot);
  return { dueOn: addPeriod(calendarDateOf(receivedAt), decision, table).dueOn };
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
  return transact<Application, ReceiveRefusal>(desk, async (snapshot) => {
    if (desk.custody.officerId() === null) return err({ type: 'Locked' });
    const before = await snapshot.get('application', command.applicationId);
    if (before === undefined) return err({ type: 'ApplicationMissing' });
    if (before.issued !== undefined || before.decision?.outcome === 'refused')
      return err({ type: 'AlreadyDecided' });
    const { content, request, relation, scans } = command.corrected;
    const compromised = await requestedKeyCompromised(desk, snapshot, command.corrected);
    if (compromised !== null) return err(compromised);
    const record: Application = {
      id: before.id,
      salt: newSalt(desk.random),
      number: before.number,
      receivedAt: before.receivedAt,
      receivedBy: before.receivedBy,
      ...(before.dueOn === undefined ? {} : { dueOn: before.dueOn }),
      content,
      ...(request === undefined ? {} : { request }),
      ...(relation === undefined ? {} : { relation }),
      ...(before.examination === undefined ? {} : { examination: before.examination }),
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
