import type { ClauseId } from './clauses.ts';
import type { Keeper } from './keeper.ts';
import { keepersN } from './keepers-n.ts';

/** By clause; those of a kind whose workflow is not built are not among them. */
export const keepers: Partial<Readonly<Record<ClauseId, Keeper>>> = { ...keepersN };
