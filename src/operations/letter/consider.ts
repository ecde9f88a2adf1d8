import { rulesOfRecord } from '#domain/authority/rule-sets.ts';
import {
  isExamined,
  type Application,
  type Confirmation,
  type Decision,
  type TakenRequest,
} from '#domain/application/application.ts';
import { contentDigest } from '#domain/application/content-digest.ts';
import type { OfficerWithRoles } from '#domain/authority/roles.ts';
import type { Station } from '#domain/authority/station.ts';
import type { CancellationToken } from '#domain/base/cancellation.ts';
import type { Instant } from '#domain/base/instant.ts';
import { type Result, err, ok } from '#domain/base/result.ts';
import type { ApproveRefusal } from '#operations/certificate/approve.ts';
import { chainRefusalOf } from '#operations/certificate/chain-refusal.ts';
import {
  type FourEyesRefusal,
  fourEyesRefusal,
  signedConfirmation,
} from '#operations/application/four-eyes.ts';
import { actRefusal, statedOfficers } from '#operations/your-role.ts';
import { ownersKey } from '#operations/application/one-key.ts';
import { type AuthorityAtWork, authorityAtWork } from '#operations/certificate/prepare.ts';
import { type Act, newSalt, transact } from '#operations/transact.ts';
import { examineWhole } from '#operations/certificate/examine-whole.ts';
import { provenReading } from '#operations/proof/proven-reading.ts';
import type { Desk } from '#ports/desk.ts';
import type { Snapshot } from '#ports/register-store.ts';
import { signatureOf, signedApprovals } from '#operations/certificate/signed-approvals.ts';
import { standInRequest } from '#operations/certificate/stand-in-key.ts';

export type ConsiderRefusal = ApproveRefusal | { readonly type: 'Cancelled' };

export interface ConsiderOutcome {
  readonly applicationId: string;
  readonly result: Result<Application, ConsiderRefusal>;
}

const sliceLength = 200;

/**
 * G-5 for many at once: each person is examined as a certificate of their own would be, the officer's confirmations are
 * written with each, and each is approved by itself. Whoever has a finding, or a key in force already (G-11), is left as
 * before and named; the others go on. Under four eyes it takes two: the first one's confirmations are written with the own signature, and
 * whoever comes after approves what others have examined.
 */
export async function considerPersons(
  desk: Desk,
  command: { readonly applicationIds: readonly string[] },
  options: {
    readonly onProgress?: (done: number, total: number) => void;
    readonly cancellation?: CancellationToken;
  } = {},
): Promise<readonly ConsiderOutcome[]> {
  const { applicationIds } = command;
  const outcomes: ConsiderOutcome[] = [];
  for (let from = 0; from < applicationIds.length; from += sliceLength) {
    const slice = applicationIds.slice(from, from + sliceLength);
    const done =
      options.cancellation?.isCancelled === true
        ? err({ type: 'Cancelled' as const })
        : await considerSlice(desk, slice);
    outcomes.push(
      ...slice.map((applicationId) => ({
        applicationId,
        result: done.ok ? (done.value.get(applicationId) ?? missing) : done,
      })),
    );
    options.onProgress?.(outcomes.length, applicationIds.length);
  }
  return outcomes;
}

const missing = err({ type: 'ApplicationMissing' as const });

type Verdicts = ReadonlyMap<string, Result<Application, ConsiderRefusal>>;

async function considerSlice(
  desk: Desk,
  applicationIds: readonly string[],
): Promise<Result<Verdicts, ConsiderRefusal>> {
  const key = await keyForSlice(desk, applicationIds);
  return transact<Verdicts, ConsiderRefusal>(desk, async (snapshot, now) => {
    const officer = desk.custody.officerId();
    if (officer === null) return err({ type: 'Locked' });
    const authority = authorityAtWork(desk, await snapshot.get('station', 'station'), now);
    if (!authority.ok) return authority;
    const broken = await chainRefusalOf(snapshot, authority.value.station, now);
    if (broken !== null) return err(broken);
    const verdicts = new Map<string, Result<Application, ConsiderRefusal>>();
    const considering: Application[] = [];
    const confirming: Application[] = [];
    const notApproving = await actRefusal(desk, snapshot, 'application-approved');
    const by = { officer, at: now };
    const officers = (await statedOfficers(snapshot)) ?? [];
    for (const id of applicationIds) {
      const application = await snapshot.get('application', id);
      const refusal = await refusalOf(desk, snapshot, authority.value, application, key, now);
      if (refusal !== null || application === undefined) {
        verdicts.set(id, err(refusal ?? { type: 'ApplicationMissing' }));
        continue;
      }
      const { station } = authority.value;
      const shared =
        station.settings.fourEyes === true
          ? fourEyesStep(desk, { station, officers }, application, officer)
          : null;
      if (shared === 'confirm') {
        const confirmed = await confirmedBy(
          desk,
          snapshot,
          considered(desk, authority.value, application, by),
        );
        if (!confirmed.ok) return confirmed;
        confirming.push(confirmed.value);
        verdicts.set(id, err({ type: 'FourEyes', because: 'confirmed' }));
      } else if (shared !== null && shared !== 'approve') verdicts.set(id, err(shared));
      else if (notApproving !== null) verdicts.set(id, err(notApproving));
      else {
        const whole = considered(desk, authority.value, application, by);
        const { examination = whole.examination } = shared === 'approve' ? application : whole;
        considering.push({ ...whole, ...(examination === undefined ? {} : { examination }) });
      }
    }
    const signed =
      considering.length === 0
        ? ok([])
        : await signedApprovals(desk, snapshot, { officer, at: now, applications: considering });
    if (!signed.ok) return signed;
    const hasFourEyes = authority.value.station.settings.fourEyes === true;
    const acts = considering.flatMap((application, i): readonly Act[] => {
      const record = withSignature(application, signed.value[i]);
      const { id } = record;
      verdicts.set(id, ok(record));
      // The confirmations and the decision are acts of their own in the log, and one record in the register.
      return [
        ...(hasFourEyes ? [] : [{ act: 'examination-confirmed' as const, subjects: [id] }]),
        { act: 'application-approved', subjects: [id], puts: [{ collection: 'application', record }] },
      ];
    });
    const confirmations = confirming.map((record): Act => ({
      act: 'examination-confirmed',
      subjects: [record.id],
      puts: [{ collection: 'application', record }],
    }));
    return ok({ acts: [...confirmations, ...acts], answer: verdicts });
  });
}

