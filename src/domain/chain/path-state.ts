import { oid } from '#domain/der/object-identifiers.ts';
import type { ConstraintsAbove } from './name-constraints.ts';
import type { PathCertificate } from './path-certificate.ts';
import { type PolicyGraph, initialGraph, withMappings } from './policy-graph.ts';

/** What the user asks for before the first certificate: RFC 5280 §6.1.1 (c), (e) to (g). */
export interface PolicyInputs {
  /** `anyPolicy` in it: whatever policy. */
  readonly wanted: ReadonlySet<string>;
  readonly requireExplicit: boolean;
  readonly inhibitMapping: boolean;
  readonly inhibitAny: boolean;
}

/** The order asks for no policy above ours. */
export const anyPolicyWill: PolicyInputs = {
  wanted: new Set([oid.anyPolicy]),
  requireExplicit: false,
  inhibitMapping: false,
  inhibitAny: false,
};

/** The state variables of RFC 5280 §6.1.2 but for the key and the name, which are the issuer's. Numbers are of certificates that may follow. */
export interface PathState {
  readonly constraints: ConstraintsAbove;
  readonly graph: PolicyGraph;
  readonly explicitPolicy: number;
  readonly policyMapping: number;
  readonly inhibitAny: number;
  readonly maxPathLength: number;
}

/** The anchor's own constraints count as those of a certificate do (RFC 5937 §3): a Root may bind itself. */
export function initialState(
  anchor: PathCertificate,
  length: number,
  { requireExplicit, inhibitMapping, inhibitAny }: PolicyInputs,
): PathState {
  const unasked = length + 1;
  return narrowed(
    {
      constraints: [],
      graph: initialGraph,
      explicitPolicy: requireExplicit ? 0 : unasked,
      policyMapping: inhibitMapping ? 0 : unasked,
      inhibitAny: inhibitAny ? 0 : unasked,
      maxPathLength: length,
    },
    anchor,
  );
}

/** §6.1.4 (b), (g) to (j), (l), (m), for an authority that is not the last of the path. */
export function afterAuthority(state: PathState, authority: PathCertificate): PathState {
  const { policyMappings = [], isSelfIssued } = authority;
  const step = isSelfIssued ? 0 : 1;
  const fewer = (number: number) => Math.max(0, number - step);
  return narrowed(
    {
      ...state,
      graph: withMappings(state.graph, policyMappings, state.policyMapping === 0),
      explicitPolicy: fewer(state.explicitPolicy),
      policyMapping: fewer(state.policyMapping),
      inhibitAny: fewer(state.inhibitAny),
      maxPathLength: fewer(state.maxPathLength),
    },
    authority,
  );
}

function narrowed(state: PathState, authority: PathCertificate): PathState {
  const { nameConstraints, policyConstraints = {}, inhibitAnyPolicy, basicConstraints } = authority;
  const least = (number: number, limit: number | undefined) => Math.min(number, limit ?? number);
  return {
    ...state,
    constraints: nameConstraints === undefined ? state.constraints : [...state.constraints, nameConstraints],
    explicitPolicy: least(state.explicitPolicy, policyConstraints.requireExplicitPolicy),
    policyMapping: least(state.policyMapping, policyConstraints.inhibitPolicyMapping),
    inhibitAny: least(state.inhibitAny, inhibitAnyPolicy),
    maxPathLength: least(state.maxPathLength, basicConstraints?.pathLenConstraint),
  };
}
