import type { ClauseId } from './clauses.ts';
import type { Keeper } from './keeper.ts';
import { keepersG } from './keepers-g.ts';
import { keepersN } from './keepers-n.ts';
import { keepersR } from './keepers-r.ts';

/** By clause; of annex 2 those up to the handing over. */
export const keepers: Partial<Readonly<Record<ClauseId, Keeper>>> = {
  ...keepersR,
  ...keepersG,
  ...keepersN,
};
