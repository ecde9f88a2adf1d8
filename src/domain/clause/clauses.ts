/** The catalogue of the order's clauses. */
import type { Clause } from './clause.ts';
import { clausesG } from './g.ts';
import { clausesN } from './n.ts';
import { clausesR } from './r.ts';

export const clauses = [...clausesR, ...clausesG, ...clausesN] as const;

export type ClauseId = (typeof clauses)[number]['id'];

export const clauseIds: readonly ClauseId[] = clauses.map(({ id }) => id);

export function clauseById(id: ClauseId): Clause {
  const clause = clauses.find((candidate) => candidate.id === id);
  if (clause === undefined) throw new Error(`no such clause: ${id}`);
  return clause;
}

export function isClauseId(text: string): text is ClauseId {
  return clauseIds.some((id) => id === text);
}
