import { describe, expect, it } from 'vitest';
import {
  type PolicyGraph,
  acceptedPolicies,
  initialGraph,
  mapsAnyPolicy,
  withMappings,
  withPolicies,
} from '#domain/chain/policy-graph.ts';
import { oid } from '#domain/der/object-identifiers.ts';

const any = new Set([oid.anyPolicy]);
const mapping = (issuerDomainPolicy: string, subjectDomainPolicy: string) => ({
  issuerDomainPolicy,
  subjectDomainPolicy,
});
const sorted = (policies: ReadonlySet<string>) => [...policies].sort();
/** Layer by layer: policies of one certificate, then its mappings. */
const along = (
  ...layers: readonly (readonly [readonly string[] | undefined, (readonly (readonly [string, string])[])?])[]
) =>
  layers.reduce<PolicyGraph>(
    (graph, [policies, mappings = []]) =>
      withMappings(
        withPolicies(graph, policies, true),
        mappings.map(([from, to]) => mapping(from, to)),
        false,
      ),
    initialGraph,
  );

describe('the policies of a path (RFC 9618)', () => {
  it('are those that every certificate has', () => {
    expect(sorted(acceptedPolicies(along([['1.1', '1.2']], [['1.2', '1.3']]), any))).toEqual(['1.2']);
    expect(along([['1.1']], [['1.2']]).size).toBe(0);
    expect(along([['1.1']], [undefined]).size).toBe(0);
    expect(along([undefined], [['1.1']]).size).toBe(0);
  });

  it('any policy stands for each, where it counts', () => {
    expect(sorted(acceptedPolicies(along([[oid.anyPolicy]], [['1.2']]), any))).toEqual(['1.2']);
    expect(sorted(acceptedPolicies(along([['1.2']], [[oid.anyPolicy]]), any))).toEqual(['1.2']);
    expect(sorted(acceptedPolicies(along([[oid.anyPolicy]]), any))).toEqual([oid.anyPolicy]);
    expect(withPolicies(along([['1.2']]), [oid.anyPolicy], false).size).toBe(0);
  });

  it('are the issuer’s names for them where they were mapped', () => {
    const mapped = along([['1.1'], [['1.1', '2.1']]], [['2.1']]);
    expect(sorted(acceptedPolicies(mapped, any))).toEqual(['1.1']);
    expect(sorted(acceptedPolicies(mapped, new Set(['2.1'])))).toEqual([]);
    expect(sorted(acceptedPolicies(along([[oid.anyPolicy], [['1.1', '2.1']]], [['2.1']]), any))).toEqual([
      '1.1',
    ]);
  });

  it('fall away where mapping is inhibited', () => {
    const layer = withPolicies(initialGraph, ['1.1', '1.2'], true);
    expect([...withMappings(layer, [mapping('1.1', '2.1')], true).keys()]).toEqual(['1.2']);
  });

  it('wanted ones are taken out of any policy', () => {
    expect(sorted(acceptedPolicies(along([[oid.anyPolicy]]), new Set(['1.7'])))).toEqual(['1.7']);
    expect(sorted(acceptedPolicies(along([['1.1', '1.2']]), new Set(['1.2', '1.3'])))).toEqual(['1.2']);
  });

  it('any policy is never mapped', () => {
    expect(mapsAnyPolicy([mapping('1.1', '1.2')])).toBe(false);
    expect(mapsAnyPolicy([mapping(oid.anyPolicy, '1.2')])).toBe(true);
    expect(mapsAnyPolicy([mapping('1.1', oid.anyPolicy)])).toBe(true);
  });

  it('[A23] a chain in which each policy is mapped to each has as many nodes as policies, not their power', () => {
    const policies = Array.from({ length: 20 }, (_, i) => `1.${String(i)}`);
    const pairs = policies.flatMap((from) => policies.map((to): readonly [string, string] => [from, to]));
    const graph = along(...Array.from({ length: 8 }, () => [policies, pairs] as const));
    expect(graph.size).toBe(20);
    expect(sorted(acceptedPolicies(graph, any))).toEqual([...policies].sort());
  });
});
