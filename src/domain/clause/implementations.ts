import type { ClauseId } from './clauses.ts';
import type { ClauseImplementation } from './clause-implementation.ts';
import { clauseImplementationsG } from './implementations-g.ts';
import { clauseImplementationsN } from './implementations-n.ts';
import { clauseImplementationsR } from './implementations-r.ts';

/** By clause, each of them. */
export const clauseImplementations: Readonly<Record<ClauseId, ClauseImplementation>> = {
  ...clauseImplementationsR,
  ...clauseImplementationsG,
  ...clauseImplementationsN,
};
