/**
 * RFC 5280 §6.1 but for signatures, which are the port's (`operations/chain/verified-path.ts`), and revocation (§6.3, `domain/crl/list-refusal.ts`).
 * One file for each concern: this one only goes along the path.
 */
import { type Instant, compareInstants } from '#domain/base/instant.ts';
import { type Result, err, ok } from '#domain/base/result.ts';
import type { Certificate } from '#domain/certificate/certificate.ts';
import { hasUnknownCritical } from './critical-extensions.ts';
import { whyNameForbidden } from './name-constraints.ts';
import { type PathCertificate, readPathCertificate } from './path-certificate.ts';
import { type PathRefusal, type PathRule, pathRefusal } from './path-refusal.ts';
import {
  type PathState,
  type PolicyInputs,
  afterAuthority,
  anyPolicyWill,
  initialState,
} from './path-state.ts';
import { acceptedPolicies, mapsAnyPolicy, withPolicies } from './policy-graph.ts';

/** No chain of ours is longer: a root, a subordinate, and some between. */
export const longestPath = 8;

export interface PathQuestion {
  /** What the user accepts; any policy when it is not said. */
  readonly inputs?: PolicyInputs;
  /** An authority at the end has to hold as one that certifies: a path of length 0 above it ends with it, and nothing below it would hold. */
  readonly target?: 'subscriber' | 'authority';
}

/**
 * `path` from the trust anchor's certificate down to the target. The anchor's own dates, constraints and rights count too, although
 * the standard leaves them to whoever trusts it: an authority that may not certify has certified nothing. Answers the policies that hold.
 */
export function validatePath(
  path: readonly Pick<Certificate, 'tbs'>[],
  now: Instant,
  { inputs = anyPolicyWill, target: use = 'subscriber' }: PathQuestion = {},
): Result<ReadonlySet<string>, PathRefusal> {
  const read: PathCertificate[] = [];
  for (const certificate of path) {
    const one = readPathCertificate(certificate);
    if (!one.ok) return one;
    read.push(one.value);
  }
  const [anchor, ...below] = read;
  const target = below.at(-1);
  if (anchor === undefined || target === undefined || read.length > longestPath)
    return err(pathRefusal('TooMuchWork', anchor?.name ?? '—'));
  const anchorRule = outsideDates(anchor, now) ?? whyNoAuthority(anchor);
  if (anchorRule !== null) return err(pathRefusal(anchorRule, anchor.name));
  let state = initialState(anchor, below.length, inputs);
  let issuer = anchor;
  for (const each of below) {
    const isLast = each === target;
    const basic = basicProcessing(each, issuer, { state, now, isLast });
    if (typeof basic === 'string') return err(pathRefusal(basic, each.name));
    state = basic;
    const rule = isLast && use === 'subscriber' ? null : whyNotToContinue(each, state);
    if (rule !== null) return err(pathRefusal(rule, each.name));
    if (isLast) break;
    state = afterAuthority(state, each);
    issuer = each;
  }
  return wrapUp(target, state, inputs);
}

/** Why a certificate is none that a path could begin with: a root names itself, is in force, and may certify. Its signature is the port's. */
export function whyNoRoot(certificate: Pick<Certificate, 'tbs'>, now: Instant): PathRefusal | null {
  const read = readPathCertificate(certificate);
  if (!read.ok) return read.error;
  const root = read.value;
  const rule = root.isSelfIssued ? (outsideDates(root, now) ?? whyNoAuthority(root)) : 'IssuerMissing';
  return rule === null ? null : pathRefusal(rule, root.name);
}

/** §6.1.3. */
function basicProcessing(
  each: PathCertificate,
  issuer: PathCertificate,
  { state, now, isLast }: { readonly state: PathState; readonly now: Instant; readonly isLast: boolean },
): PathState | PathRule {
  const outside = outsideDates(each, now);
  if (outside !== null) return outside;
  const { issuer: named, isSelfIssued, policies } = each;
  if (named.length !== issuer.subject.length || named.some((rdn, i) => rdn !== issuer.subject[i]))
    return 'IssuerMissing';
  // (b), (c): not for an authority's certificate to itself unless it is the last.
  const forbidden = isSelfIssued && !isLast ? null : whyNameForbidden(each, state.constraints);
  if (forbidden !== null) return forbidden;
  const anyCounts = state.inhibitAny > 0 || (isSelfIssued && !isLast);
  const oids = policies?.map(({ policyOid }) => policyOid);
  const graph = withPolicies(state.graph, oids, anyCounts);
  return state.explicitPolicy === 0 && graph.size === 0 ? 'PolicyMissing' : { ...state, graph };
}

/** §6.1.4 (a), (k) to (o), before the certificate counts as an issuer. */
function whyNotToContinue(each: PathCertificate, { maxPathLength }: PathState): PathRule | null {
  if (mapsAnyPolicy(each.policyMappings ?? [])) return 'PolicyMappingAny';
  if (!each.isSelfIssued && maxPathLength === 0) return 'PathTooLong';
  return whyNoAuthority(each);
}

/** §6.1.4 (k), (n), (o). */
function whyNoAuthority(each: PathCertificate): PathRule | null {
  if (each.tbs.version !== 3) return 'VersionOld';
  if (each.basicConstraints?.cA !== true) return 'NotAuthority';
  if (each.keyUsage?.includes('keyCertSign') === false) return 'MayNotCertify';
  return hasUnknownCritical(each, 'authority') ? 'ExtensionUnknown' : null;
}

/** §6.1.5. */
function wrapUp(
  target: PathCertificate,
  state: PathState,
  inputs: PolicyInputs,
): Result<ReadonlySet<string>, PathRefusal> {
  if (hasUnknownCritical(target, 'target')) return err(pathRefusal('ExtensionUnknown', target.name));
  const isExplicit = state.explicitPolicy <= 1 || target.policyConstraints?.requireExplicitPolicy === 0;
  const accepted = acceptedPolicies(state.graph, inputs.wanted);
  return isExplicit && accepted.size === 0 ? err(pathRefusal('PolicyMissing', target.name)) : ok(accepted);
}

function outsideDates({ tbs }: PathCertificate, now: Instant): PathRule | null {
  const { notBefore, notAfter } = tbs;
  if (compareInstants(now, notBefore) < 0) return 'NotYetValid';
  return compareInstants(now, notAfter) > 0 ? 'Expired' : null;
}
