import type { ClauseId } from './clauses.ts';
import type { Keeper } from './keeper.ts';
import { keepersG } from './keepers-g.ts';
import { keepersN } from './keepers-n.ts';
import { keepersR } from './keepers-r.ts';

/** By clause, each of them. */
export const keepers: Readonly<Record<ClauseId, Keeper>> = { ...keepersR, ...keepersG, ...keepersN };
