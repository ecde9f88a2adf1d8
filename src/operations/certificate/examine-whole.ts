import { rulesOfRecord } from '#domain/authority/rule-sets.ts';
import type { Application, GivenReason, TakenRequest } from '#domain/application/application.ts';
import { findingUnder } from '#domain/authority/citing.ts';
import type { AuthorityRules } from '#domain/authority/rule-set.ts';
import type { Instant } from '#domain/base/instant.ts';
import { type Result, err, ok } from '#domain/base/result.ts';
import type { Finding } from '#domain/clause/finding.ts';
import { type OwnerHasKey, ownersKey } from '#operations/application/one-key.ts';
import type { Desk } from '#ports/desk.ts';
import type { Snapshot } from '#ports/register-store.ts';
import { type AuthorityAtWork, type PreparedCertificate, prepareCertificate } from './prepare.ts';
import { type RelatedRefusal, relatedRefusal } from './related.ts';
import { stateBodyFinding } from './state-body.ts';
import type { ForbiddenByChain } from './within-chain.ts';

export type ExamineRefusal = ForbiddenByChain | { readonly type: 'RequestMissing' | 'RequestUnreadable' };

export interface ExaminedWhole {
  readonly prepared: PreparedCertificate;
  /** Of the application, its request and its certificate, and of what the register has beside them. */
  readonly findings: readonly Finding[];
}

/** Why a decision can't stand as long as the findings do. */
export type FindingsRefusal =
  | { readonly type: 'ExaminationFailed'; readonly findings: readonly Finding[] }
  /** Each finding of severity `should` asks for a reason in writing. */
  | { readonly type: 'ReasonMissing'; readonly findings: readonly Finding[] };

/**
 * Everything that speaks against a certificate on this application, in one list: the page shows it, the approval and the issue are judged
 * by it, so that nothing is approved that can't be issued. `request` is the applicant's own, or one in the place of that which is
 * made on issue (G-8).
 */
export async function examineWhole(
  desk: Pick<Desk, 'sha1' | 'random'>,
  snapshot: Snapshot,
  authority: AuthorityAtWork,
  application: Application,
  request: TakenRequest | undefined,
  now: Instant,
): Promise<Result<ExaminedWhole, ExamineRefusal>> {
  if (request === undefined) return err({ type: 'RequestMissing' });
  const prepared = prepareCertificate(desk, authority, { ...application, request }, now);
  if (!prepared.ok) return prepared;
  const rules = rulesOfRecord(authority.station, application);
  const ofRegister = await registerFindings(snapshot, rules, application, prepared.value, now);
  const findings = [...ofRegister, ...prepared.value.findings].map((finding) => findingUnder(rules, finding));
  return ok({ prepared: prepared.value, findings });
}

/** What the register has against it: a body that nobody confirmed, a key that the owner has already, one that is another's or was compromised, an old certificate that is none. */
async function registerFindings(
  snapshot: Snapshot,
  rules: AuthorityRules,
  application: Application,
  prepared: PreparedCertificate,
  now: Instant,
): Promise<readonly Finding[]> {
  if (application.issued !== undefined) return [];
  const unconfirmed = await stateBodyFinding(snapshot, application);
  const other = await ownersKey(snapshot, rules, application, now);
  // A key in the place of another is nobody's yet.
  const isStandIn = rules.keyCarrier !== undefined && application.relation === undefined;
  const related = isStandIn ? null : await relatedRefusal(snapshot, application, prepared, now);
  return [
    ...(unconfirmed === null ? [] : [unconfirmed]),
    ...(other === null ? [] : [oneKeyFinding(rules, other)]),
    ...(related === null ? [] : [relatedFinding(related)]),
  ];
}

/** G-11: found before anything is signed, and again when it is. */
function oneKeyFinding({ keyCarrier }: AuthorityRules, { number, serialNumber }: OwnerHasKey): Finding {
  return {
    ruleId: 'one-key-for-owner',
    clauses: keyCarrier === undefined ? [] : [keyCarrier.oneKeyClause],
    source: 'Order No. 348',
    severity: 'must',
    observed: `№ ${String(number)}, ${serialNumber}`,
  };
}

const relatedRules = {
  KeyCompromised: 'key-not-compromised',
  KeyOfAuthority: 'key-not-of-authority',
  SameKeyInForce: 'key-of-one-owner',
  RelatedNotInForce: 'related-in-force',
  RelatedOfAnother: 'related-of-owner',
} as const satisfies Readonly<Record<RelatedRefusal['type'], string>>;

function relatedFinding(related: RelatedRefusal): Finding {
  return {
    ruleId: relatedRules[related.type],
    clauses: [],
    source: 'RFC 5280 §4.1.2.7',
    severity: 'must',
    observed: related.type === 'KeyOfAuthority' ? related.authority : related.serialNumber,
  };
}

/** What stands against the findings in writing; or what is still open, the gravest first. */
export function judgeFindings(
  findings: readonly Finding[],
  reasons: readonly { readonly ruleId: string; readonly reason: string }[],
): Result<readonly GivenReason[], FindingsRefusal> {
  const must = findings.filter(({ severity }) => severity === 'must');
  if (must.length > 0) return err({ type: 'ExaminationFailed', findings: must });
  const given = new Map(reasons.map(({ ruleId, reason }) => [ruleId, reason.trim()]));
  const should = findings.filter(({ severity }) => severity === 'should');
  const open = should.filter(({ ruleId }) => (given.get(ruleId) ?? '') === '');
  if (open.length > 0) return err({ type: 'ReasonMissing', findings: open });
  return ok(should.map(({ ruleId, observed }) => ({ ruleId, observed, reason: given.get(ruleId) ?? '' })));
}
