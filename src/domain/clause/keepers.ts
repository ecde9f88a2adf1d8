import type { ClauseId } from './clauses.ts';
import type { Keeper } from './keeper.ts';
import { keepersN } from './keepers-n.ts';
import { keepersR } from './keepers-r.ts';

/** By clause; those of annex 2, whose workflow is not built, are not among them. */
export const keepers: Partial<Readonly<Record<ClauseId, Keeper>>> = { ...keepersR, ...keepersN };