/** What this officer can do for it where one alone does not: confirm it, approve what another has confirmed, or neither. */
function fourEyesStep(
  desk: Pick<Desk, 'sha256'>,
  { station, officers }: { readonly station: Station; readonly officers: readonly OfficerWithRoles[] },
  application: Application,
  officer: string,
): 'confirm' | 'approve' | FourEyesRefusal {
  const rules = rulesOfRecord(station, application);
  if (!isExamined(application, contentDigest(application, desk.sha256), rules)) return 'confirm';
  const refusal = fourEyesRefusal(station, application, officer, officers);
  if (refusal === null) return 'approve';
  return refusal.because === 'unsigned' || refusal.because === 'gone' ? 'confirm' : refusal;
}

/** Examined, each confirmation with the officer's signature, and not decided. */
async function confirmedBy(
  desk: Pick<Desk, 'custody'>,
  snapshot: Snapshot,
  { decision, examination, ...application }: Application,
): Promise<Result<Application, ConsiderRefusal>> {
  if (decision === undefined || examination === undefined) return ok(application);
  const confirmations: Confirmation[] = [];
  for (const confirmation of examination.confirmations) {
    const signed = await signedConfirmation(desk, snapshot, application, confirmation);
    if (!signed.ok) return signed;
    confirmations.push(signed.value);
  }
  return ok({ ...application, examination: { ...examination, confirmations } });
}

async function keyForSlice(desk: Desk, ids: readonly string[]): Promise<TakenRequest | undefined> {
  const snapshot = await provenReading(desk);
  const station = await snapshot.get('station', 'station');
  const [first] = ids;
  const application = first === undefined ? undefined : await snapshot.get('application', first);
  if (station === undefined || application === undefined) return undefined;
  return standInRequest(desk, station, application.content);
}

async function refusalOf(
  desk: Desk,
  snapshot: Snapshot,
  authority: AuthorityAtWork,
  application: Application | undefined,
  key: TakenRequest | undefined,
  now: Instant,
): Promise<ConsiderRefusal | null> {
  if (application === undefined) return { type: 'ApplicationMissing' };
  if (application.issued !== undefined || application.decision !== undefined)
    return { type: 'AlreadyDecided' };
  const other = await ownersKey(snapshot, rulesOfRecord(authority.station, application), application, now);
  if (other !== null) return other;
  const whole = await examineWhole(desk, snapshot, authority, application, key, now);
  if (!whole.ok) return whole.error;
  // What asks for a written reason is looked at on the person's own page.
  const findings = whole.value.findings.filter(({ severity }) => severity !== 'notice');
  return findings.length > 0 ? { type: 'ExaminationFailed', findings } : null;
}

function withSignature(application: Application, signature: string | undefined): Application {
  const { decision } = application;
  return decision === undefined
    ? application
    : { ...application, decision: { ...decision, ...signatureOf(signature) } };
}

function considered(
  desk: Desk,
  { station }: AuthorityAtWork,
  application: Application,
  by: { readonly officer: string; readonly at: Instant },
): Application {
  const digest = contentDigest(application, desk.sha256);
  const confirmations = rulesOfRecord(station, application).confirmations.map(({ clause }): Confirmation => ({
    clause,
    ...by,
  }));
  const decision: Decision = { outcome: 'approved', ...by, contentDigest: digest, grounds: [] };
  return {
    ...application,
    salt: newSalt(desk.random),
    examination: { contentDigest: digest, confirmations, reasons: [] },
    decision,
  };
}
