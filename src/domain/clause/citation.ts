/**
 * A clause as the order itself counts it, for whoever reads of it: «9-тармақтың 1) тармақшасы» and never `N-8.1`. Annex 3
 * prints its grounds of revocation as a second clause 9 and has no 8, so `N-8` is cited as 9 and told from `N-9` in words.
 */

export interface ClauseNumber {
  readonly point: number;
  readonly subpoint?: number;
  /** Which of the two clauses 9 of annex 3. */
  readonly nine?: 'grounds' | 'period';
}

/** Of `R-11.3`: point 11, subpoint 3; null for what is no clause's id. */
export function clauseNumber(id: string): ClauseNumber | null {
  const [, annex, number, subpoint] = /^([A-Z]{1,4})-(\d+)(?:\.(\d+))?$/.exec(id) ?? [];
  if (annex === undefined) return null;
  const isGrounds = annex === 'N' && number === '8';
  const isPeriod = annex === 'N' && number === '9';
  return {
    point: isGrounds ? 9 : Number(number),
    ...(subpoint === undefined ? {} : { subpoint: Number(subpoint) }),
    ...(isGrounds ? { nine: 'grounds' } : isPeriod ? { nine: 'period' } : {}),
  };
}

/** «Қағидалардың 4-тармағының 2) тармақшасы»: for a paper, in the order's language. What is no clause's id stays as it is. */
export function citedOnPaper(id: string): string {
  const number = clauseNumber(id);
  if (number === null) return id;
  const { point, subpoint, nine } = number;
  const which =
    nine === undefined ? '' : ` – ${nine === 'grounds' ? 'кері қайтару негіздері' : 'кері қайтару мерзімі'}`;
  return subpoint === undefined
    ? `Қағидалардың ${String(point)}-тармағы${which}`
    : `Қағидалардың ${String(point)}-тармағының ${String(subpoint)}) тармақшасы${which}`;
}
