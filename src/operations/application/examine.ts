import { rulesOfRecord } from '#domain/authority/rule-sets.ts';
import {
  type Application,
  type Confirmation,
  type Decision,
  type WithdrawnApproval,
} from '#domain/application/application.ts';
import { contentDigest } from '#domain/application/content-digest.ts';
import type { AuthorityRules } from '#domain/authority/rule-set.ts';
import { compareCalendarDates } from '#domain/base/calendar-date.ts';
import { type Instant, calendarDateOf } from '#domain/base/instant.ts';
import { type Result, err, ok } from '#domain/base/result.ts';
import type { Desk } from '#ports/desk.ts';
import type { Snapshot } from '#ports/register-store.ts';
import { lockAfterAct } from '#operations/lock.ts';
import { type TransactionRefusal, newSalt, transact } from '#operations/transact.ts';
import { actRefusal } from '#operations/your-role.ts';
import { type FourEyesSignature, signedConfirmation } from './four-eyes.ts';

export type DecideRefusal =
  | TransactionRefusal
  | { readonly type: 'ApplicationMissing' | 'StationMissing' }
  | { readonly type: 'AlreadyDecided' }
  /** The application changed since it was on the screen: look at it again (I05). */
  | { readonly type: 'ContentChanged' }
  | { readonly type: 'NotExamined' }
  | { readonly type: 'GroundMissing' }
  | { readonly type: 'NotApproved' | 'WithdrawalReasonMissing' }
  | { readonly type: 'Locked' };

/** One of the confirmations that the rule set asks for, by name, for the content that the officer has before him. */
export function confirmExamination(
  desk: Desk,
  command: {
    readonly applicationId: string;
    readonly contentDigest: string;
    readonly clause: Confirmation['clause'];
    readonly reasons: readonly { readonly ruleId: string; readonly reason: string }[];
  },
): Promise<Result<Application, DecideRefusal | FourEyesSignature>> {
  return decideOn<FourEyesSignature>(
    desk,
    command,
    async (application, time, officer, { rules, snapshot }) => {
      const ofOthers = await actRefusal(desk, snapshot, 'examination-confirmed');
      if (ofOthers !== null) return err(ofOthers);
      if (!rules.confirmations.some(({ clause }) => clause === command.clause))
        return err({ type: 'NotExamined' });
      const before = application.examination;
      const kept = before?.contentDigest === command.contentDigest ? before.confirmations : [];
      const confirmation = { clause: command.clause, officer, at: time };
      const signed = await signedConfirmation(desk, snapshot, application, confirmation);
      if (!signed.ok) return signed;
      return ok({
        act: 'examination-confirmed' as const,
        application: {
          ...application,
          examination: {
            contentDigest: command.contentDigest,
            confirmations: [...kept.filter(({ clause }) => clause !== command.clause), signed.value],
            reasons: command.reasons,
          },
        },
      });
    },
  );
}

/**
 * Takes an approval back, with its reason, as long as no certificate followed: what hindered the certificate is put right, or the application
 * is refused. The examination begins anew; the approval stays in the record, and in the log.
 */
export function withdrawApproval(
  desk: Desk,
  command: { readonly applicationId: string; readonly contentDigest: string; readonly reason: string },
): Promise<Result<Application, DecideRefusal>> {
  return decideOn(
    desk,
    command,
    (application, at, officer) => {
      const reason = command.reason.trim();
      if (reason === '') return err({ type: 'WithdrawalReasonMissing' });
      if (!isApproved(application, command.contentDigest)) return err({ type: 'NotApproved' });
      const unexamined = withoutApproval(application, { officer, at, reason });
      return ok({ act: 'approval-withdrawn' as const, application: unexamined });
    },
    'approved-too',
  );
}

function isApproved({ decision }: Application, digest: string): boolean {
  return decision?.outcome === 'approved' && decision.contentDigest === digest;
}

/** Written with an approval that a correction ended: the office's own language, as it stands in the record. */
export const correctionReason = 'Өтініш түзетілді';

/** What a corrected application keeps of the approvals before it: the last one ends with the correction, and goes round no reason. */
export function withdrawnByCorrection(
  before: Application,
  by: Omit<WithdrawnApproval, 'decision' | 'examination'>,
): Pick<Application, 'withdrawn'> {
  const { withdrawn } = before.decision?.outcome === 'approved' ? withoutApproval(before, by) : before;
  return withdrawn === undefined ? {} : { withdrawn };
}

