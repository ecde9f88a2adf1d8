/**
 * By which clause a thing is cited under a rule set. Code knows what it keeps by the order's clauses; another set says of its own which of
 * those it takes the place of (`keeps`). Where none does, nothing is cited, and least of all the order.
 */
import type { Finding } from '#domain/clause/finding.ts';
import type { AuthorityRules } from './rule-set.ts';

type Cited = Pick<AuthorityRules, 'kind' | 'catalogue'>;

/** How a finding names the order in its source, with the form that it speaks of. */
const orderInSource = /(?:^|, )Order No\. 348(?:, form [RGN]-F\w+)?/u;

/** Under the order, those of the authority's own annex; under another set, those of its clauses that keep one of them. */
export function clausesUnder({ kind, catalogue }: Cited, ids: readonly string[]): readonly string[] {
  if (catalogue === undefined) return ids.filter((id) => id.startsWith(`${kind}-`));
  return catalogue.clauses
    .filter(({ id, keeps = [] }) => ids.some((each) => each === id || keeps.includes(each)))
    .map(({ id }) => id);
}

/** For what has room for one: as a member of an object, absent where there is none. */
export function clauseUnder(rules: Cited, id: string): { readonly clause?: string } {
  const [clause] = clausesUnder(rules, [id]);
  return clause === undefined ? {} : { clause };
}

/** A finding as the set has it: its clauses, and no word of the order in its source. Empty where no standard says it either. */
export function findingUnder(rules: Cited, finding: Finding): Finding {
  const clauses = clausesUnder(rules, finding.clauses);
  if (rules.catalogue === undefined) return { ...finding, clauses };
  return { ...finding, clauses, source: finding.source.replace(orderInSource, '').replace(/^, /u, '') };
}
