import { rulesOfRecord } from '#domain/authority/rule-sets.ts';
import {
  type Application,
  type Decision,
  type GivenReason,
  isExamined,
} from '#domain/application/application.ts';
import { contentDigest } from '#domain/application/content-digest.ts';
import type { Instant } from '#domain/base/instant.ts';
import { type Result, err, ok } from '#domain/base/result.ts';
import type { ChainRefusal } from '#domain/crl/chain-standing.ts';
import { type DecideRefusal, decideOn } from '#operations/application/examine.ts';
import {
  type KeyCompromised,
  type KeyOfAuthority,
  requestedKeyOutlawed,
} from '#operations/application/known-key.ts';
import { type FourEyesRefusal, fourEyesRefusal } from '#operations/application/four-eyes.ts';
import { type OwnerHasKey, ownersKey } from '#operations/application/one-key.ts';
import { type ReadRequestRefusal, proveRequest } from '#operations/application/read-request.ts';
import { actRefusal, statedOfficers } from '#operations/your-role.ts';
import type { Desk } from '#ports/desk.ts';
import type { Snapshot } from '#ports/register-store.ts';
import { chainRefusalOf } from './chain-refusal.ts';
import { type ExamineRefusal, type FindingsRefusal, examineWhole, judgeFindings } from './examine-whole.ts';
import { type AuthorityRefusal, authorityAtWork } from './prepare.ts';
import { type ApprovalNotSigned, signatureOf, signedApprovals } from './signed-approvals.ts';
import { standInRequest } from './stand-in-key.ts';

/** Why no certificate can be given on it. */
type CertifyRefusal =
  /** G-11: said before anything is made for an owner who can't be given it. */
  | OwnerHasKey
  | KeyCompromised
  | KeyOfAuthority
  | AuthorityRefusal
  | ChainRefusal
  | ReadRequestRefusal
  | ExamineRefusal
  | FindingsRefusal
  | FourEyesRefusal
  | ApprovalNotSigned;

export type ApproveRefusal = DecideRefusal | CertifyRefusal;

/**
 * Approving needs every confirmation for this very content, and an application that a certificate can be issued on (N-5.2, R-10, G-11): no
 * finding that must be put right, a written reason for each that may be let pass. The reasons stand in the decision.
 */
export function approveApplication(
  desk: Desk,
  command: { readonly applicationId: string; readonly contentDigest: string },
): Promise<Result<Application, ApproveRefusal>> {
  return decideOn<CertifyRefusal>(desk, command, async (application, at, officer, { snapshot }) => {
    const ofOthers = await actRefusal(desk, snapshot, 'application-approved');
    if (ofOthers !== null) return err(ofOthers);
    const reasons = await reasonsToApprove(desk, snapshot, application, at);
    if (!reasons.ok) return reasons;
    const signed = await signedApprovals(desk, snapshot, { officer, at, applications: [application] });
    if (!signed.ok) return signed;
    const decision: Decision = {
      outcome: 'approved',
      officer,
      at,
      contentDigest: command.contentDigest,
      grounds: [],
      ...signatureOf(signed.value[0]),
      ...(reasons.value.length === 0 ? {} : { reasons: reasons.value }),
    };
    return ok({ act: 'application-approved' as const, application: { ...application, decision } });
  });
}

/** What was said in writing against each finding; or why it can't be approved. */
async function reasonsToApprove(
  desk: Desk,
  snapshot: Snapshot,
  application: Application,
  now: Instant,
): Promise<Result<readonly GivenReason[], ApproveRefusal>> {
  const authority = authorityAtWork(desk, await snapshot.get('station', 'station'), now);
  if (!authority.ok) return authority;
  const { station } = authority.value;
  const rules = rulesOfRecord(station, application);
  if (station.ceasedOn !== undefined) return err({ type: 'AuthorityCeased' });
  const officers = (await statedOfficers(snapshot)) ?? [];
  const ofSamePerson = fourEyesRefusal(station, application, desk.custody.officerId() ?? '', officers);
  if (ofSamePerson !== null) return err(ofSamePerson);
  const precluded =
    (await requestedKeyOutlawed(desk, snapshot, application)) ??
    (await ownersKey(snapshot, rules, application, now));
  if (precluded !== null) return err(precluded);
  if (!isExamined(application, contentDigest(application, desk.sha256), rules))
    return err({ type: 'NotExamined' });
  const broken = await chainRefusalOf(snapshot, station, now);
  if (broken !== null) return err(broken);
  // The owner's key is made on issue: another is examined in its place (G-8).
  const request =
    application.request ??
    (rules.keyCarrier === undefined ? undefined : await standInRequest(desk, station, application.content));
  const proved = request === undefined ? null : await proveRequest(desk, request.der);
  if (proved?.ok === false) return proved;
  const whole = await examineWhole(desk, snapshot, authority.value, application, request, now);
  return whole.ok ? judgeFindings(whole.value.findings, application.examination?.reasons ?? []) : whole;
}