/** The application as it was before its examination, with the approval and what it rested on kept in it. */
function withoutApproval(
  application: Application,
  by: Omit<WithdrawnApproval, 'decision' | 'examination'>,
): Application {
  const { decision, examination, ...unexamined } = application;
  if (decision === undefined) return application;
  const approval = { decision, ...(examination === undefined ? {} : { examination }), ...by };
  return { ...unexamined, withdrawn: [...(unexamined.withdrawn ?? []), approval] };
}

/**
 * Refusing needs at least one ground that the order knows, and for each what is wrong, in the officer's words. An approval that no
 * certificate followed ends with it, on the same grounds.
 */
export async function refuseApplication(
  desk: Desk,
  command: {
    readonly applicationId: string;
    readonly contentDigest: string;
    readonly grounds: readonly { readonly ground: string; readonly text: string }[];
  },
): Promise<Result<Application, DecideRefusal>> {
  const decide: Decide = (application, at, officer, { rules }) => {
    const grounds = command.grounds.map(({ ground, text }) => ({ ground, text: text.trim() }));
    const known = new Set(rules.refusalGrounds.map(({ ground }) => ground));
    if (grounds.length === 0 || grounds.some(({ ground, text }) => text === '' || !known.has(ground)))
      return err({ type: 'GroundMissing' });
    const decision: Decision = {
      outcome: 'refused',
      officer,
      at,
      contentDigest: command.contentDigest,
      grounds,
    };
    const reason = grounds.map(({ text }) => text).join('; ');
    const { examination } = application;
    const refusedNow = {
      ...withoutApproval(application, { officer, at, reason }),
      ...(examination === undefined ? {} : { examination }),
      decision,
    };
    return ok({ act: 'application-refused' as const, application: refusedNow });
  };
  const refused = await decideOn(desk, command, decide, 'approved-too');
  if (refused.ok) await lockAfterAct(desk);
  return refused;
}

type Changed = {
  readonly act:
    'examination-confirmed' | 'application-approved' | 'approval-withdrawn' | 'application-refused';
  readonly application: Application;
};

export type Decide<Refusal = never> = (
  application: Application,
  at: Instant,
  officer: string,
  by: { readonly snapshot: Snapshot; readonly rules: AuthorityRules },
) => Result<Changed, DecideRefusal | Refusal> | Promise<Result<Changed, DecideRefusal | Refusal>>;

/** One step of the examination or the decision: of the very content that was on the screen, as long as it is open. */
export function decideOn<Refusal = never>(
  desk: Desk,
  command: { readonly applicationId: string; readonly contentDigest: string },
  decide: Decide<Refusal>,
  of: 'undecided' | 'approved-too' = 'undecided',
): Promise<Result<Application, DecideRefusal | Refusal>> {
  return transact<Application, DecideRefusal | Refusal>(desk, async (snapshot, time) => {
    const officer = desk.custody.officerId();
    if (officer === null) return err({ type: 'Locked' });
    const application = await snapshot.get('application', command.applicationId);
    if (application === undefined) return err({ type: 'ApplicationMissing' });
    // An approval for other content is void and may be given anew; a refusal or a certificate stands.
    const { decision, issued } = application;
    if (issued !== undefined || decision?.outcome === 'refused') return err({ type: 'AlreadyDecided' });
    if (of === 'undecided' && isApproved(application, command.contentDigest))
      return err({ type: 'AlreadyDecided' });
    if (contentDigest(application, desk.sha256) !== command.contentDigest)
      return err({ type: 'ContentChanged' });
    const station = await snapshot.get('station', 'station');
    if (station === undefined) return err({ type: 'StationMissing' });
    const rules = rulesOfRecord(station, application);
    const changed = await decide(application, time, officer, { snapshot, rules });
    if (!changed.ok) return changed;
    const record = { ...changed.value.application, salt: newSalt(desk.random) };
    return ok({
      acts: [
        {
          act: changed.value.act,
          subjects: [record.id, ...lateness(record)],
          puts: [{ collection: 'application', record }],
        },
      ],
      answer: record,
    });
  });
}

/** deciding after the last day stays possible, and the log says that it was late. */
function lateness({ dueOn, decision }: Application): readonly string[] {
  if (dueOn === undefined || decision === undefined) return [];
  return compareCalendarDates(calendarDateOf(decision.at), dueOn) > 0 ? ['late'] : [];
}
