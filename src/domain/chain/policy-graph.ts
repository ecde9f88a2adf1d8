/**
 * Certificate policies of a path as the graph of RFC 9618, which updates RFC 5280 §6.1.2 (a), §6.1.3 (d), §6.1.4 (a), (b) and §6.1.5 (g): the
 * same answers as the tree's, without its exponential size. A node is pruned by being reached from no node of the last layer.
 */
import { oid } from '#domain/der/object-identifiers.ts';
import type { PolicyMapping } from '#domain/der/path-extensions.ts';

interface PolicyNode {
  readonly policy: string;
  readonly expected: ReadonlySet<string>;
  readonly parents: readonly PolicyNode[];
}

/** The nodes of one depth by their policy, and nodes above by `parents`; without a node it is NULL and stays so. */
export type PolicyGraph = ReadonlyMap<string, PolicyNode>;

const { anyPolicy } = oid;

export const initialGraph: PolicyGraph = new Map([
  [anyPolicy, { policy: anyPolicy, expected: new Set([anyPolicy]), parents: [] }],
]);

/** §6.1.3 (d), (e). `anyCounts` says whether anyPolicy of this certificate is processed; without policies the graph is NULL. */
export function withPolicies(
  above: PolicyGraph,
  policies: readonly string[] | undefined,
  anyCounts: boolean,
): PolicyGraph {
  const layer = new Map<string, PolicyNode>();
  if (policies === undefined || above.size === 0) return layer;
  const expecting = parentsByExpectation(above);
  const any = above.get(anyPolicy);
  for (const policy of policies) {
    if (policy === anyPolicy) continue;
    const parents = expecting.get(policy) ?? (any === undefined ? [] : [any]);
    if (parents.length > 0) layer.set(policy, { policy, expected: new Set([policy]), parents });
  }
  if (!anyCounts || !policies.includes(anyPolicy)) return layer;
  for (const [policy, parents] of expecting)
    if (!layer.has(policy)) layer.set(policy, { policy, expected: new Set([policy]), parents });
  return layer;
}

/** §6.1.4 (b). Where mapping is inhibited what would be mapped falls away. */
export function withMappings(
  layer: PolicyGraph,
  mappings: readonly PolicyMapping[],
  isInhibited: boolean,
): PolicyGraph {
  const mapped = new Map<string, Set<string>>();
  for (const { issuerDomainPolicy, subjectDomainPolicy } of mappings) {
    const into = mapped.get(issuerDomainPolicy) ?? new Set<string>();
    mapped.set(issuerDomainPolicy, into.add(subjectDomainPolicy));
  }
  const next = new Map(layer);
  const any = layer.get(anyPolicy);
  for (const [policy, expected] of mapped) {
    const node = layer.get(policy);
    if (isInhibited) next.delete(policy);
    else if (node !== undefined) next.set(policy, { ...node, expected });
    else if (any !== undefined) next.set(policy, { policy, expected, parents: any.parents.filter(isAny) });
  }
  return next;
}

/** §6.1.4 (a). */
export function mapsAnyPolicy(mappings: readonly PolicyMapping[]): boolean {
  return mappings.some(
    ({ issuerDomainPolicy, subjectDomainPolicy }) =>
      issuerDomainPolicy === anyPolicy || subjectDomainPolicy === anyPolicy,
  );
}

/** §6.1.5 (g): the policies of the authorities' that the user accepts too; empty for a NULL graph. */
export function acceptedPolicies(last: PolicyGraph, wanted: ReadonlySet<string>): ReadonlySet<string> {
  const constrained = new Set<string>();
  if (last.has(anyPolicy)) constrained.add(anyPolicy);
  const reached = new Set<PolicyNode>(last.values());
  for (const node of reached) {
    if (!isAny(node) && node.parents.some(isAny)) constrained.add(node.policy);
    for (const parent of node.parents) reached.add(parent);
  }
  if (wanted.has(anyPolicy)) return constrained;
  if (constrained.has(anyPolicy)) return wanted;
  return new Set([...constrained].filter((policy) => wanted.has(policy)));
}

function isAny({ policy }: PolicyNode): boolean {
  return policy === anyPolicy;
}

function parentsByExpectation(above: PolicyGraph): ReadonlyMap<string, readonly PolicyNode[]> {
  const found = new Map<string, PolicyNode[]>();
  for (const node of above.values()) {
    for (const policy of node.expected) {
      const parents = found.get(policy);
      if (parents === undefined) found.set(policy, [node]);
      else parents.push(node);
    }
  }
  return found;
}
