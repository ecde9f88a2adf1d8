import { type Application, type Confirmation, isExamined } from '#domain/application/application.ts';
import { contentDigest } from '#domain/application/content-digest.ts';
import type { Decision } from '#domain/application/application.ts';
import type { RefusalGround } from '#domain/authority/refusal-ground.ts';
import { type AuthorityRules, rulesOfForm } from '#domain/authority/rule-set.ts';
import { compareCalendarDates } from '#domain/base/calendar-date.ts';
import { type Instant, calendarDateOf } from '#domain/base/instant.ts';
import { type Result, err, ok } from '#domain/base/result.ts';
import type { Desk } from '#ports/desk.ts';
import type { Snapshot } from '#ports/register-store.ts';
import { type KeyCompromised, requestedKeyCompromised } from '#operations/application/known-key.ts';
import { type OwnerHasKey, ownersKey } from './one-key.ts';
import { rulesAtDesk } from '#operations/office-rules.ts';
import { lockAfterAct } from '#operations/lock.ts';
import { type TransactionRefusal, newSalt, transact } from '#operations/transact.ts';

export type DecideRefusal =
  | TransactionRefusal
  | { readonly type: 'ApplicationMissing' }
  | { readonly type: 'AlreadyDecided' }
  /** The application changed since it was on the screen: look at it again (I05). */
  | { readonly type: 'ContentChanged' }
  /** G-11: said before anything is made for an owner who can't be given it. */
  | OwnerHasKey
  | KeyCompromised
  | { readonly type: 'NotExamined' }
  | { readonly type: 'GroundMissing' }
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
): Promise<Result<Application, DecideRefusal>> {
  return change(desk, command, (application, time, officer) => {
    if (!rulesOfForm(application.content.form).confirmations.includes(command.clause))
      return err({ type: 'NotExamined' });
    const before = application.examination;
    const kept = before?.contentDigest === command.contentDigest ? before.confirmations : [];
    return ok({
      act: 'examination-confirmed' as const,
      application: {
        ...application,
        examination: {
          contentDigest: command.contentDigest,
          confirmations: [
            ...kept.filter(({ clause }) => clause !== command.clause),
            { clause: command.clause, officer, at: time },
          ],
          reasons: command.reasons,
        },
      },
    });
  });
}

/** Approving needs every confirmation for this very content, and an owner who may be given a key (G-11). */
export function approveApplication(
  desk: Desk,
  command: { readonly applicationId: string; readonly contentDigest: string },
): Promise<Result<Application, DecideRefusal>> {
  return change(
    desk,
    command,
    (application, at, officer) => {
      if (!isExamined(application, command.contentDigest)) return err({ type: 'NotExamined' });
      const decision: Decision = {
        outcome: 'approved',
        officer,
        at,
        contentDigest: command.contentDigest,
        grounds: [],
      };
      return ok({ act: 'application-approved' as const, application: { ...application, decision } });
    },
    async (snapshot, rules, application, at) =>
      (await requestedKeyCompromised(desk, snapshot, application)) ??
      ownersKey(snapshot, rules, application, at),
  );
}

/** Refusing needs at least one ground that the order knows, and for each what is wrong, in the officer's words. */
export async function refuseApplication(
  desk: Desk,
  command: {
    readonly applicationId: string;
    readonly contentDigest: string;
    readonly grounds: readonly { readonly ground: RefusalGround; readonly text: string }[];
  },
): Promise<Result<Application, DecideRefusal>> {
  const refused = await change(desk, command, (application, at, officer) => {
    const grounds = command.grounds.map(({ ground, text }) => ({ ground, text: text.trim() }));
    const known = new Set(rulesOfForm(application.content.form).refusalGrounds.map(({ ground }) => ground));
    if (grounds.length === 0 || grounds.some(({ ground, text }) => text === '' || !known.has(ground)))
      return err({ type: 'GroundMissing' });
    const decision: Decision = {
      outcome: 'refused',
      officer,
      at,
      contentDigest: command.contentDigest,
      grounds,
    };
    return ok({ act: 'application-refused' as const, application: { ...application, decision } });
  });
  if (refused.ok) await lockAfterAct(desk);
  return refused;
}

type Changed = {
  readonly act: 'examination-confirmed' | 'application-approved' | 'application-refused';
  readonly application: Application;
};

function change(
  desk: Desk,
  command: { readonly applicationId: string; readonly contentDigest: string },
  decide: (application: Application, at: Decision['at'], officer: string) => Result<Changed, DecideRefusal>,
  precondition?: (
    snapshot: Snapshot,
    rules: AuthorityRules,
    application: Application,
    now: Instant,
  ) => Promise<OwnerHasKey | KeyCompromised | null>,
): Promise<Result<Application, DecideRefusal>> {
  return transact<Application, DecideRefusal>(desk, async (snapshot, time) => {
    const officer = desk.custody.officerId();
    if (officer === null) return err({ type: 'Locked' });
    const application = await snapshot.get('application', command.applicationId);
    if (application === undefined) return err({ type: 'ApplicationMissing' });
    // An approval for other content is void and may be given anew; a refusal or a certificate stands.
    const { decision, issued } = application;
    if (issued !== undefined || decision?.outcome === 'refused') return err({ type: 'AlreadyDecided' });
    if (decision !== undefined && decision.contentDigest === command.contentDigest)
      return err({ type: 'AlreadyDecided' });
    if (contentDigest(application, desk.sha256) !== command.contentDigest)
      return err({ type: 'ContentChanged' });
    const station = await snapshot.get('station', 'station');
    if (precondition !== undefined && station !== undefined) {
      const precluded = await precondition(snapshot, rulesAtDesk(desk, station), application, time);
      if (precluded !== null) return err(precluded);
    }
    const changed = decide(application, time, officer);
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
